import pytest

from models.storage import structures, units, waves
from survey.asking.organisation import join_units
from tests.builders import a_unit, a_wave

UNITS = (a_unit(), a_unit("nørre", parent_id="region", staff=None), a_unit("a", parent_id="nørre"))


@pytest.fixture
def asked(any_db):
    waves.add(any_db, a_wave(id="w"))
    return any_db


def test_the_units_of_a_wave_come_back_as_they_were_and_in_their_order(asked):
    structures.put(asked, "w", UNITS)
    assert structures.get(asked, "w") == UNITS


def test_a_wave_that_has_not_opened_has_no_structure(asked):
    assert structures.get(asked, "w") is None


def test_a_structure_once_frozen_stays(asked):
    structures.put(asked, "w", UNITS)
    structures.put(asked, "w", UNITS[:1])
    assert structures.get(asked, "w") == UNITS


def test_a_new_register_leaves_the_structure_alone(asked):
    structures.put(asked, "w", UNITS)
    units.replace(asked, UNITS[:1])
    assert structures.get(asked, "w") == UNITS


def test_the_units_of_a_wave_are_joined_into_one_tree(asked):
    structures.put(asked, "w", UNITS)
    assert structures.tree(asked, "w") == join_units(UNITS)


def test_a_wave_that_has_not_opened_has_no_tree(asked):
    assert structures.tree(asked, "w") is None
