"""While the database is away everybody reads so, nobody is thanked, and it heals by itself."""

import logging
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from models.access import Role
from pages.respond.routes import ROUTES
from pages.shell import readiness
from pages.shell.headers import SecurityHeaders
from tests.pages.asking import Browser
from tests.pages.test_respond import BASE, UNITS, open_wave

HEADERS = ("content-security-policy", "x-content-type-options", "referrer-policy",
           "x-frame-options", "cross-origin-opener-policy", "permissions-policy")  # fmt: skip


@pytest.fixture
def file(own_database):
    return Path(own_database.removeprefix("sqlite:///"))


@pytest.fixture
def token(own_database):
    return open_wave(UNITS)["her"]


@pytest.fixture
def browser(monkeypatch):
    # Each question to /ready is tried, however soon it follows.
    monkeypatch.setattr(readiness, "FRESH", 0)
    routes = [Route("/ready", readiness.ready), *ROUTES]
    return Browser(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)]), BASE)


@pytest.fixture
def inside(browser, token):
    browser.get(f"/svar/{token}")
    return browser


def seal(page):
    return page.text.split('name="seal" value="')[1].split('"')[0]


def test_a_respondent_meets_a_kind_page_and_not_the_thanks_while_the_file_is_away(inside, file):
    form = {"seal": seal(inside.get("/svar/side/1")), "TRU1": "4"}
    away = file.rename(file.with_suffix(".away"))
    answer = inside.post("/svar/send", form)
    assert (answer.status_code, "Pejling er ikke klar lige nu" in answer.text) == (503, True)
    assert not [name for name in HEADERS if name not in answer.headers]
    away.rename(file)
    assert inside.post("/svar/send", form).headers["location"] == "/svar/tak"


def test_a_broken_database_is_one_line_in_the_log_without_values(inside, file, caplog):
    file.rename(file.with_suffix(".away"))
    with caplog.at_level(logging.ERROR):
        inside.get("/svar")
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 1
    assert lines[0].startswith("Databasens fil er væk")
    assert caplog.records[0].exc_info is None


def test_readiness_writes_and_reads_and_heals(browser, file):
    assert browser.get("/ready").status_code == 200
    away = file.rename(file.with_suffix(".away"))
    assert browser.get("/ready").status_code == 503
    assert not file.exists()
    away.rename(file)
    assert browser.get("/ready").status_code == 200


def test_readiness_is_tried_at_most_once_a_second(own_database, file):
    trial = readiness.Trial()
    assert trial.outcome()
    file.unlink()
    assert trial.outcome()


def test_a_page_says_what_is_wrong_and_shows_itself_again(open_app, file):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard")
    away = file.rename(file.with_suffix(".away"))
    app.run()
    assert not app.exception
    assert "Databasens fil er væk" in app.error[0].value
    away.rename(file)
    app.run()
    assert not app.error
