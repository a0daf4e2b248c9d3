"""While the database is away everybody reads so, nobody is thanked, and it heals by itself."""

import asyncio
import logging
import sqlite3
from pathlib import Path
from threading import Event

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from models.access import Role
from models.wording import LANGUAGES, words
from pages.respond.html import notice
from pages.respond.routes import ROUTES
from pages.shell import database, readiness
from pages.shell.front_page import FrontPage
from pages.shell.headers import SecurityHeaders
from pages.shell.server import fault
from tests.pages.asking import Browser
from tests.pages.test_respond import BASE, UNITS, open_wave

TITLE = "Pejling er ikke klar lige nu"
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


def test_a_fault_of_ours_is_answered_with_a_page_and_all_headers_and_stays_loud():
    def broken(request):
        raise RuntimeError("a fault")

    handlers = {Exception: fault.answering(notice(500))}
    app = Starlette(routes=[Route("/svar", broken)], exception_handlers=handlers)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    answer = asyncio.run(httpx.AsyncClient(transport=transport, base_url=BASE).get("/svar"))
    assert answer.status_code == 500
    assert "Noget gik galt i Pejling" in answer.text
    assert [name for name in HEADERS if name not in answer.headers] == []
    with pytest.raises(RuntimeError):
        Browser(app, BASE).get("/svar")


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


@pytest.mark.parametrize(
    "change", ["DROP TABLE release_cells", "ALTER TABLE waves RENAME COLUMN minutes TO m"]
)
def test_readiness_notices_that_a_table_or_a_column_is_gone(browser, file, monkeypatch, change):
    monkeypatch.setattr(database, "FRESH", 0)
    assert browser.get("/ready").status_code == 200
    other = sqlite3.connect(file)
    other.execute(change)
    other.close()
    assert browser.get("/ready").status_code == 503


def test_readiness_is_tried_at_most_once_a_second(own_database, file):
    trial = readiness.Trial(readiness._writes_and_reads)
    assert asyncio.run(trial.outcome())
    file.unlink()
    assert asyncio.run(trial.outcome())


def test_many_who_ask_at_once_wait_for_one_trial():
    trials, go_on = [], Event()

    def attempt():
        trials.append(1)
        return go_on.wait(10)

    async def ask(trial):
        answers = [asyncio.create_task(trial.outcome()) for _ in range(50)]
        await asyncio.sleep(0)
        go_on.set()
        return await asyncio.gather(*answers)

    assert asyncio.run(ask(readiness.Trial(attempt))) == [True] * 50
    assert len(trials) == 1


def test_a_frozen_database_is_given_up(monkeypatch):
    monkeypatch.setattr(readiness, "PATIENCE", 0.01)
    go_on = Event()

    async def ask():
        outcome = await readiness.Trial(go_on.wait).outcome()
        go_on.set()
        return outcome

    assert asyncio.run(ask()) is False


@pytest.fixture
def shell(monkeypatch, own_database):
    """The dashboard's own HTML page behind the front page."""
    monkeypatch.setattr(readiness, "FRESH", 0)
    page = Route("/{path:path}", lambda _: HTMLResponse("<html><head></head></html>"))
    walls = [Middleware(SecurityHeaders), Middleware(FrontPage)]
    return Browser(Starlette(routes=[page], middleware=walls), BASE)


def test_the_dashboard_answers_503_with_a_kind_page_and_heals(shell, file):
    assert shell.get("/scoreboard").status_code == 200
    away = file.rename(file.with_suffix(".away"))
    answer = shell.get("/scoreboard")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert all(words(language).say(TITLE) in answer.text for language in LANGUAGES)
    assert not [name for name in HEADERS if name not in answer.headers]
    assert shell.get("/static/x.js").status_code == 200
    away.rename(file)
    assert shell.get("/scoreboard").status_code == 200


def test_the_dashboard_answers_while_a_long_step_writes(shell, file):
    assert shell.get("/scoreboard").status_code == 200
    # Another program, so that nobody of ours waits for it.
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert shell.get("/scoreboard").status_code == 200
    other.close()


@pytest.mark.parametrize(("revision", "cause"), [("9999", "nyere udgave"), ("0001", "kør migrate")])
def test_tables_of_another_program_are_noticed_while_running(
    shell, file, monkeypatch, caplog, revision, cause
):
    monkeypatch.setattr(database, "FRESH", 0)
    assert shell.get("/scoreboard").status_code == 200
    before = set_revision(file, revision)
    assert shell.get("/scoreboard").status_code == 503
    assert [cause in record.getMessage() for record in caplog.records] == [True]
    set_revision(file, before)
    assert shell.get("/scoreboard").status_code == 200


def set_revision(file, revision):
    """Another program migrates the file; return the revision before."""
    other = sqlite3.connect(file, isolation_level=None)
    (before,) = other.execute("SELECT version_num FROM alembic_version").fetchone()
    other.execute("UPDATE alembic_version SET version_num = ?", [revision])
    other.close()
    return before


def test_a_page_says_what_is_wrong_and_shows_itself_again(open_app, file):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard")
    away = file.rename(file.with_suffix(".away"))
    app.run()
    assert not app.exception
    assert "Databasens fil er væk" in app.error[0].value
    away.rename(file)
    app.run()
    assert not app.error
