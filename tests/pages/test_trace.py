from contextlib import closing
from datetime import UTC, date, datetime
from sqlite3 import connect

import pytest

from models.access import Role
from models.services import units
from models.services.promises import observations, targets
from models.trace.action import Action
from models.trace.line import Difference, TraceLine
from pages.parts.trace.line_words import difference_texts, promise_text, subject_text
from pages.shell.database import database
from tests.builders import a_target, an_observation
from tests.pages.pressing import press
from tests.pages.test_leadership import AGENTS, STEWARD, screen

PAGE = "steward/trace"


@pytest.fixture
def writes(own_database):
    with database() as db:
        targets.set_target(db, a_target(decision="RR punkt 4"), by=STEWARD, on=date(2016, 1, 2))
        for value in (24.0, 26.5):
            observations.record(db, an_observation(value=value), by=STEWARD)


def test_a_line_says_who_what_before_and_after_and_leads_to_its_promise(open_app, writes):
    app = open_app(Role.STEWARD, PAGE)
    seen_text = screen(app)
    for part in ("Værdi: 24 → 26,5", "Måling indtastet", "Frist: 31. dec. 2017", "RR punkt 4",
                 f"criterion={AGENTS}", "Viser 3 af 3 linjer"):  # fmt: skip
        assert part in seen_text
    assert "Kæden holder: alle 3 linjer" in app.success[0].value


def test_the_address_chooses_lines(open_app, writes):
    app = open_app(Role.STEWARD, PAGE, kind="criterion", action="set_target", code=AGENTS, who="x")
    assert "Viser 1 af 1 linjer" in screen(app)
    app = open_app(Role.STEWARD, PAGE, code="HOV-T2-C8", first="i går", last="31.12.2016")
    assert any("Ingen linjer passer" in element.value for element in app.info)


def test_a_chain_that_was_broken_is_said_when_it_is_checked_again(open_app, writes, own_database):
    app = open_app(Role.STEWARD, PAGE)
    with closing(connect(own_database.removeprefix("sqlite:///"))) as file, file:
        file.execute("UPDATE trace SET who = 'en anden' WHERE entry = 2")
    assert "Kæden holder ikke. Se linje 2" in press(app, "Efterprøv kæden igen").error[0].value


def test_a_long_log_is_paged(open_app, writes, tmp_path):
    rows = [f"U{number},R,Afsnit {number},afsnit" for number in range(60)]
    file = tmp_path / "units.csv"
    file.write_text(
        "\n".join(["unit_id,parent_id,name,kind", "R,,Regionen,region", *rows]), "utf-8"
    )
    with database() as db:
        units.import_units(db, file, by=STEWARD)
    app = open_app(Role.STEWARD, PAGE, lines="2")
    assert "Viser 14 af 64 linjer" in screen(app)


def line(kind, code, *differences):
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return TraceLine(1, moment, "a", "steward", Action.SET_TARGET, kind, code, differences, "")


def test_codes_are_words_and_a_comments_random_key_is_left_out():
    assert promise_text(line("criterion", "HOV-X")) == promise_text(line("unit", "A")) == ""
    assert subject_text(line("comment", "q7")) == "Kommentar"
    assert subject_text(line("wave", "foraar")) == "Undersøgelse foraar"
    differences = (
        Difference("status", "at_risk", "on_track"), Difference("strict", None, True),
        Difference("points", None, [["2015-01-31", 3]]), Difference("name", "B", None),
        Difference("who_knows", None, {"a": 1}), Difference("frequency", None, "annual"),
    )  # fmt: skip
    assert difference_texts(line("criterion", "x", *differences)) == [
        "Status: I risiko → På sporet", "Skal overgås: ja", "Delmål: 31. jan. 2015, 3",
        "Navn: B → –", "who_knows: {'a': 1}", "Hyppighed: Hvert år",
    ]  # fmt: skip
