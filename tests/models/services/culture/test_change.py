from dataclasses import replace
from datetime import date
from math import nan

import pytest

from models.services.culture import change, results
from survey.asking.organisation import join_units
from tests.models.services.culture.culture_builders import (
    REGION,
    TREE,
    a_cell,
    cells,
    release,
    reliability,
)

BEFORE = cells(a_cell("R", mean=50), a_cell("R", "TRU", mean=50), a_cell("A", mean=50))
AFTER = cells(a_cell("R", mean=75), a_cell("R", "TRU", mean=51), a_cell("A", mean=51))


def moved(db, *units, then=TREE, **fields):
    release(db, "ny", shown=AFTER, **fields)
    release(db, "gammel", shown=BEFORE, closes_on=date(2024, 3, 9))
    one, before = results.released(db)
    return change.development(db, one, before, units, now=TREE, then=then)


def test_a_large_and_sure_change_gets_an_arrow_and_a_small_one_does_not(db):
    found = moved(db, "R")
    own = found.of("R")
    assert (own["index"]["arrow"], own["TRU"]["arrow"], found.arrows) == (1, 0, 1)


def test_a_unit_that_is_not_the_same_as_then_has_no_development(db):
    other = (replace(unit, kind="flyttet") if unit.id == "A" else unit for unit in REGION)
    found = moved(db, "R", "A", then=join_units(other))
    assert found.new == {"A"}
    assert found.of("A") == {}


def test_a_unit_hidden_in_either_wave_has_no_figures(db):
    assert moved(db, "B").of("B") == {}


@pytest.mark.parametrize("sd", [19.0, nan])
def test_only_what_has_a_spread_is_compared(db, sd):
    found = moved(db, "R", reliability=reliability(sd=sd))
    assert ("index" in found.measures) == (sd == 19.0)
