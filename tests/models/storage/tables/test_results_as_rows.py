"""The step from results as text to results as rows."""

import json
from datetime import date

import pytest
from alembic import command
from sqlalchemy import text

from models.storage import releases
from models.storage.asking import structures
from models.storage.engine import connect, migrate, migrations, unit_of_work
from models.storage.steering import observations
from survey.asking.organisation import Unit

CELLS = [
    {"name": "family", "type": "str", "values": ["organisation", "organisation"]},
    {"name": "unit_id", "type": "str", "values": ["nørre", "region"]},
    {"name": "group", "type": "str", "values": ["", ""]},
    {"name": "measure", "type": "str", "values": ["TRU", "index"]},
    {"name": "n", "type": "int64", "values": [12, 40]},
    {"name": "mean", "type": "int64", "values": [5, 61]},
    {"name": "low", "type": "float64", "values": [None, None]},
    {"name": "high", "type": "float64", "values": [None, None]},
    {"name": "level", "type": "float64", "values": [None, None]},
    {"name": "favourable", "type": "float64", "values": [52.0, None]},
    {"name": "favourable_n", "type": "float64", "values": [12.0, None]},
]
NOT_OPENED, OPENED = ("a", "draft", None), ("b", "open", None)
RELEASED, UNDATED = ("c", "released", "2015-05-31"), ("d", "released", None)
WAVE = "INSERT INTO waves VALUES (:id, 'Forår', 'rik-30', 5, NULL, '', :state, NULL, :closes_on)"
RELEASE = "INSERT INTO releases VALUES (:id, 5, :cells, '[\"region\"]', 'ingen brud', '0.1.0', 'h')"
VALUE = (
    "INSERT INTO observations (entry, criterion_id, ref, value, recorded, series, evidence, "
    "entered_by) VALUES (1, 'HOV-T2-C9', '2015-12-31', 24, '2016-01-14', 'A', '', 'tovholder')"
)
UNIT = "INSERT INTO units VALUES ('region', NULL, 'Regionen', 'region', NULL, 0)"


@pytest.fixture
def first(any_url):
    """A database of the first step, with waves in several states, two of them released."""
    fill(any_url)
    engine = connect(any_url)
    yield engine
    engine.dispose()


def fill(url):
    """Make a database of the first step, with waves in several states, two of them released."""
    migrate(url, to="0001")
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text(VALUE))
        for name, state, closes_on in (NOT_OPENED, OPENED, RELEASED, UNDATED):
            of_wave = {"id": name, "state": state, "closes_on": closes_on}
            connection.execute(text(cast_days(WAVE, connection)), of_wave)
            if state == "released":
                connection.execute(text(RELEASE), {"id": name, "cells": json.dumps(CELLS)})
    engine.dispose()


def cast_days(statement, connection):
    on_a_server = connection.dialect.name == "postgresql"
    return statement.replace(":closes_on", "CAST(:closes_on AS date)") if on_a_server else statement


@pytest.fixture
def db(first, any_url):
    migrate(any_url)
    with unit_of_work(first) as db:
        yield db


def test_cells_of_a_release_become_rows(db):
    cells = releases.cells(db, "c")
    assert cells["unit_id"].tolist() == ["nørre", "region"]
    assert cells["mean"].tolist() == [5, 61]
    assert cells["favourable"].dropna().tolist() == [52]
    assert cells[["low", "level_low", "predicted"]].isna().all(axis=None)


def test_what_was_kept_beside_the_cells_stays_and_a_value_was_approved_by_nobody_else(db):
    (value,) = observations.records_of(db, ["HOV-T2-C9"])["HOV-T2-C9"]
    assert (value.value, value.entered_by, value.approved_by) == (24.0, "tovholder", "")
    head = releases.head(db, "c")
    assert (head.audit, head.code_version, head.hash) == ("ingen brud", "0.1.0", "h")
    assert head.published == {"region"}


def test_nothing_is_known_of_what_was_not_asked_then(db):
    head = releases.head(db, "c")
    assert head.reliability.empty
    assert head.items.empty
    assert head.drivers.empty


def test_the_day_a_wave_closed_is_the_first_it_can_have_been_released_on(db):
    assert releases.head(db, "c").released_on == date(2015, 5, 31)


def test_without_a_day_the_release_gets_the_day_of_the_step(db):
    assert releases.head(db, "d").released_on >= date(2026, 1, 1)


@pytest.fixture
def with_units(first):
    with first.begin() as connection:
        connection.execute(text(UNIT))


@pytest.mark.usefixtures("with_units")
def test_waves_that_have_opened_stay_in_todays_units(db):
    today = (Unit("region", None, "Regionen", "region"),)
    assert [structures.get(db, name) for name in "abcd"] == [None, today, today, today]


def test_without_units_nothing_is_frozen(db):
    assert structures.get(db, "c") is None


def test_the_step_back_puts_the_cells_together_again(first, any_url):
    migrate(any_url, to="0002")
    with first.begin() as connection:
        command.downgrade(migrations(connection), "0001")
        old_cells = connection.scalar(text("SELECT cells FROM releases WHERE wave_id = 'c'"))
    columns = {column["name"]: column["values"] for column in json.loads(old_cells)}
    assert columns == {column["name"]: column["values"] for column in CELLS}
