from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.services.culture.map import Differs, culture_map, differing, ordered, standing_out
from survey.asking.participation import Coverage
from survey.release.figure import by_place
from tests.models.services.culture.culture_builders import CELLS, a_cell, a_release, cells


def mapped(of_cells=CELLS, unit_id="R"):
    return culture_map(a_release(), by_place(of_cells), unit_id)


def row(unit_id, of_cells=CELLS):
    return next(row for row in mapped(of_cells).rows if row.unit.id == unit_id)


def test_the_rows_are_the_units_directly_below_in_the_organisations_order():
    culture = mapped()
    assert culture.above.unit.id == "R"
    assert [row.unit.id for row in culture.rows] == ["A", "B", "C"]


def test_a_unit_whose_interval_lies_above_the_mean_over_it_is_above():
    assert row("A").differs == {"index": Differs.ABOVE, "TRU": Differs.BELOW}


def test_a_unit_whose_interval_holds_the_mean_over_it_cannot_be_told_apart():
    assert row("B").differs["index"] is Differs.SAME


def test_without_an_interval_nothing_is_said():
    of_cells = cells(a_cell("R"), a_cell("A", low=nan), a_cell("B", high=nan))
    assert {row("A", of_cells).differs["index"], row("B", of_cells).differs["index"]} == {
        Differs.UNKNOWN
    }


def test_beside_a_hidden_unit_nothing_is_said():
    assert row("A", cells(a_cell("A"))).differs == {}


def test_a_hidden_unit_has_no_cells_no_answers_and_no_standing():
    hidden = row("C")
    assert (hidden.figures, hidden.n, hidden.rate) == ({}, None, None)
    assert hidden.coverage is Coverage.UNKNOWN


def test_the_valid_answers_are_those_behind_the_index():
    assert mapped(cells(a_cell("R", n=9), a_cell("R", "TRU", n=12))).above.n == 9


def test_without_an_index_they_are_those_behind_the_most_answered_dimension():
    of_cells = cells(a_cell("R", "RIS", n=9), a_cell("R", "TRU", n=12), a_cell("R", mean=nan))
    assert mapped(of_cells).above.n == 12


def test_the_rate_is_of_the_staff():
    assert mapped().above.rate == 120 / 200
    assert mapped().above.coverage is Coverage.FULL


def test_a_unit_of_few_gets_no_rate():
    below = culture_map(a_release(), by_place(cells(a_cell("A2", n=6))), "A")
    small = below.rows[1]
    assert small.rate is None


def test_units_are_sorted_by_the_best_guess_hidden_last():
    of_cells = cells(a_cell("B", predicted=60), a_cell("C", mean=70, predicted=nan))
    by_guess = ordered(mapped(of_cells), "index", {"index"})
    assert [row.unit.id for row in by_guess.rows] == ["C", "B", "A"]
    assert by_guess.sorted_by == "index"


@pytest.mark.parametrize("measure", ["TRU", ""])
def test_what_cannot_tell_units_apart_does_not_sort_them(measure):
    culture = mapped()
    assert ordered(culture, measure, {"index"}) is culture


@given(st.permutations(range(3)), st.sampled_from(["index", "TRU"]))
def test_sorting_keeps_every_unit(guesses, measure):
    of_cells = cells(
        *(a_cell(unit, measure, predicted=g) for unit, g in zip("ABC", guesses, strict=True))
    )
    by_guess = ordered(mapped(of_cells), measure, {measure})
    assert sorted(row.unit.id for row in by_guess.rows) == ["A", "B", "C"]


def test_units_that_differ_are_counted():
    assert differing(mapped().rows, "index", Differs.ABOVE) == 1


def test_the_two_topics_surely_farthest_from_the_unit_above_stand_out_and_no_other():
    index, low, high, near, unranked = a_release().measures[:5]
    means = {index: 20, low: 30, high: 80, near: 45, unranked: 90}
    topics = cells(
        *(a_cell("R", measure, mean=50, low=49, high=51) for measure in means),
        *(a_cell("A", m, mean=mean, low=mean - 1, high=mean + 1) for m, mean in means.items()),
    )
    culture, ranked = mapped(topics), {index, low, high, near}
    assert standing_out(culture.rows[0], culture.above, ranked) == (high, low)
    assert standing_out(row("B"), mapped().above, ranked) == ()
