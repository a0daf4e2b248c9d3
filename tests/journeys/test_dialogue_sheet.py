"""The dialogue sheet on paper: one page, however long the sentences are."""

import re
from dataclasses import replace

import pytest

from models.report.own_culture.dialogue_sheet import dialogue_sheet
from models.wording import LANGUAGES, words
from survey.asking.participation import Coverage
from survey.scoring.maturity import Bound
from tests.models.report.own_culture.own_cultures import (
    HOSPITAL,
    a_topic,
    an_agreed_action,
    an_own_culture,
    compared,
)

pytestmark = pytest.mark.journey
LONG_NAME = (
    "Billeddiagnostisk og Nuklearmedicinsk Afdeling, Luftkastellet Universitetshospital, afsnit"
)


def everything_at_once():
    """A hidden unit with a long name, every flag, a gate with two reasons, a long agreement."""
    divided = [
        a_topic(n, items=[(40 + n, 58), (70, 58)], figures=compared(50 + n, divided=1.0))
        for n in range(9)
    ]
    return an_own_culture(
        topics=tuple(divided),
        published_unit=replace(HOSPITAL, name=LONG_NAME),
        hospital=None,
        coverage=Coverage.THIN,
        gate=Bound(4, 3, 5, 6, 2, ("TRU", "STO")),
        index=compared(62, level_low=3, level_high=4),
        agreed=an_agreed_action("Tavlemøde hver tirsdag. " * 20, "TRIO"),
    )


def pages(browser, sheet):
    paper = browser.new_page()
    paper.set_content(sheet)
    document = paper.pdf(prefer_css_page_size=True, print_background=True)
    paper.close()
    return len(re.findall(rb"/Type\s*/Page\b", document))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("culture", [an_own_culture(), everything_at_once()], ids=["usual", "full"])
def test_the_sheet_is_one_page_of_paper(browser, culture, language):
    sheet = dialogue_sheet(culture, words(language), invented="demo S")
    assert pages(browser, sheet) == 1


def test_nothing_on_a_full_sheet_is_cut_off(browser):
    paper = browser.new_page(viewport={"width": 688, "height": 1040})
    paper.emulate_media(media="print")
    paper.set_content(dialogue_sheet(everything_at_once(), words("da"), invented="demo S"))
    cut_off = paper.evaluate("document.body.scrollHeight - document.body.clientHeight")
    paper.close()
    assert cut_off <= 0
