import re

import pytest

from pages.shell.theme import SHEETS, STYLES, colours, style_element

MODES = ("light", "dark")


def test_every_sheet_in_the_folder_reaches_the_page():
    assert sorted(SHEETS) == sorted(path.name for path in STYLES.iterdir())


@pytest.mark.parametrize("mode", MODES)
def test_the_sheets_use_only_colours_that_the_mode_has(mode):
    names = set(re.findall(r"var\(--pj-([\w-]+)\)", style_element(mode)))
    assert names == set(colours(mode))


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_brace_of_a_sheet_is_closed(sheet):
    text = (STYLES / sheet).read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")


def test_no_python_module_of_the_pages_holds_a_style_sheet():
    pages = STYLES.parents[1]
    holders = {path.name for path in pages.rglob("*.py") if "<style" in path.read_text()}
    assert holders == {"theme.py"}
