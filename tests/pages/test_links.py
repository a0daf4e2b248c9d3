"""Every page: no link leads where the role may not go, and what others wrote is only text."""

import re
from contextlib import contextmanager
from datetime import date
from functools import cache
from html import unescape
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from models.access import Role, Viewer
from models.report.own_culture.dialogue_sheet import dialogue_sheet
from models.services import exports
from models.services.culture import own_unit
from models.services.culture.method import MethodView
from models.services.culture.view import View
from models.services.files.upload import Upload
from models.services.files.writing import FileForm, ending
from models.services.opening import opened
from models.services.waves import lifecycle
from models.services.year.annual_status import annual_status
from models.services.year.file import document
from models.wording import words
from pages.respond.routes import ROUTES
from tests.pages.asking import Browser
from tests.pages.conftest import MAIN
from tests.pages.hostile import (
    LETTERS,
    MARKED,
    hostile_strategies,
    make_hostile,
    mangled,
    unit_with_an_agreement,
)
from tests.pages.pressing import press
from tests.pages.test_front_door import OPEN_TO
from tests.pages.test_steward import WHICH, field
from tests.pages.texts import cells_of_file, html_text, texts_of_html, visible_texts

HREF = re.compile(r'href="([^"]+)"')
SECTIONS = ("vision", "themes", "initiatives", "gaps", "model", "governance", "cases", "passages",
            "doubts")  # fmt: skip
VIEWS = {
    "leadership/culture": ("view", tuple(View)),
    "leadership/culture_method": ("view", tuple(MethodView)),
    "steward/registers": ("section", SECTIONS),
}
EXPORTS = (
    (exports.export_units, FileForm.EXCEL),
    (exports.export_targets, FileForm.XLSX),
    (exports.export_observations, FileForm.INTERNATIONAL),
    (exports.export_ideas, FileForm.XLSX),
)
PLAIN = ("/svar", "/filer", "#", "mailto:", "https://")


def links(app):
    """The addresses that a page's links lead to, without those of the plain pages."""
    pages = [element.proto for element in app.get("page_link")]
    hrefs = [f"{page.page}?{page.query_string}" for page in pages]
    hrefs += [unescape(href) for href in HREF.findall(html_text(app))]
    return [href for href in hrefs if not href.startswith(PLAIN)]


def in_address(app, name):
    """The choice of this name that the address holds."""
    value = app.query_params[name]
    return value[-1] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def hostile_region(demo_database, tmp_path_factory):
    """An invented region where what people, papers and questionnaires wrote is hostile.

    Gives path, unit, and the unit's token of an open wave.
    """
    path = tmp_path_factory.mktemp("links") / "pejling.db"
    path.write_bytes(demo_database.read_bytes())
    by, on = Viewer("A demo", Role.ADMINISTRATOR), date.today()  # noqa: DTZ011 - as the pages do
    with opened(f"sqlite:///{path}") as db:
        wave = lifecycle.create(
            db,
            "Ny",
            instrument_id="rik-30",
            smallest_group=5,
            approved_on=on,
            minutes="MED 1",
            by=by,
        )
        tokens = lifecycle.open_wave(db, wave.id, by=by, on=on)
    make_hostile(path)
    unit = unit_with_an_agreement(path)
    return SimpleNamespace(path=path, unit=unit, token=tokens[unit])


@pytest.fixture(scope="module")
def walk(hostile_region):
    """walk(role) -> each page it may open, in the hostile region: where links lead, its texts."""

    @cache
    def walked(role):
        with inside(hostile_region):
            app = AppTest.from_file(str(MAIN), default_timeout=30)
            app.session_state["role"], app.session_state["language"] = role.value, "da"
            app.session_state["unit"] = hostile_region.unit
            app.run()
            return [visit(app, room, view) for room, view in views(role)]

    return walked


@contextmanager
def inside(region):
    with pytest.MonkeyPatch.context() as patch, hostile_strategies():
        patch.setenv("PEJLING_DATABASE_URL", f"sqlite:///{region.path}")
        yield


def views(role):
    """Each page that a role may open; for the steward those with several views once for each."""
    for room in sorted(OPEN_TO[role]):
        name, choices = VIEWS.get(room if role is Role.STEWARD else "", ("view", [""]))
        yield from ((room, {name: choice}) for choice in choices)


def visit(app, room, view):
    app.query_params.update(view)
    app.switch_page(f"{room}.py").run()
    assert not app.exception
    return room, links(app), list(visible_texts(app))


