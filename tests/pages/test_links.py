"""Links: none leads where the role may not go, and each carries the view along."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from models.access import Role, Viewer
from models.services.demo import region
from models.services.opening import opened
from tests.pages.pressing import press
from tests.pages.test_front_door import OPEN_TO, html_text
from tests.pages.test_steward import WHICH, field

HREF = re.compile(r'href="([^"]+)"')
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
def region_database(migrated_database, tmp_path_factory):
    path = tmp_path_factory.mktemp("links") / "pejling.db"
    path.write_bytes(migrated_database.read_bytes())
    with opened(f"sqlite:///{path}") as db:
        by = Viewer("A demo", Role.ADMINISTRATOR)
        region.make_region(db, "S", on=date.today(), by=by)  # noqa: DTZ011 - as the pages do
    return path


@pytest.mark.parametrize("role", Role)
def test_no_link_leads_where_the_role_may_not_go(open_app, region_database, monkeypatch, role):
    monkeypatch.setenv("PEJLING_DATABASE_URL", f"sqlite:///{region_database}")
    rooms = {room.partition("/")[2] for room in OPEN_TO[role]}
    app, astray = open_app(role), set()
    for room in sorted(OPEN_TO[role]):
        app.switch_page(f"{room}.py").run()
        assert not app.exception
        astray |= {(room, urlsplit(href).path.strip("/")) for href in links(app)}
    assert {(room, goal) for room, goal in astray if goal not in rooms} == set()
    assert astray or role in (Role.RESPONDENT, Role.DEPARTMENT)


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
