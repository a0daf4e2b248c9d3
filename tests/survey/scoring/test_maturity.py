from math import isnan, nan

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.question import Gate
from survey.scoring.maturity import (
    Bound,
    Verdict,
    dimension_verdict,
    gated,
    index_verdict,
    level,
    levels_of,
    ranges,
    why,
)
from tests.examples import examples
from tests.survey.builders import CULTURE

LEVELS = CULTURE.levels
IDS = [dimension.id for dimension in CULTURE.dimensions]
scores = st.floats(0, 100)
some_levels = st.lists(st.sampled_from([1, 2, 3, 4, 5, nan]), min_size=9, max_size=9)
ends = st.tuples(scores, scores, scores)
units = st.lists(ends | st.just((nan, nan, nan)), min_size=9, max_size=9)


def named(*nine):
    return dict(zip(IDS, nine, strict=True))


def slow_level(ungated, nine):
    """Word by word: 4 needs six at 3 and none at 1, 5 needs six at 4 and none below 3."""
    there = [one for one in nine if not isnan(one)]
    four = sum(one >= 3 for one in there) >= 6 and 1 not in there
    five = four and sum(one >= 4 for one in there) >= 6 and not {1, 2} & set(there)
    return min(ungated, 5 if five else 4 if four else 3)


def spanned(predicted, one, other):
    return predicted, min(one, other), max(one, other)


def verdict_of(span):
    return None if isnan(span[0]) else dimension_verdict(*spanned(*span), LEVELS)


@pytest.mark.parametrize(
    ("score", "reached"),
    [(0, 1), (29.9, 1), (30, 2), (44.9, 2), (45, 3), (59.9, 3), (60, 4), (75, 5), (100, 5)],
)
def test_a_cut_is_reached_from_its_own_score(score, reached):
    assert level(score, LEVELS) == reached


def test_a_missing_score_has_no_level():
    with pytest.raises(ValueError, match="missing"):
        level(nan, LEVELS)


def test_cuts_come_from_the_instrument():
    strict = LEVELS.model_copy(update={"cuts": (90.0, 95.0, 96.0, 97.0)})
    assert level(91, strict) == 2


@given(st.lists(scores | st.just(nan), min_size=1))
def test_levels_of_a_frame_are_the_levels_of_its_scores(given_scores):
    found = levels_of(pd.DataFrame({"TRU": given_scores}), LEVELS)["TRU"]
    for score, reached in zip(given_scores, found, strict=True):
        assert isnan(reached) if isnan(score) else reached == level(score, LEVELS)


@given(st.integers(1, 5), some_levels)
def test_gates_hold_an_index_as_the_design_says(ungated, nine):
    gate = why(ungated, named(*nine), LEVELS)
    assert (gate.level - 1 if gate else ungated) == slow_level(ungated, nine)


@settings(max_examples=examples(15, thorough=200))
@given(st.lists(st.tuples(st.integers(1, 5), some_levels), min_size=1, max_size=9))
def test_many_indexes_are_held_as_each_of_them_is(rows):
    dimensions = pd.DataFrame([nine for _, nine in rows], columns=IDS)
    found = gated(pd.Series([ungated for ungated, _ in rows]), dimensions, LEVELS)
    assert found.tolist() == [slow_level(*row) for row in rows]


@given(st.integers(1, 5), some_levels, st.integers(0, 8))
def test_a_dimension_that_rises_never_lowers_the_index(ungated, nine, which):
    risen = [min(one + 1, 5) if i == which else one for i, one in enumerate(nine)]
    assert slow_level(ungated, risen) >= slow_level(ungated, nine)
    gate, after = (why(ungated, named(*one), LEVELS) for one in (nine, risen))
    assert gate or not after


def test_the_binding_gate_says_how_many_dimensions_meet_it_and_which_are_too_low():
    gate = why(5, named(5, 5, 5, 5, 5, 3, 3, 2, 2), LEVELS)
    assert gate == Bound(5, at_least=4, met=5, needed=6, none_below=3, below=("BRU", "NYT"))


def test_the_lowest_gate_binds_when_both_fail():
    gate = why(5, named(5, 5, 5, 5, 5, 5, 5, 5, 1), LEVELS)
    assert gate == Bound(4, at_least=3, met=8, needed=6, none_below=2, below=("NYT",))


