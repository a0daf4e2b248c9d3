from math import nan

import pandas as pd
import pytest

from survey.release import figure
from survey.release.cells import FIGURES, KEYS
from survey.release.figure import HIDDEN, Figure, WhyHidden, figure_at


def published(**figures):
    """The figure made of a row with these figures, the others missing."""
    keys = dict(zip(KEYS, ("organisation", "A", "", "TRU"), strict=True))
    rows = pd.DataFrame([keys | dict.fromkeys(FIGURES, nan) | figures])
    return figure.by_place(rows)["A", "", "TRU"]


def test_the_fields_are_those_of_the_cells_in_their_order():
    assert tuple(Figure.__dataclass_fields__)[:-1] == FIGURES


@pytest.mark.parametrize("name", FIGURES)
def test_each_column_becomes_the_field_of_its_name(name):
    assert published(**{name: 1.0}) == Figure(**{name: 1})


def test_whole_figures_are_whole_numbers_and_what_is_missing_is_none():
    row = published(mean=58.0, n_eff=6.5, divided=0.0)
    assert (repr(row.mean), row.n_eff, row.divided, row.low) == ("58", 6.5, False, None)


def test_no_cells_give_no_figures():
    assert figure.by_place(pd.DataFrame(columns=[*KEYS, *FIGURES])) == {}


@pytest.mark.parametrize(
    ("row", "why"),
    [(Figure(mean=58), None), (Figure(favourable=40), None),
     (Figure(n=9), WhyHidden.SELDOM_ANSWERED),
     (Figure(why=WhyHidden.NOT_ASKED), WhyHidden.NOT_ASKED)],
)  # fmt: skip
def test_a_figure_is_hidden_without_a_mean_and_a_share(row, why):
    assert row.hidden == why


@pytest.mark.parametrize("row", [HIDDEN, Figure(low=52), Figure(high=64)])
def test_an_interval_has_two_ends(row):
    assert row.interval is None
    assert Figure(low=52, high=64).interval == (52, 64)


def test_a_level_is_a_range_where_the_interval_crosses_a_cut():
    assert Figure(level_low=3, level_high=4).undecided
    assert not Figure(level_low=3, level_high=3).undecided


@pytest.mark.parametrize("row", [HIDDEN, Figure(level_low=3), Figure(level_high=3)])
def test_without_both_ends_there_are_no_levels(row):
    assert row.levels is None
    assert Figure(level_low=3, level_high=4).levels == (3, 4)


def test_the_best_guess_is_the_prediction_else_the_mean():
    assert Figure(mean=58, predicted=57).best_guess == 57
    assert Figure(mean=58).best_guess == 58


@pytest.mark.parametrize(
    ("row", "less"),
    [(Figure(n=9, n_eff=7.4), True), (Figure(n=9, n_eff=8.6), False), (Figure(n=9), False),
     (Figure(n_eff=7.0), False)],
)  # fmt: skip
def test_weights_make_answers_tell_less_than_their_number(row, less):
    assert row.weighted_down is less


def test_the_silent_draw_the_mean_down_by_their_share_and_never_below_0():
    assert Figure(mean=58).mean_if_silent_lower(0.4) == 48
    assert Figure(mean=5).mean_if_silent_lower(1) == 0
    assert HIDDEN.mean_if_silent_lower(0.4) is None


def at(figures, measure="TRU"):
    return figure_at(figures, "A", measure, root_id="R", measures={"TRU"})


def test_what_is_published_is_found_by_its_place():
    assert at({("A", "", "TRU"): Figure(mean=58)}).mean == 58


def test_what_is_not_published_says_why():
    whole = {("R", "", "TRU"): Figure(mean=60)}
    assert at(whole).hidden is WhyHidden.TOO_FEW
    assert at({}).hidden is WhyHidden.NO_WHOLE
    assert at(whole, "XYZ").hidden is WhyHidden.NOT_ASKED


def test_a_statement_that_is_hidden_beside_its_dimension_says_that_few_of_the_staff_moved():
    figures = {("A", "", "TRU"): Figure(n=12, mean=50), ("R", "", "TRU1"): Figure(n=40, mean=50)}
    region = {"root_id": "R", "measures": {"TRU1"}}
    beside = figure_at(figures, "A", "TRU1", dimension="TRU", **region)
    assert beside.hidden is WhyHidden.STAFF_MOVED
    alone = figure_at(figures, "A", "TRU1", dimension="LED", **region)
    assert alone.hidden is WhyHidden.TOO_FEW


def test_only_the_lowest_value_stands_for_everything_below():
    assert (figure.at_bottom(5), figure.at_bottom(6)) == (True, False)


def test_a_statement_with_people_and_no_mean_was_seldom_answered_and_keeps_its_opt_out():
    figures = {
        ("R", "", "TRU"): Figure(n=40, mean=50),
        ("R", "", "TRU1"): Figure(n=40, opted_out=60),
    }
    figure = figure_at(figures, "R", "TRU1", root_id="R", measures={"TRU1"})
    assert (figure.hidden, figure.opted_out) == (WhyHidden.SELDOM_ANSWERED, 60)
