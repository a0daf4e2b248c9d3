from dataclasses import replace
from datetime import date
from math import isnan, nan

import pytest

from models.errors import InputError
from models.services.culture import results
from survey.asking import instruments
from survey.asking.instrument_file import accepted
from survey.release.cells import FIGURES, KEYS
from tests.models.services.culture.culture_builders import CELLS, ITEMS, LEADERSHIP, release


@pytest.fixture
def newest(db):
    release(db)
    return results.released_waves(db, by=LEADERSHIP)[0]


def test_the_newest_release_comes_first(db):
    release(db, "ny")
    release(db, "gammel", closes_on=date(2024, 3, 9))
    assert [wave.wave.id for wave in results.released_waves(db, by=LEADERSHIP)] == ["ny", "gammel"]


def test_before_any_release_there_is_none(db):
    assert results.released_waves(db, by=LEADERSHIP) == ()


def test_the_release_before_is_the_next_older_one(db):
    release(db, "ny")
    release(db, "gammel", closes_on=date(2024, 3, 9))
    newest, oldest = results.released_waves(db, by=LEADERSHIP)
    assert results.earlier((newest, oldest), newest).wave.id == "gammel"
    assert results.earlier((newest, oldest), oldest) is None


def test_only_dimensions_asked_with_the_same_items_are_compared(newest):
    assert results.comparable(newest, newest) == tuple(newest.measures[1:])


def test_a_dimension_in_other_words_is_not_compared(newest):
    definition = instruments.text("rik-30").replace("Vi bruger data til", "Vi anvender data til")
    other = replace(newest, instrument=accepted(definition))
    assert set(newest.measures[1:]) - set(results.comparable(newest, other)) == {"NYT"}


def test_the_measures_are_the_index_and_then_the_dimensions(newest):
    assert newest.measures[:2] == ("index", "TRU")


def test_units_are_ranked_only_by_what_tells_them_apart(newest):
    assert newest.ranked == {"index"}


def test_a_figure_of_an_unknown_dimension_is_missing(newest):
    assert newest.statistic("TRU", "sd_within") == 19
    assert isnan(newest.statistic("XYZ", "sd_within"))


def test_a_unit_is_read_with_those_directly_under_it(newest):
    ids = newest.with_children("R")
    assert ids == ("R", "A", "B", "C")


def test_only_the_cells_asked_for_are_read(db, newest):
    of_units = results.published_cells(db, newest.wave.id, {"A"}, measures={"index"})
    assert of_units[["unit_id", "measure", "mean"]].to_numpy().tolist() == [["A", "index", 60]]


def test_the_second_family_is_read_by_itself(db, newest):
    of_units = results.published_cells(db, newest.wave.id, {"R", "A"}, family="crossing")
    assert set(of_units["group"]) == {"2"}


def test_a_file_has_the_keys_and_the_figures_and_nothing_else():
    head = results.cells_as_csv(CELLS, None).decode().splitlines()[0]
    assert head.split(",") == [*KEYS, *FIGURES]


def test_a_file_of_invented_cells_says_so_in_every_row():
    _head, *rows = results.cells_as_csv(CELLS, "demo S").decode().splitlines()
    assert {row.split(",")[-1] for row in rows} == {"demo S"}


def test_a_wave_that_is_not_released_is_refused_in_words(newest):
    with pytest.raises(InputError, match="ikke frigivet"):
        results.release_of([newest], "ukendt")


def test_a_release_has_the_units_the_wave_was_collected_in(newest):
    assert (newest.root.id, newest.organisation.unit("A1").name) == ("R", "Afsnit A1")


def test_the_file_of_some_units_holds_their_published_cells_alone(db, newest):
    head, *rows = (
        results.published_csv(db, newest.wave.id, ["A"], by=LEADERSHIP).decode().splitlines()
    )
    assert head.startswith("family,unit_id")
    assert {row.split(",")[1] for row in rows} == {"A"}


@pytest.mark.parametrize(
    ("answered", "percent"), [({"answered": [80.0]}, 80), ({}, None), ({"answered": [nan]}, None)]
)
def test_it_is_said_how_many_of_the_wave_answered_a_statement(db, answered, percent):
    release(db, items=ITEMS.assign(**answered))
    (newest,) = results.released_waves(db, by=LEADERSHIP)
    assert newest.answered("TRU1") == percent
    assert newest.answered("TRU9") is None