def test_gates_bind_from_below_in_whatever_order_they_are_given():
    turned = LEVELS.model_copy(update={"gates": LEVELS.gates[::-1]})
    assert why(5, named(*[1] * 9), turned).level == 4


def test_no_gate_binds_an_index_that_its_score_holds_lower():
    assert why(3, named(*[1] * 9), LEVELS) is None


def test_a_missing_dimension_does_not_meet_a_gate_and_is_not_called_too_low():
    gate = why(4, named(3, 3, 3, 3, 3, nan, nan, nan, nan), LEVELS)
    assert (gate.met, gate.below) == (5, ())


def test_an_instrument_with_few_dimensions_needs_them_all():
    assert why(4, {"A": 3, "B": 3}, LEVELS) is None
    assert (why(4, {"A": 3, "B": 2}, LEVELS).needed, why(4, {"A": 3, "B": nan}, LEVELS).met) == (
        2,
        1,
    )


def test_gates_come_from_the_instrument():
    gates = (Gate(level=3, dimensions=2, at_least=2, none_below=1),)
    own = LEVELS.model_copy(update={"gates": gates})
    assert gated(pd.Series([5.0]), pd.DataFrame({"A": [1], "B": [5]}), own).tolist() == [2]


def test_a_dimension_is_shown_as_the_levels_its_interval_touches():
    assert dimension_verdict(58, 52, 63, LEVELS) == Verdict(level=3, low=3, high=4, ungated=3)


def test_the_range_holds_the_level_of_the_prediction_too():
    assert dimension_verdict(59, 61, 70, LEVELS) == Verdict(level=3, low=3, high=4, ungated=3)


def test_one_level_is_shown_as_one():
    found = dimension_verdict(50, 46, 59, LEVELS)
    assert (found.low, found.high) == (3, 3)


def test_an_index_is_shown_with_the_gate_that_holds_it():
    low = dimension_verdict(20, 16, 24, LEVELS)
    high = dimension_verdict(90, 86, 94, LEVELS)
    found = index_verdict(80, 76, 84, named(*[high] * 8, low), LEVELS)
    assert (found.level, found.low, found.high, found.ungated) == (3, 3, 3, 5)
    assert found.gate.below == ("NYT",)


def test_the_ends_of_an_index_pass_the_gates_with_the_ends_of_its_dimensions():
    unsure = dimension_verdict(46, 44, 61, LEVELS)
    found = index_verdict(62, 61, 76, named(*[unsure] * 9), LEVELS)
    assert (found.level, found.low, found.high) == (4, 3, 5)


def test_an_index_stands_with_dimensions_missing():
    there = dimension_verdict(90, 86, 94, LEVELS)
    assert index_verdict(90, 86, 94, named(*[there] * 7, None, None), LEVELS).level == 5


@given(ends, units)
def test_a_level_lies_in_its_range_and_gates_never_raise_it(span, nine):
    dimensions = named(*(verdict_of(one) for one in nine))
    found = index_verdict(*spanned(*span), dimensions, LEVELS)
    assert 1 <= found.low <= found.level <= found.high <= 5
    assert found.level <= found.ungated


@settings(max_examples=examples(15, thorough=200))
@given(ends, units)
def test_many_units_have_the_verdicts_of_each_of_them(span, nine):
    spans = pd.DataFrame([spanned(*one) for one in (*nine, span)], index=[*IDS, "index"])
    found = ranges(*(spans[i].to_frame("unit").T for i in range(3)), LEVELS, index="index")
    verdicts = named(*(verdict_of(one) for one in nine))
    verdicts["index"] = index_verdict(*spanned(*span), verdicts.copy(), LEVELS)
    for measure, verdict in verdicts.items():
        figures = [frame[measure].item() for frame in found]
        if verdict is None:
            assert all(isnan(figure) for figure in figures)
        else:
            assert figures == [verdict.level, verdict.low, verdict.high]


def test_a_unit_without_an_interval_has_no_level():
    one = pd.DataFrame({"TRU": [50.0], "RIS": [50.0]})
    found = ranges(one, one.assign(TRU=nan), one, LEVELS)
    assert [frame["TRU"].isna().item() for frame in found] == [True, True, True]
    assert [frame["RIS"].item() for frame in found] == [3, 3, 3]


def test_a_missing_index_has_no_level_whatever_the_gates_say():
    assert gated(pd.Series([nan]), pd.DataFrame([[1.0] * 9], columns=IDS), LEVELS).isna().all()
