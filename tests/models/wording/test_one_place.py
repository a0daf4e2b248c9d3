"""Only models/wording words a published figure; every page, chart and document uses it."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from models.wording.collect import syntax

ROOT = Path(__file__).parents[3]
ROOMS = [ROOT / "models", ROOT / "pages"]
# What it words as "at least" is a target that somebody set, not a figure that is hidden at its end.
TARGETS = ROOT / "models" / "strategy" / "rule" / "why" / "limit.py"
MODULES = sorted(
    path
    for room in ROOMS
    for path in room.rglob("*.py")
    if path.parent != ROOT / "models" / "wording"
)
# What a figure is worded with: its open ends, its interval, the band of a response rate, the gate
# of a level, and the caution of a questionnaire that no study stands behind.
PHRASES = (
    "90 % interval {", "{low}–{high}", "under halvdelen", "fjerdedele",
    "har svaret ({", "kræver også", "alene ville give", "valider", "point lavere",
    "uden at nogen kunne genkendes",
)  # fmt: skip
WHOLE = ("højst {n}", "mindst {n}", "skjult", "ikke spurgt")


@cache
def nodes(path):
    return tuple(ast.walk(syntax(path)))


@cache
def sentences(path):
    """The strings of a module; docstrings are in English and hold none of these."""
    constants = (node.value for node in nodes(path) if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def between_values(path):
    """The texts between two values of a module's f-strings."""
    strings = [node for node in nodes(path) if isinstance(node, ast.JoinedStr)]
    return [
        text.value
        for string in strings
        for before, text, after in zip(
            string.values, string.values[1:], string.values[2:], strict=False
        )
        if isinstance(text, ast.Constant)
        and isinstance(before, ast.FormattedValue)
        and isinstance(after, ast.FormattedValue)
    ]


def imported(path):
    """The names that a module imports from others."""
    froms = [node for node in nodes(path) if isinstance(node, ast.ImportFrom)]
    return {name.name for node in froms for name in node.names}


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_other_module_words_a_figure(phrase):
    tellers = [
        path.relative_to(ROOT)
        for path in MODULES
        if any(phrase in sentence.lower() for sentence in sentences(path))
    ]
    assert tellers == []


@pytest.mark.parametrize("text", WHOLE)
def test_no_other_module_says_where_a_figure_ends_or_is_hidden(text):
    others = [path for path in MODULES if path != TARGETS]
    assert [path.relative_to(ROOT) for path in others if text in sentences(path)] == []


def test_no_other_module_joins_the_ends_of_an_interval():
    assert [path.relative_to(ROOT) for path in MODULES if "–" in between_values(path)] == []


# The rooms in which what is written is read by people.
READ_ROOMS = ("pages", "models/charts", "models/report", "models/strategy", "models/ideas",
              "models/wording")  # fmt: skip
# What reads a number here is a browser, a printer, or the field that a figure is written in.
FOR_MACHINES = {
    "models/charts/board/sparkline.py",
    "models/charts/promises/frame.py",
    "models/report/invitation/poster.py",
    "models/wording/reading.py",
    "pages/parts/board/worst.py",
    "pages/parts/comments/review.py",
    "pages/parts/culture/change.py",
    "pages/parts/culture/participation.py",
    "pages/parts/promise/number.py",
    "pages/parts/share_bars.py",
}
NUMBERS = {"len", "sum", "round", "int", "float"}


def by_hand(path):
    """The numbers that a module writes out without `Words.number`."""
    for node in nodes(path):
        if isinstance(node, ast.FormattedValue):
            of_digits = node.format_spec and re.search(r"[dfgn,]'$", ast.unparse(node.format_spec))
            if of_digits or is_number(node.value):
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "str":
            yield from (ast.unparse(node) for value in node.args if is_number(value))


def is_number(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func) in NUMBERS


def test_every_number_that_people_read_is_written_by_one_function():
    paths = [path for room in READ_ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    writers = {str(path.relative_to(ROOT)) for path in paths if any(by_hand(path))}
    assert writers == FOR_MACHINES


def test_every_sign_of_percent_is_set_by_one_function():
    texts = {path: "".join(sentences(path)) for path in MODULES if "services" not in path.parts}
    assert [path.name for path, text in texts.items() if "\u00a0%" in text] == []


def test_every_table_of_numbers_is_drawn_in_one_place():
    drawers = [path.name for path in MODULES if "st.dataframe(" in path.read_text(encoding="utf-8")]
    assert drawers == ["grid.py"]


def test_only_what_counts_with_them_knows_the_open_ends():
    wording_modules = [path for path in MODULES if "services" not in path.parts]
    tellers = [
        path.relative_to(ROOT) for path in wording_modules if imported(path) & {"BOTTOM", "TOP"}
    ]
    assert tellers == []


def test_only_what_counts_with_them_knows_the_bands():
    tellers = [
        path.relative_to(ROOT)
        for path in MODULES
        if any(isinstance(node, ast.Dict) and _of_bands(node) for node in nodes(path))
    ]
    assert tellers == []


def _of_bands(table):
    """Whether a table gives words for the bands of a response rate or its cautions."""
    keys = [key.value.id for key in table.keys if isinstance(key, ast.Attribute)
            and isinstance(key.value, ast.Name)]  # fmt: skip
    values = [value for value in table.values if isinstance(value, ast.Call)]
    return bool(values) and bool({"Band", "Coverage"} & set(keys))
