import pytest
from sqlalchemy.exc import IntegrityError

from models.storage import units
from models.storage.engine import unit_of_work
from tests.builders import a_unit

NORTH = a_unit("north", parent_id="region", kind="hospital", staff=None)


def test_units_come_back_as_they_were_and_in_their_order(any_db):
    register = (NORTH, a_unit(), a_unit("a", parent_id="north", staff=0))
    units.replace(any_db, register)
    assert units.all_units(any_db) == register


def test_new_units_take_the_place_of_all_earlier_ones(any_db):
    units.replace(any_db, [a_unit(), NORTH])
    units.replace(any_db, [a_unit(name="Region Nord")])
    assert units.all_units(any_db) == (a_unit(name="Region Nord"),)


def test_there_may_be_no_units(any_db):
    units.replace(any_db, [])
    assert units.all_units(any_db) == ()


def keep(engine, *register):
    with unit_of_work(engine) as db:
        units.replace(db, register)


@pytest.mark.parametrize("broken", [NORTH, a_unit(staff=-1)], ids=["orphan", "negative staff"])
def test_the_database_itself_refuses_a_broken_tree(any_engine, broken):
    with pytest.raises(IntegrityError):
        keep(any_engine, broken)
