import pytest

from models.storage import units, waves
from models.storage.asking import structures
from survey.asking.organisation import join_units
from tests.builders import a_unit, a_wave

UNITS = (a_unit(), a_unit("nørre", parent_id="region", staff=None), a_unit("a", parent_id="nørre"))


@pytest.fixture
def db(any_db):
    waves.add(any_db, a_wave(id="w"))
    return any_db


def test_the_units_of_a_wave_come_back_as_they_were_and_in_their_order(db):
    structures.put(db, "w", UNITS)
    assert structures.get(db, "w") == UNITS


def test_a_wave_that_has_not_opened_has_no_structure(db):
    assert structures.get(db, "w") is None


def test_a_structure_once_frozen_stays(db):
    structures.put(db, "w", UNITS)
    structures.put(db, "w", UNITS[:1])
    assert structures.get(db, "w") == UNITS


def test_a_new_register_leaves_the_structure_alone(db):
    structures.put(db, "w", UNITS)
    units.replace(db, UNITS[:1])
    assert structures.get(db, "w") == UNITS


def test_the_units_of_a_wave_are_joined_into_one_tree(db):
    structures.put(db, "w", UNITS)
    assert structures.tree(db, "w") == join_units(UNITS)


def test_a_wave_that_has_not_opened_has_no_tree(db):
    assert structures.tree(db, "w") is None
