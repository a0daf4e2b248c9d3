"""Somebody signed in answers on the plain pages, once, at the own draft."""

import re
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from models.access import Role, Viewer
from models.claims import ClaimMalformed
from models.services.waves import lifecycle
from models.storage.answers import responses
from pages.respond import own_answer
from pages.respond.routes import ROUTES
from pages.shell.database import database
from tests.pages.asking import Browser
from tests.pages.test_respond import UNITS, open_wave

STEWARD, ANNE = Viewer("t", Role.STEWARD), Viewer("anne", Role.DEPARTMENT, "her")
TODAY = date.today()  # noqa: DTZ011 - the pages under test read the clock of the day
WAY = "/besvar/kultur-2026"


def a_browser(by):
    def viewer_of(_request):
        if by is None:
            raise ClaimMalformed("?")
        return by

    way = Route("/besvar/{wave_id}", own_answer.endpoint(viewer_of))
    return Browser(Starlette(routes=[way, *ROUTES]), **{"Accept-Language": "da"})


@pytest.fixture
def browser(own_database):
    open_wave(UNITS)
    browser = a_browser(ANNE)
    assert browser.get(WAY).headers["location"] == "/svar"
    return browser


def post(browser, path, **form):
    page = browser.get("/svar/side/1").text
    seal = re.search(r'name="seal" value="(\w+)"', page)[1]
    return browser.post(path, {"seal": seal, "TRU1": "4", **form})


def test_it_leads_to_the_pages_of_everybody_for_the_own_unit(browser):
    assert "Du svarer for Herlev." in browser.get("/svar").text


def test_the_draft_is_there_in_another_browser_too(browser):
    post(browser, "/svar/side/1")
    other = a_browser(ANNE)
    other.get(WAY)
    assert "1 af 37 spørgsmål er besvaret" in other.get("/svar").text


def test_an_answer_is_sent_once(browser):
    assert post(browser, "/svar/send").headers["location"] == "/svar/tak"
    assert "Er I flere" not in browser.get("/svar/tak").text
    browser.get(WAY)
    assert "Dit svar er sendt" in browser.get("/svar").text
    assert browser.get("/svar/side/1").headers["location"] == "/svar"
    with database(answers=True) as db:
        assert len(responses.answers(db, "kultur-2026")) == 1


def test_a_deleted_draft_begins_anew_under_the_own_key(browser):
    post(browser, "/svar/side/1")
    assert "Kladden er slettet" in post(browser, "/svar/slet").text
    key = browser.cookies["pejling_svar"]
    browser.get(WAY)
    assert browser.cookies["pejling_svar"] == key


@pytest.mark.parametrize(
    ("by", "status"), [(None, 403), (STEWARD, 410), (Viewer("u", Role.COMMITTEE), 410)]
)
def test_who_has_no_unit_or_no_right_gets_a_notice(own_database, by, status):
    open_wave(UNITS)
    assert a_browser(by).get(WAY).status_code == status


def test_a_closed_survey_gets_a_notice(browser):
    with database(answers=True) as db:
        lifecycle.close_wave(db, "kultur-2026", by=STEWARD, on=TODAY)
    assert browser.get(WAY).status_code == 410
