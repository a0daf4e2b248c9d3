from datetime import date

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from models.storage import releases, waves
from models.storage.tables.results import CellRow
from survey.release.build import Release, fingerprint
from survey.release.cells import FIGURES, KEYS
from survey.release.head import ReleaseHead
from tests.builders import a_wave

WAVE = "foraar-2015"
TYPES = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64")


def some_cells(*rows, **figures):
    """One cell for each (family, unit, group, measure), with every figure missing but these."""
    cells = pd.DataFrame(rows, columns=list(KEYS))
    for name in FIGURES:
        cells[name] = figures.get(name, np.nan)
    return cells.astype(TYPES)


# In the order of KEYS, byte by byte.
CELLS = some_cells(
    ("crossing", "region", "3", "ANE"),
    ("organisation", "Nord", "", "ANE"),
    ("organisation", "Nord", "", "index"),
    ("organisation", "nørre", "", "ANE"),
    ("organisation", "region", "", "OVR1=10"),
    ("organisation", "region", "", "index"),
    n=[7, 12, 12, 40, 41, 42],
    mean=[61, 5, 95, np.nan, 50, 51],
    low=[0.1 + 0.2, np.nan, np.nan, np.nan, 40, 41],
    level_low=[np.nan, np.nan, 2, 3, np.nan, 3],
    level_high=[np.nan, np.nan, 3, 3, np.nan, 3],
)
RELIABILITY = pd.DataFrame(
    {
        "dimension": pd.Series(["TRU", "index"], dtype="str"),
        "n": [120, 40],
        "alpha": [0.812345678901, np.nan],
        "may_rank": [True, False],
    }
)
NOTHING = pd.DataFrame(
    {"dimension": pd.Series([], dtype="str"), "weight": pd.Series([], dtype="f8")}
)


def a_release(cells=CELLS, **fields):
    usual = {
        "wave_id": WAVE,
        "smallest_group": 5,
        "released_on": date(2015, 6, 1),
        "cells": cells,
        "published": frozenset({"region", "nørre"}),
        "audit": "theorem 1, 0 breaches",
        "code_version": "0.1.0",
        "hash": fingerprint(cells),
        "reliability": RELIABILITY,
        "items": NOTHING,
        "drivers": NOTHING,
    }
    return Release(**usual | fields)


@pytest.fixture
def db(any_db):
    waves.add(any_db, a_wave())
    return any_db


@pytest.fixture
def released(db):
    releases.add(db, a_release())
    return db


def same(release, expected):
    """Whether two releases or heads agree in every field."""
    assert vars(release).keys() == vars(expected).keys()
    for name, value in vars(release).items():
        if isinstance(value, pd.DataFrame):
            pd.testing.assert_frame_equal(value, vars(expected)[name])
        else:
            assert value == vars(expected)[name]
    return True


@pytest.mark.parametrize("cells", [CELLS, CELLS.iloc[:0]], ids=["some", "nothing to publish"])
def test_a_release_comes_back_identical(db, cells):
    releases.add(db, a_release(cells))
    assert same(releases.get(db, WAVE), a_release(cells))


def test_the_fingerprint_of_what_came_back_is_the_one_that_was_kept(released):
    copy = releases.get(released, WAVE)
    assert fingerprint(copy.cells) == copy.hash


def test_cells_come_back_in_the_order_of_their_keys_whatever_order_they_came_in(db):
    releases.add(db, a_release(CELLS.iloc[::-1]))
    assert same(releases.get(db, WAVE), a_release(CELLS))


def test_cells_are_kept_and_read_in_parts(db, monkeypatch):
    monkeypatch.setattr(releases, "_BATCH", 2)
    releases.add(db, a_release())
    assert same(releases.get(db, WAVE), a_release())


def test_a_head_is_a_release_without_its_cells(released):
    fields = vars(a_release())
    fields.pop("cells")
    assert same(releases.head(released, WAVE), ReleaseHead(**fields))


def test_a_wave_that_was_not_released_has_nothing(db):
    assert releases.get(db, WAVE) is None
    assert releases.head(db, WAVE) is None
    assert releases.heads(db) == ()
    assert releases.cells(db, WAVE).empty
    assert releases.levels(db, WAVE) == {}


