import re

import pytest

from models.report.own_culture.dialogue_sheet import dialogue_sheet
from models.report.own_culture.own_culture import ComparedFigures
from models.wording import LANGUAGES, words
from tests.models.report.own_culture.own_cultures import (
    HOSPITAL,
    WARD,
    a_topic,
    an_agreed_action,
    an_own_culture,
    compared,
)

DA = words("da")


def sheet(language="da", invented=None, **fields):
    return dialogue_sheet(an_own_culture(**fields), words(language), invented=invented)


@pytest.fixture(scope="module")
def plain_sheet():
    return sheet()


def test_the_sheet_fetches_nothing(plain_sheet):
    assert not re.search(r"(src|href)=[\"']?http|@import|url\(", plain_sheet)


def test_the_sheet_says_level_picture_statements_and_what_to_agree(plain_sheet):
    for part in ("Niveau 3: Etableret", "<svg", "Hos os er det trygt", "Det aftaler vi"):
        assert part in plain_sheet


def test_the_picture_is_told_in_words(plain_sheet):
    assert 'aria-label="Afsnit 3: Ingen af de 9 emner' in plain_sheet


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_speaks_its_language(language):
    assert f'<html lang="{language}">' in sheet(language)


def test_invented_figures_say_so(plain_sheet):
    assert "Opdigtede data (demo S)" in sheet(invented="demo S")
    assert "Opdigtede" not in plain_sheet


def test_a_hidden_unit_is_told_whose_figures_these_are():
    html = sheet(published_unit=HOSPITAL, hospital=None)
    assert "Her står tallene for Nordsygehuset." in html
    assert "Nordsygehuset: " in html
    assert "Enheden: " not in html


def test_the_whole_region_is_not_set_beside_itself():
    region = an_own_culture().region
    assert "regionen: " not in sheet(published_unit=region, hospital=None)


def test_what_was_agreed_stands_on_the_sheet():
    agreed = an_agreed_action("Tavlemøde hver <tirsdag>", "Afdelingsledelsen")
    html = sheet(agreed=agreed)
    assert "Tavlemøde hver &lt;tirsdag&gt;" in html
    assert "1. sep. 2015" in html


def test_a_reversed_statement_says_which_way_is_up():
    risk = a_topic(1, items=[(70, 58), (70, 58), (70, 58), (30, 58)])
    assert "Tallet er vendt" in sheet(topics=(risk,))


def test_without_any_figure_the_sheet_still_opens():
    hidden = tuple(a_topic(n, items=[], figures=ComparedFigures()) for n in range(9))
    html = sheet(topics=hidden, index=ComparedFigures(), talking_points=(), unit=WARD)
    assert "Ingen tal kan vises for enheden" in html
    assert "Tre udsagn" not in html


def test_a_range_marks_each_of_its_levels():
    assert sheet(index=compared(level_high=4)).count('class="here"') == 2
