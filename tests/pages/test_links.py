"""Every page: no link leads where the role may not go, and what others wrote is only text."""

import re
from datetime import date
from functools import cache
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from models.access import Role, Viewer
from models.services.culture.method import MethodView
from models.services.culture.view import View
from models.services.demo import region
from models.services.opening import opened
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
from tests.pages.test_front_door import OPEN_TO, html_text
from tests.pages.test_steward import WHICH, field
from tests.pages.texts import visible_texts

HREF = re.compile(r'href="([^"]+)"')
SECTIONS = ("vision", "themes", "initiatives", "gaps", "model", "governance", "cases", "passages",
            "doubts")  # fmt: skip
VIEWS = {
    "leadership/culture": ("view", tuple(View)),
    "leadership/culture_method": ("view", tuple(MethodView)),
    "steward/registers": ("section", SECTIONS),
}
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
def walk(migrated_database, tmp_path_factory):
    """walk(role) -> each page it may open, in an invented region: where its links lead, its texts.

    What people, papers and the questionnaire wrote there is hostile.
    """
    path = tmp_path_factory.mktemp("links") / "pejling.db"
    path.write_bytes(migrated_database.read_bytes())
    with opened(f"sqlite:///{path}") as db:
        by = Viewer("A demo", Role.ADMINISTRATOR)
        region.make_region(db, "S", on=date.today(), by=by)  # noqa: DTZ011 - as the pages do
    make_hostile(path)

    @cache
    def walked(role):
        with pytest.MonkeyPatch.context() as patch, hostile_strategies():
            patch.setenv("PEJLING_DATABASE_URL", f"sqlite:///{path}")
            app = AppTest.from_file(str(MAIN), default_timeout=30)
            app.session_state["role"], app.session_state["language"] = role.value, "da"
            app.session_state["unit"] = unit_with_an_agreement(path)
            app.run()
            return [visit(app, room, view) for room, view in views(role)]

    return walked


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
    faults = {
        (room, fault) for room, _, texts in pages for text in texts for fault in mangled(text)
    }
    assert faults == set()
    everything = " ".join(text for _, _, texts in pages for text in texts)
    assert {mark[1] for mark in MARKED.finditer(everything)} == LETTERS


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
