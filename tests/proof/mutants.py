"""Breaks a module in one place at a time, as a programmer might who is not careful."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

OPERATORS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}  # fmt: skip
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """A module with one mistake: where it is and the source with it."""

    line: int
    change: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Each place of a module where an operator, a whole number or a call can be another one."""
    tree = ast.parse(source)
    for at, node in enumerate(ast.walk(tree)):
        for change in changes(node):
            copy = deepcopy(tree)
            broken = list(ast.walk(copy))[at]
            before = ast.unparse(broken)
            change(broken)
            yield Mutant(node.lineno, f"{before} -> {ast.unparse(broken)}", ast.unparse(copy))


def changes(node):
    """The ways to break one node, each a function that changes it in place."""
    match node:
        case ast.Compare():
            for at in range(len(node.ops)):
                yield partial(_compare_otherwise, at)
        case ast.BoolOp() | ast.BinOp() | ast.AugAssign() if type(node.op) in OPERATORS:
            yield lambda broken: setattr(broken, "op", OPERATORS[type(broken.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield _without_not
        case ast.Constant(value=bool()):
            yield lambda broken: setattr(broken, "value", not broken.value)
        case ast.Constant(value=int()):
            yield lambda broken: setattr(broken, "value", broken.value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield lambda broken: setattr(broken.func, "id", CALLS[broken.func.id])


def _compare_otherwise(at, broken):
    broken.ops[at] = OPERATORS[type(broken.ops[at])]()


def _without_not(broken):
    # `not x` becomes `not not x`: the node stays and its meaning turns round.
    broken.operand = ast.UnaryOp(ast.Not(), broken.operand)
