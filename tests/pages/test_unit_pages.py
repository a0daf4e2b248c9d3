"""A unit's link opens cards, figures, agreement and ideas beside the questionnaire."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from starlette.applications import Starlette

from models.access import Role, Viewer
from models.ideas.idea import Stage
from models.services import ideas
from models.services.culture import actions
from models.services.waves import lifecycle
from models.storage.ideas import get, update
from pages.respond.routes import ROUTES
from pages.shell.database import database
from tests.models.services.result_builders import a_released_wave
from tests.pages.asking import Browser

STEWARD = Viewer("tester", Role.STEWARD)
TODAY = date.today()  # noqa: DTZ011 - the pages under test read the clock of the day
UNIT = Viewer("nogen", Role.DEPARTMENT, "A1")


@pytest.fixture
def inside(own_database):
    """A browser at the link of A1, whose region has a released wave and an open one."""
    with database() as db:
        a_released_wave(db, R=58, A=58, A1=70, B=58)
        wave = lifecycle.create(
            db, "Ny", instrument_id="rik-30", smallest_group=5, approved_on=TODAY,
            minutes="MED 1", by=STEWARD,
        )  # fmt: skip
        tokens = lifecycle.open_wave(db, wave.id, by=STEWARD, on=TODAY)
    browser = Browser(Starlette(routes=ROUTES), **{"Accept-Language": "da"})
    assert browser.get(f"/svar/{tokens['A1']}").headers["location"] == "/svar"
    return browser


def sealed(browser, **form):
    return {
        "seal": re.search(r'name="seal" value="(\w+)"', browser.get("/svar/ide").text)[1]
    } | form


def suggest(browser, title="Færre skemaer", text="Ét i stedet for to"):
    return browser.post("/svar/ide", sealed(browser, title=title, text=text))


def own_ideas():
    with database() as db:
        return [(idea.title, idea.unit_id) for idea in ideas.own_ideas(db, by=UNIT)]


def agree(due):
    with database() as db:
        actions.agree(db, "kultur", "A1", what="Tavlemøde", responsible="TRIO", due_on=due,
                      by=UNIT, on=TODAY)  # fmt: skip


def test_the_link_leads_to_three_cards(inside):
    page = inside.get("/svar").text
    assert page.count('<section class="card">') == 3
    assert all(f'href="/svar/{place}"' in page for place in ("side/1", "tal", "ide"))


def test_after_the_wave_has_closed_the_other_cards_are_there_still(inside):
    with database(answers=True) as db:
        lifecycle.close_wave(db, "ny", by=STEWARD, on=TODAY)
    page = inside.get("/svar")
    assert page.status_code == 200
    assert "Undersøgelsen er lukket" in page.text
    assert 'href="/svar/side/1"' not in page.text
    assert 'href="/svar/tal"' in page.text


def test_the_figures_are_the_units_own(inside):
    page = inside.get("/svar/tal").text
    assert "Niveau 3" in page
    assert '<td class="number">70</td><td class="number">58</td>' in page


def test_what_was_agreed_stands_with_the_days_left_and_can_be_called_done(inside):
    agree(TODAY + timedelta(days=9))
    assert all("om 9 dage" in inside.get(path).text for path in ("/svar", "/svar/tal"))
    inside.post("/svar/tal", sealed(inside, go="done"))
    assert "Alligevel ikke gjort" in inside.get("/svar/tal").text
    inside.post("/svar/tal", sealed(inside, go="undone"))
    assert "om 9 dage" in inside.get("/svar/tal").text


def test_an_idea_is_sent_from_the_unit_and_the_form_is_empty_again(inside):
    page = inside.get(suggest(inside).headers["location"]).text
    assert own_ideas() == [("Færre skemaer", "A1")]
    assert "Tak. Idéen er sendt" in page
    assert 'name="title" required maxlength="200" autocomplete="off" value=""' in page


def test_an_idea_can_be_taken_back(inside):
    page = inside.get(suggest(inside).headers["location"]).text
    form = dict(re.findall(r'name="(seal|idea|receipt)" value="([^"]*)"', page.split("<h1>")[0]))
    gone = inside.post("/svar/ide/tilbage", form).headers["location"]
    assert "taget tilbage" in inside.get(gone).text
    assert own_ideas() == []


def test_an_idea_is_not_taken_back_without_its_receipt(inside):
    suggest(inside)
    with database() as db:
        idea = ideas.own_ideas(db, by=UNIT)[0]
    form = sealed(inside, idea=idea.id, receipt=f"99999999999-{'0' * 64}")
    assert inside.post("/svar/ide/tilbage", form).status_code == 400
    assert own_ideas()


def test_an_idea_can_be_rewritten_until_it_is_screened(inside):
    suggest(inside)
    with database() as db:
        idea = ideas.own_ideas(db, by=UNIT)[0]
    place = f"/svar/ide/{idea.id}"
    assert "Færre skemaer" in inside.get(place).text
    assert inside.post(place, sealed(inside, title="Ét skema")).headers["location"] == "/svar/ide"
    with database() as db:
        update(db, replace(get(db, idea.id), stage=Stage.SCREENED))
    assert inside.post(place, sealed(inside, title="Andet")).status_code == 400
    assert own_ideas() == [("Ét skema", "A1")]


def test_an_idea_without_a_title_comes_back_with_its_words(inside):
    page = suggest(inside, title="  ")
    assert page.status_code == 400
    assert "Ét i stedet for to" in page.text


def test_another_units_idea_cannot_be_opened(inside):
    with database() as db:
        idea = ideas.suggest(db, "B", "", by=Viewer("b", Role.DEPARTMENT, "B"), on=TODAY)
    place = f"/svar/ide/{idea.id}"
    assert inside.get(place).headers["location"] == "/svar/ide"
    inside.post(place, sealed(inside, title="Mit"))
    with database() as db:
        assert get(db, idea.id).title == "B"


def test_the_thanks_lead_to_an_idea(inside):
    assert 'href="/svar/ide"' in inside.get("/svar/tak").text


@pytest.mark.parametrize("path", ["/svar/tal", "/svar/ide", "/svar/ide/x"])
def test_without_a_link_none_of_it_is_shown(own_database, path):
    with database():
        assert Browser(Starlette(routes=ROUTES)).get(path).status_code == 404
