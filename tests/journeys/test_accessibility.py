"""What a machine can check of WCAG, and that a phone shows a page without sideways scrolling."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from models.access import Role, Viewer
from models.services.demo import region
from models.services.opening import opened
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
    "culture",
    "culture_method",
    "comments",
    "answer_survey",
)
PLAIN = ("svar", "svar/kode", "svar/0000-0000")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TODAY = date.today()  # noqa: DTZ011 - the program under test reads the clock of the day


@pytest.fixture
def invented(server):
    """A server with a whole invented region to show."""
    with opened(server.database_url) as db:
        region.make_region(db, "S", on=TODAY, by=Viewer("A demo", Role.ADMINISTRATOR))
    return server


def violations(page):
    broken = Axe().run(page, options=RULES).response["violations"]
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"]] for rule in broken}


def on_each(page, server, measured):
    """What was measured on each page, where it was anything."""
    measures = {}
    for address in STREAMLIT + PLAIN:
        go(page, server, address)
        measures[address] = measured(page)
    return {address: measure for address, measure in measures.items() if measure}


def test_no_rule_of_wcag_is_broken_on_pages_full_of_data(invented, browser_page):
    assert on_each(browser_page, invented, violations) == {}


def test_no_rule_of_wcag_is_broken_on_empty_pages(server, browser_page):
    assert on_each(browser_page, server, violations) == {}


def test_a_phone_never_scrolls_sideways(invented, phone_page):
    assert on_each(phone_page, invented, lambda page: page.evaluate(TOO_WIDE)) == {}
