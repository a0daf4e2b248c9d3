from math import nan

import pytest

from models.services.culture import levels, results
from tests.models.services.culture.culture_builders import TREE, a_cell, cells, release

SHOWN = cells(
    a_cell("A", level_low=3, level_high=4),
    a_cell("B", level_low=4, level_high=4),
    a_cell("A1", level_low=nan, level_high=nan),
)


@pytest.fixture
def counted(db):
    release(db, shown=SHOWN)
    one = results.released(db)[0]
    return lambda *ids: levels.levels(db, one, ids, "index")


def test_a_unit_between_two_levels_is_counted_between_them(counted):
    assert counted("A", "B").spans == {(3, 4): 1, (4, 4): 1}


def test_hidden_units_and_units_without_a_level_are_counted_apart(counted):
    found = counted("A", "A1", "A2", "C")
    assert (found.without, found.hidden, found.units) == (1, 2, 4)


def test_the_kinds_under_a_unit_come_uppermost_first():
    assert levels.kinds(TREE, "R") == {
        "hospital": ("A", "B", "C"),
        "section": ("A1", "A2"),
    }


def test_a_lowest_unit_has_no_kinds_under_it():
    assert levels.kinds(TREE, "A1") == {}
