import ast

import pytest

from tests.proof.mutants import mutants


def changes(source):
    return [mutant.change for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("a < b", "a <= b"),
        ("a == b", "a != b"),
        ("a in b", "a not in b"),
        ("a and b", "a or b"),
        ("a - b", "a + b"),
        ("not a", "not not a"),
        ("True", "False"),
        ("5", "6"),
        ("any(a)", "all(a)"),
    ],
)
def test_a_place_is_broken_as_one_slips(source, broken):
    assert changes(source) == [f"{source} -> {broken}"]


def test_each_mutant_has_one_mistake_and_says_its_line():
    first, second = mutants("a < b\nc + d")
    assert (first.line, first.source) == (1, "a <= b\nc + d")
    assert (second.line, second.source) == (2, "a < b\nc - d")


def test_what_cannot_be_broken_has_no_mutant():
    assert changes("a = b.c") == []
    assert ast.unparse(ast.parse("a = b.c")) == "a = b.c"
