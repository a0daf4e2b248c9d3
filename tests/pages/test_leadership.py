import re
from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.services import demo, observations, strategies, targets
from models.strategy.observation import Observation
from models.strategy.target import Direction, IndicatorKind, Target
from pages.shell.database import database

STEWARD = Viewer("test", Role.STEWARD)
AGENTS = "HOV-T2-C9"


def screen(app):
    """Everything a person reads on the page, as one text."""
    blocks = [element.proto.body for element in app.get("html")]
    plain = [e.value for kind in ("markdown", "info", "caption") for e in getattr(app, kind)]
    headings = [e.value for kind in ("title", "header", "subheader") for e in getattr(app, kind)]
    return " ".join([*blocks, *plain, *headings]).replace("\u00a0", " ")


@pytest.fixture
def measured(own_database):
    target = Target(
        AGENTS, IndicatorKind.PERCENTAGE, Direction.INCREASE, 5, date(2013, 12, 31), 50,
        date(2017, 12, 31), strict=True, set_on=date(2014, 1, 1), owner="Videncenter",
    )  # fmt: skip
    seen = Observation(AGENTS, date(2016, 12, 31), 30, date(2017, 1, 20))
    with database() as db:
        targets.set_target(db, target, by=STEWARD, on=date(2014, 1, 1))
        observations.record(db, replace(seen, value=99), by=STEWARD)
        observations.record(db, seen, by=STEWARD)


@pytest.mark.parametrize("strategy", strategies.catalogue(), ids=lambda one: one.id)
def test_the_scoreboard_shows_every_criterion_of_every_strategy(open_app, strategy):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy=strategy.id)
    shown = set(re.findall(r"criterion=([\w.-]+)", screen(app)))
    assert shown == {one.id for one in strategy.criteria}


def test_a_target_not_set_is_counted_and_never_hidden(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden")
    assert "Mål ikke sat: 43" in screen(app)


def test_a_strategy_without_dates_says_what_to_do_next(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="syddanmark")
    assert any("Næste skridt" in one.value for one in app.info)


def test_the_scoreboard_looks_back_to_a_chosen_year(open_app, measured):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden", year="2016")
    assert "31. dec. 2016, ventet 38,8 %" in screen(app)


def test_an_address_that_changes_is_obeyed_and_a_choice_made_since_is_kept(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="syddanmark")
    app.selectbox(key="strategy").select("vastmanland").run()
    assert app.selectbox(key="strategy").value == "vastmanland"
    assert "vastmanland" in app.query_params["strategy"]


def test_a_wrong_address_shows_the_usual_page(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="x", year="<b>")
    assert "Mål ikke sat: 43" in screen(app)


def test_every_chart_is_told_in_words(open_app, measured):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden")
    charts = app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")
    assert charts
    assert all(len(chart.proto.alt) > 40 for chart in charts)


def criterion(open_app, role=Role.LEADERSHIP, **query):
    wanted = {"strategy": "hovedstaden", "criterion": AGENTS, "year": "2016"} | query
    return open_app(role, "leadership/criterion", **wanted)


def test_a_criterion_says_why_it_stands_as_it_does(open_app, measured):
    shown = screen(criterion(open_app))
    assert "I risiko" in shown
    assert "38,76" in shown.replace("\\", "")


def test_a_criterion_shows_where_the_paper_says_it(open_app):
    shown = screen(criterion(open_app))
    assert "Linje 693" in shown.replace("\\", "")


def test_a_corrected_measurement_stays_visible_and_is_marked(open_app, measured):
    tables = " ".join(table.value.to_string() for table in criterion(open_app).table)
    assert "99" in tables
    assert "rettet" in tables


def test_a_criterion_without_target_and_measurement_says_what_is_missing(open_app):
    told = " ".join(one.value for one in criterion(open_app, criterion="HOV-T2-C2").info)
    assert "intet at tegne" in told
    assert "Ingen har målt endnu" in told


def test_only_a_steward_is_shown_the_way_to_the_forms(open_app):
    assert not criterion(open_app).get("page_link")
    assert criterion(open_app, Role.STEWARD).get("page_link")


def test_the_culture_page_says_what_to_do_before_anything_is_released(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/culture")
    assert "frigivet noget resultat endnu" in app.info[0].value


def test_the_culture_page_shows_the_region_and_says_where_it_hides(open_app):
    with database(answers=True) as db:
        demo.make_region(
            db, "S", on=date(2026, 11, 22), by=replace(STEWARD, role=Role.ADMINISTRATOR)
        )
    app = open_app(Role.LEADERSHIP, "leadership/culture")
    assert "Tillid og tryghed" in screen(app)
    assert "står skjult" in screen(app)


@pytest.mark.parametrize("page", ["leadership/scoreboard", "leadership/criterion"])
def test_a_department_is_kindly_refused(open_app, page):
    assert "ikke åben" in open_app(Role.DEPARTMENT, page).warning[0].value
