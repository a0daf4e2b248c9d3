from datetime import date
from math import isnan

import pytest

from models.services import units
from models.services.culture import results
from survey.release.cells import FIGURES, KEYS
from tests.models.services.culture.culture_builders import CELLS, release


@pytest.fixture
def one(db):
    release(db)
    return results.released(db)[0]


def test_the_newest_release_comes_first(db):
    release(db, "ny")
    release(db, "gammel", closes_on=date(2024, 3, 9))
    assert [found.wave.id for found in results.released(db)] == ["ny", "gammel"]


def test_before_any_release_there_is_none(db):
    assert results.released(db) == ()


def test_the_release_before_is_the_next_older_one(db):
    release(db, "ny")
    release(db, "gammel", closes_on=date(2024, 3, 9))
    newest, oldest = results.released(db)
    assert results.earlier((newest, oldest), newest).wave.id == "gammel"
    assert results.earlier((newest, oldest), oldest) is None


def test_only_dimensions_asked_with_the_same_items_are_compared(one):
    assert results.comparable(one, one) == tuple(one.measures[1:])


def test_the_measures_are_the_index_and_then_the_dimensions(one):
    assert one.measures[:2] == ("index", "TRU")


def test_units_are_ranked_only_by_what_tells_them_apart(one):
    assert one.ranked == {"index"}


def test_a_figure_of_an_unknown_dimension_is_missing(one):
    assert one.statistic("TRU", "sd_within") == 19
    assert isnan(one.statistic("XYZ", "sd_within"))


def test_a_unit_is_read_with_those_directly_under_it(db, one):
    ids = results.with_children(units.wave_organisation(db, one.wave.id), "R")
    assert ids == ("R", "A", "B", "C")


def test_only_the_cells_asked_for_are_read(db, one):
    found = results.published(db, one.wave.id, {"A"}, measures={"index"})
    assert found[["unit_id", "measure", "mean"]].to_numpy().tolist() == [["A", "index", 60]]


def test_the_second_family_is_read_by_itself(db, one):
    found = results.published(db, one.wave.id, {"R", "A"}, family="crossing")
    assert set(found["group"]) == {"2"}


def test_a_file_has_the_keys_and_the_figures_and_nothing_else():
    head = results.as_file(CELLS, None).decode().splitlines()[0]
    assert head.split(",") == [*KEYS, *FIGURES]


def test_a_file_of_invented_cells_says_so_in_every_row():
    _head, *rows = results.as_file(CELLS, "demo S").decode().splitlines()
    assert {row.split(",")[-1] for row in rows} == {"demo S"}