@pytest.mark.parametrize("role", Role)
def test_no_link_leads_where_the_role_may_not_go(walk, role):
    rooms = {room.partition("/")[2] for room in OPEN_TO[role]}
    goals = {
        (room, urlsplit(href).path.strip("/")) for room, hrefs, _ in walk(role) for href in hrefs
    }
    assert {(room, goal) for room, goal in goals if goal not in rooms} == set()
    assert goals or role in (Role.RESPONDENT, Role.DEPARTMENT)


def test_what_people_and_papers_wrote_is_seen_as_they_wrote_it(walk):
    pages = [*walk(Role.STEWARD), *walk(Role.DEPARTMENT)]
    faults = {(room, f) for room, _, texts in pages for text in texts for f in mangled(text)}
    assert faults == set()
    everything = " ".join(text for _, _, texts in pages for text in texts)
    assert {mark[1] for mark in MARKED.finditer(everything)} == LETTERS


def test_so_it_is_on_the_plain_pages_of_a_link(hostile_region):
    with inside(hostile_region):
        browser = Browser(Starlette(routes=ROUTES), **{"Accept-Language": "da"})
        browser.get(f"/svar/{hostile_region.token}")
        places = ("", "/side/1", "/side/2", "/gennemse", "/tal", "/ide")
        papers = [browser.get(f"/svar{place}").text for place in places]
    texts = [text for paper in papers for text in texts_of_html(paper)]
    assert [fault for text in texts for fault in mangled(text)] == []
    assert len(MARKED.findall(" ".join(texts))) > 40


def test_so_it_is_in_every_paper_and_file(hostile_region):
    by = Viewer("A demo", Role.ADMINISTRATOR)
    with inside(hostile_region), opened(f"sqlite:///{hostile_region.path}") as db:
        status = annual_status(db, "hovedstaden", 2016, knowledge_date=date(2026, 1, 1), by=by)
        sheet = dialogue_sheet(own_unit.view(db, hostile_region.unit, by=by), words("da"))
        papers = [document(db, status, words("da"), "html", by=by).decode(), sheet]
        files = [
            Upload(f"x.{ending(form)}", export(db, file_form=form, by=by))
            for export, form in EXPORTS
        ]
    texts = [text for paper in papers for text in texts_of_html(paper)]
    texts += [cell for file in files for cell in cells_of_file(file)]
    assert [fault for text in texts for fault in mangled(text)] == []
    marks = {mark[1] for mark in MARKED.finditer(" ".join(texts))}
    assert marks == {*"uijoderasnqw"}


def test_a_link_of_the_scoreboard_carries_the_chosen_day(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden", year="2015")
    goals = [urlsplit(href) for href in links(app)]
    years = {tuple(parse_qs(goal.query)["year"]) for goal in goals if goal.path == "criterion"}
    assert years == {("2015",)}


def test_a_strategy_without_dates_links_only_the_steward_to_the_targets(open_app):
    where = {"strategy": "syddanmark"}
    leader = open_app(Role.LEADERSHIP, "leadership/scoreboard", **where)
    assert not any(href.startswith("targets") for href in links(leader))
    steward = open_app(Role.STEWARD, "leadership/scoreboard", **where)
    assert any(href.startswith("targets") for href in links(steward))


def test_the_address_holds_the_choices_of_a_page(open_app):
    app = open_app(Role.STEWARD, "leadership/criterion", year="2015", **WHICH)
    assert field(app, "selectbox", "as_of_hovedstaden").value == date(2015, 12, 31)
    assert in_address(app, "year") == "2015"
    app = open_app(Role.STEWARD, "steward/registers", section="gaps", tab="units")
    assert in_address(app, "section") == "gaps"
    assert in_address(app, "tab") == "units"


def test_the_address_holds_the_knowledge_date(open_app):
    app = open_app(Role.COMMITTEE, "committee/annual_status", known="2016-03-01")
    assert field(app, "text_input", "known").value == "01.03.2016"
    assert in_address(app, "known") == "2016-03-01"
    field(app, "text_input", "known").set_value("2.3.2016").run()
    assert in_address(app, "known") == "2016-03-02"


@pytest.mark.parametrize("text", ["i går", "2016-02-31", "<b>"])
def test_a_knowledge_date_that_is_none_is_passed_over(open_app, text):
    app = open_app(Role.COMMITTEE, "committee/annual_status", known=text)
    assert "known" not in app.query_params


def test_a_tab_keeps_its_place_when_a_message_comes(open_app):
    app = open_app(Role.STEWARD, "steward/idea_clinic", tab="one")
    field(app, "text_input", "clinic_idea_title").set_value("Video")
    app = press(app, "Send idéen")
    assert app.success
    assert in_address(app, "tab") == "one"
    assert app.session_state["clinic_tab_name"] == "Ny idé"
