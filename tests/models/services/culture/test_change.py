from dataclasses import replace
from datetime import date
from math import nan

import pytest

from models.services.culture import change, results
from tests.models.services.culture.culture_builders import (
    LEADERSHIP,
    REGION,
    a_cell,
    cells,
    release,
    reliability,
)

BEFORE = cells(a_cell("R", mean=50), a_cell("R", "TRU", mean=50), a_cell("A", mean=50))
AFTER = cells(a_cell("R", mean=75), a_cell("R", "TRU", mean=51), a_cell("A", mean=51))


def developed(db, *units, then=REGION, **fields):
    release(db, "ny", cell_rows=AFTER, **fields)
    release(db, "gammel", cell_rows=BEFORE, closes_on=date(2024, 3, 9), structure=then)
    newest, before = results.released_waves(db, by=LEADERSHIP)
    return change.development(db, newest, before, units, by=LEADERSHIP)


def test_a_large_and_sure_change_gets_an_arrow_and_a_small_one_does_not(db):
    development = developed(db, "R")
    own = development.of("R")
    assert (own["index"]["arrow"], own["TRU"]["arrow"]) == (1, 0)


def test_a_unit_that_is_not_the_same_as_then_has_no_development(db):
    other = tuple(replace(unit, kind="flyttet") if unit.id == "A" else unit for unit in REGION)
    development = developed(db, "R", "A", then=other)
    assert development.regrouped == {"A"}
    assert development.of("A") == {}


def test_a_unit_hidden_in_either_wave_has_no_figures(db):
    assert developed(db, "B").of("B") == {}


@pytest.mark.parametrize("sd", [19.0, nan])
def test_only_what_has_a_spread_is_compared(db, sd):
    development = developed(db, "R", reliability=reliability(sd=sd))
    assert ("index" in development.measures) == (sd == 19.0)


def test_a_section_where_everybody_answered_gets_no_arrow_for_answering_anew(db):
    everybody = {"n": 60, "n_eff": 60}
    careless = reliability().assign(alpha=0.2, sd_total=19.0)
    for wave_id, mean, day in (("ny", 56, date(2026, 3, 9)), ("gammel", 50, date(2024, 3, 9))):
        unit_cells = cells(a_cell("A1", mean=mean, **everybody))
        release(db, wave_id, cell_rows=unit_cells, closes_on=day, reliability=careless)
    newest, before = results.released_waves(db, by=LEADERSHIP)
    development = change.development(db, newest, before, ["A1"], by=LEADERSHIP)
    assert development.of("A1")["index"]["arrow"] == 0


def test_what_the_wave_before_had_no_spread_of_is_not_compared(db):
    release(db, "ny", cell_rows=AFTER)
    release(
        db, "gammel", cell_rows=BEFORE, closes_on=date(2024, 3, 9), reliability=reliability(sd=nan)
    )
    newest, before = results.released_waves(db, by=LEADERSHIP)
    assert change.development(db, newest, before, ["R"], by=LEADERSHIP).measures == ()
