import re

import pytest

from models.charts.palette import palette, properties
from pages.shell.theme import SHEETS, STYLES, colours, style_element

MODES = ("light", "dark")


def test_every_sheet_in_the_folder_reaches_the_page():
    assert sorted(SHEETS) == sorted(path.name for path in STYLES.iterdir())


# What a part of the bar of signs says of itself, in rules that the data decide.
OF_A_SIGN = {"shape", "colour", "part", "part-tint", "part-text"}


@pytest.mark.parametrize("mode", MODES)
def test_the_sheets_use_only_colours_that_the_mode_has(mode):
    names = set(re.findall(r"var\(--pj-([\w-]+)\)", style_element(mode)))
    assert names <= set(colours(mode)) | OF_A_SIGN


@pytest.mark.parametrize("mode", MODES)
def test_the_colours_that_charts_refer_to_are_on_the_page(mode):
    references = properties(palette("page")).values()
    assert {f"var(--pj-{name})" for name in colours(mode)} >= set(references)


def test_paper_has_the_light_colours_also_from_the_dark_mode():
    light = style_element("light").split("}", maxsplit=1)[0].split("{")[1]
    assert f"@media print {{ :root {{{light}}}" in style_element("dark")


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_brace_of_a_sheet_is_closed(sheet):
    text = (STYLES / sheet).read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")


def test_no_python_module_of_the_pages_holds_a_style_sheet():
    pages = STYLES.parents[1]
    holders = {path.name for path in pages.rglob("*.py") if "<style" in path.read_text()}
    assert holders == {"theme.py"}