def test_an_empty_answer_has_the_columns_of_a_full_one(released):
    nothing = releases.cells(released, WAVE, units=["ukendt"])
    pd.testing.assert_frame_equal(nothing, CELLS.iloc[:0])


@pytest.mark.parametrize(
    ("asked_for", "rows"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"family": None}, [0, 1, 2, 3, 4, 5]),
        ({"family": "crossing"}, [0]),
        ({"units": ["nørre", "Nord"]}, [1, 2, 3]),
        ({"units": {"nørre"}, "measures": ["ANE"]}, [3]),
        ({"units": ["Nord' OR 1=1 --", "nørre"]}, [3]),
        ({"measures": ("index", "OVR1=10")}, [2, 4, 5]),
        ({"units": []}, []),
    ],
)
def test_only_the_cells_asked_for_are_read(released, asked_for, rows):
    cells = releases.cells(released, WAVE, **asked_for)
    pd.testing.assert_frame_equal(cells, CELLS.iloc[rows].reset_index(drop=True))


def test_more_units_may_be_asked_for_than_a_statement_takes_values(released):
    units = ["nørre", *(f"unit-{n}" for n in range(70_000))]
    assert list(releases.cells(released, WAVE, units=units)["unit_id"]) == ["nørre"]


def test_levels_are_counted_by_their_range(released):
    assert releases.levels(released, WAVE)["index"] == {(2, 3): 1, (3, 3): 1}


@pytest.mark.measured
def test_levels_are_counted_for_the_units_and_the_measure_asked_for(released):
    assert releases.levels(released, WAVE, units=["Nord", "nørre"])["index"] == {(2, 3): 1}
    assert releases.levels(released, WAVE, measures=["ANE"]) == {"ANE": {None: 1, (3, 3): 1}}


def test_another_wave_keeps_its_own_cells(released):
    waves.add(released, a_wave(id="other"))
    releases.add(released, a_release(CELLS.iloc[3:4], wave_id="other"))
    assert len(releases.cells(released, "other")) == 1
    assert releases.levels(released, "other") == {"ANE": {(3, 3): 1}}


@pytest.mark.measured
def test_a_second_release_of_a_wave_is_refused_and_the_first_stays(released):
    assert not releases.add(released, a_release(CELLS.iloc[:1], smallest_group=7))
    assert same(releases.get(released, WAVE), a_release())


def test_every_release_is_found_by_the_id_of_its_wave(db):
    waves.add(db, a_wave(id="efteraar-2015"))
    for wave_id in (WAVE, "efteraar-2015"):
        releases.add(db, a_release(wave_id=wave_id))
    assert [head.wave_id for head in releases.heads(db)] == ["efteraar-2015", WAVE]


def test_heads_are_read_without_looking_at_a_cell(released):
    statements = []
    event.listen(
        released.get_bind(), "before_cursor_execute", lambda *step: statements.append(step[2])
    )
    releases.heads(released)
    releases.head(released, WAVE)
    assert statements
    assert not any("release_cells" in statement for statement in statements)


@pytest.mark.measured
def test_a_release_needs_its_wave(db):
    with pytest.raises(IntegrityError), db.begin_nested():
        releases.add(db, a_release(wave_id="never"))


def test_a_cell_keeps_every_key_and_figure_of_a_release_and_no_more():
    columns = {column.name for column in CellRow.__table__.columns} - {"wave_id"}
    assert columns == {*KEYS, *FIGURES, "respondent_group"} - {"group"}


@pytest.fixture
def large(db):
    """A release of 20,000 cells: 400 units, 50 measures."""
    places = [("organisation", f"unit-{n // 50:04}", "", f"M{n % 50:02}") for n in range(20_000)]
    cells = some_cells(*places, n=12.0, mean=50.0, level_low=3.0, level_high=4.0)
    releases.add(db, a_release(cells))
    return db


def test_of_a_large_release_only_the_unit_asked_for_is_read(large):
    assert len(releases.cells(large, WAVE, units=["unit-0250"])) == 50
    assert releases.levels(large, WAVE, measures=["M07"]) == {"M07": {(3, 4): 400}}
