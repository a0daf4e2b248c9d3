"""What a machine can check of WCAG, and that a phone shows a page without sideways scrolling."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.walking import go

pytestmark = pytest.mark.journey
STREAMLIT = (
    "scoreboard?strategy=hovedstaden",
    "criterion?strategy=hovedstaden&criterion=HOV-T2-C9",
    "annual_status?strategy=hovedstaden&year=2017",
    "targets?strategy=hovedstaden&criterion=HOV-T2-C9",
    "observations?strategy=hovedstaden&criterion=HOV-T2-C9",
    "waves",
    "idea_clinic",
    "registers",
    "own_ideas",
    "own_culture",
    "answer_survey",
)
PLAIN = ("svar", "svar/kode", "svar/0000-0000")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return {one["id"]: [node["html"][:160] for node in one["nodes"]] for one in found}


@pytest.mark.parametrize("address", STREAMLIT + PLAIN)
def test_no_rule_of_wcag_is_broken(server, browser_page, address):
    go(browser_page, server, address)
    assert violations(browser_page) == {}


@pytest.mark.parametrize("address", STREAMLIT + PLAIN)
def test_a_phone_never_scrolls_sideways(server, phone_page, address):
    go(phone_page, server, address)
    too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert phone_page.evaluate(too_wide) <= 0
