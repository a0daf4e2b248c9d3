from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete

from models.storage import stamps, units
from models.storage.steering import observations
from models.storage.tables.organisation import StructureRow
from models.strategy.observation import Observation
from tests.builders import a_unit
from tests.models.services.result_builders import a_released_wave

NORTH = a_unit("north", parent_id="region", kind="hospital", staff=30)
SOUTH = a_unit("south", parent_id="region", kind="hospital", staff=40)


def stamped(db, *register):
    units.replace(db, register)
    return stamps.units(db)


def test_the_same_register_has_the_same_stamp(any_db):
    assert stamped(any_db, a_unit(), NORTH) == stamped(any_db, a_unit(), NORTH)


def test_an_empty_register_has_a_stamp_of_its_own(any_db):
    assert stamped(any_db) != stamped(any_db, a_unit())


@pytest.mark.parametrize(
    "changed",
    [
        (a_unit(), NORTH),
        (a_unit(), NORTH, replace(SOUTH, staff=41)),
        (a_unit(), NORTH, replace(SOUTH, staff=None)),
        (a_unit(), NORTH, replace(SOUTH, name="Et andet navn")),
        (a_unit(), NORTH, replace(SOUTH, id="southern")),
        (a_unit(), NORTH, replace(SOUTH, parent_id="north")),
        (a_unit(), SOUTH, NORTH),
    ],
)
def test_a_changed_register_has_another_stamp(any_db, changed):
    assert stamped(any_db, *changed) != stamped(any_db, a_unit(), NORTH, SOUTH)


def test_frozen_units_keep_the_stamp_whatever_becomes_of_the_register(db):
    a_released_wave(db, R=58)
    before = stamps.releases(db)
    units.replace(db, [a_unit()])
    assert stamps.releases(db) == before


def test_without_frozen_units_the_register_counts(db):
    a_released_wave(db, R=58)
    db.execute(delete(StructureRow))
    before = stamps.releases(db)
    units.replace(db, [a_unit()])
    assert stamps.releases(db) != before


def test_another_release_has_another_stamp(db):
    empty = stamps.releases(db)
    first = a_released_wave(db, R=58)
    single = stamps.releases(db)
    a_released_wave(db, "later", year=2028, R=58)
    assert len({empty, single, stamps.releases(db)}) == 3
    assert first in single


def test_what_decides_a_status_changes_the_stamp_of_the_promises(any_db):
    before = stamps.promises(any_db)
    assert stamps.promises(any_db) == before
    record = Observation("HOV-T2-C9", date(2016, 12, 31), 30, date(2017, 1, 20))
    observations.add_all(any_db, [record])
    assert stamps.promises(any_db) != before
