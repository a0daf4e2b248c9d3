import pytest
import yaml

from survey import definition_file

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.fixture
def content(tmp_path):
    def read(raw):
        path = tmp_path / "file.yaml"
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return definition_file.content(path)

    return read


def test_what_the_file_says_comes_back(content):
    assert content("a: [1, 2.5, 2024-01-31, æ]")["a"][3] == "æ"


@pytest.mark.parametrize(
    "raw",
    [
        "[" * 100_000,
        "- " * 5_000 + "a",
        "a: " + "{b: " * 60 + "1" + "}" * 60,
        BOMB,
        "a: " + "9" * 5_000,
        "a: 2024-13-45",
        "a: !!timestamp x",
        "a: !!bool x",
        "a: !!python/object:os.system []",
        'a: "\\ud800"',
        "a: \ud7ff\x00",
        b"\xff\xfe\xff",
        b"a: \xed\xa0\x80",
        "? [1]\n: 2",
        "a: " + "x" * 1_000_001,
        "#" * 10_000_001,
        "a: &a [*a]",
        "a: &a {b: *a}",
    ],
    ids=lambda raw: str(raw[:20]),
)
def test_what_would_take_the_stack_or_the_memory_is_no_yaml(content, raw):
    with pytest.raises(yaml.YAMLError):
        content(raw)


def test_the_fault_names_line_and_column(content):
    with pytest.raises(yaml.YAMLError) as fault:
        content("a: 1\nb: !!set {}")
    assert (fault.value.problem_mark.line, fault.value.problem_mark.column) == (1, 3)


def test_a_part_may_stand_for_another(content):
    assert content("a: &a [1, {b: 2}]\nc: *a") == {"a": [1, {"b": 2}], "c": [1, {"b": 2}]}


def test_texts_are_composed_and_lose_invisible_signs_wherever_they_stand(content):
    loaded = content('A\u030a: ["a\\u200bb", {b: "c\u00a0d"}, 7]')
    assert loaded == {"Å": ["ab", {"b": "c d"}, 7]}


def test_a_text_may_stand_for_another(content):
    assert content("a: &a x\nb: *a") == {"a": "x", "b": "x"}


def test_a_field_has_its_line_and_a_missing_one_that_of_its_parent():
    places = definition_file.Places("a: 1\nb:\n  - c: 2\n    d: 3\n")
    lines = [places.line(place) for place in (("a",), ("b", 0, "d"), ("b", 0, "x"), ("b", 7), ())]
    assert lines == [1, 4, 3, 2, 1]


def test_a_name_that_stands_twice_in_a_block_is_named():
    places = definition_file.Places("a: &a {b: 1,\n b: 2}\nc: *a\nd: [1, 1]\na: 3\n")
    assert sorted(places.repeated()) == [(("a",), 5), (("c", "b"), 2)]
    assert list(definition_file.Places("").repeated()) == []
