from math import isnan, nan

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.question import Gate
from survey.scoring.maturity import (
    Bound,
    binding_gate,
    gated,
    level,
    levels_of,
    ranges,
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
    present = [own for own in nine if not isnan(own)]
    four = sum(own >= 3 for own in present) >= 6 and 1 not in present
    five = four and sum(own >= 4 for own in present) >= 6 and not {1, 2} & set(present)
    return min(ungated, 5 if five else 4 if four else 3)


def spanned(predicted, end, other_end):
    return predicted, min(end, other_end), max(end, other_end)


def slow_range(span):
    if isnan(span[0]):
        return nan, nan, nan
    own, low, high = (level(score, LEVELS) for score in span)
    return own, min(own, low), max(own, high)


def ranges_of(nine, index):
    """Measure -> level, low and high of a unit, from nine spans and that of the index."""
    spans = pd.DataFrame([*nine, index], index=[*IDS, "index"])
    frames = ranges(*(spans[i].to_frame("unit").T for i in range(3)), LEVELS, index="index")
    return {measure: tuple(frame[measure].item() for frame in frames) for measure in spans.index}


@pytest.mark.parametrize(
    ("score", "reached"),
    [(0, 1), (29.9, 1), (30, 2), (44.9, 2), (45, 3), (59.9, 3), (60, 4), (75, 5), (100, 5)],
)
def test_a_cut_is_reached_from_its_own_score(score, reached):
    assert level(score, LEVELS) == reached


@pytest.mark.measured
def test_a_missing_score_has_no_level():
    with pytest.raises(ValueError, match="missing"):
        level(nan, LEVELS)


def test_cuts_come_from_the_instrument():
    strict = LEVELS.model_copy(update={"cuts": (90.0, 95.0, 96.0, 97.0)})
    assert level(91, strict) == 2


@given(st.lists(scores | st.just(nan), min_size=1))
def test_levels_of_a_frame_are_the_levels_of_its_scores(some_scores):
    of_frame = levels_of(pd.DataFrame({"TRU": some_scores}), LEVELS)["TRU"]
    for score, reached in zip(some_scores, of_frame, strict=True):
        assert isnan(reached) if isnan(score) else reached == level(score, LEVELS)


@given(st.integers(1, 5), some_levels)
def test_gates_hold_an_index_as_the_design_says(ungated, nine):
    gate = binding_gate(ungated, named(*nine), LEVELS)
    assert (gate.level - 1 if gate else ungated) == slow_level(ungated, nine)


@settings(max_examples=examples(15, thorough=200))
@given(st.lists(st.tuples(st.integers(1, 5), some_levels), min_size=1, max_size=9))
def test_many_indexes_are_held_as_each_of_them_is(rows):
    dimensions = pd.DataFrame([nine for _, nine in rows], columns=IDS)
    levels = gated(pd.Series([ungated for ungated, _ in rows]), dimensions, LEVELS)
    assert levels.tolist() == [slow_level(*row) for row in rows]


@given(st.integers(1, 5), some_levels, st.integers(0, 8))
def test_a_dimension_that_rises_never_lowers_the_index(ungated, nine, which):
    risen = [min(own + 1, 5) if i == which else own for i, own in enumerate(nine)]
    assert slow_level(ungated, risen) >= slow_level(ungated, nine)
    gate, after = (binding_gate(ungated, named(*levels), LEVELS) for levels in (nine, risen))
    assert gate or not after


def test_the_binding_gate_says_how_many_dimensions_meet_it_and_which_are_too_low():
    gate = binding_gate(5, named(5, 5, 5, 5, 5, 3, 3, 2, 2), LEVELS)
    assert gate == Bound(5, at_least=4, met=5, needed=6, none_below=3, below=("BRU", "NYT"))


def test_the_lowest_gate_binds_when_both_fail():
    gate = binding_gate(5, named(5, 5, 5, 5, 5, 5, 5, 5, 1), LEVELS)
    assert gate == Bound(4, at_least=3, met=8, needed=6, none_below=2, below=("NYT",))


def test_gates_bind_from_below_in_whatever_order_they_are_given():
    turned = LEVELS.model_copy(update={"gates": LEVELS.gates[::-1]})
    assert binding_gate(5, named(*[1] * 9), turned).level == 4


def test_no_gate_binds_an_index_that_its_score_holds_lower():
    assert binding_gate(3, named(*[1] * 9), LEVELS) is None


def test_a_missing_dimension_does_not_meet_a_gate_and_is_not_called_too_low():
    gate = binding_gate(4, named(3, 3, 3, 3, 3, nan, nan, nan, nan), LEVELS)
    assert (gate.met, gate.below) == (5, ())


def test_an_instrument_with_few_dimensions_needs_them_all():
    assert binding_gate(4, {"A": 3, "B": 3}, LEVELS) is None
    assert binding_gate(4, {"A": 3, "B": 2}, LEVELS).needed == 2
    assert binding_gate(4, {"A": 3, "B": nan}, LEVELS).met == 1


def test_gates_come_from_the_instrument():
    gates = (Gate(level=3, dimensions=2, at_least=2, none_below=1),)
    own = LEVELS.model_copy(update={"gates": gates})
    assert gated(pd.Series([5.0]), pd.DataFrame({"A": [1], "B": [5]}), own).tolist() == [2]


@pytest.mark.parametrize(
    ("span", "level_low_high"),
    [
        pytest.param((58, 52, 63), (3, 3, 4), id="the interval crosses a cut"),
        pytest.param((59, 61, 70), (3, 3, 4), id="the interval lies above the prediction"),
        pytest.param((50, 46, 59), (3, 3, 3), id="the interval stays within a level"),
    ],
)
def test_a_dimension_ranges_over_its_own_level_and_those_its_interval_reaches(span, level_low_high):
    assert ranges_of([span] * 9, span)["TRU"] == level_low_high


def test_an_index_ranges_no_further_than_the_gates_let_it():
    nine = [(90, 86, 94)] * 8 + [(20, 16, 24)]
    assert ranges_of(nine, (80, 76, 84))["index"] == (3, 3, 3)


def test_the_ends_of_an_index_pass_the_gates_with_the_ends_of_its_dimensions():
    assert ranges_of([(46, 44, 61)] * 9, (62, 61, 76))["index"] == (4, 3, 5)


def test_an_index_stands_with_dimensions_missing():
    nine = [(90, 86, 94)] * 7 + [(nan, nan, nan)] * 2
    assert ranges_of(nine, (90, 86, 94))["index"][0] == 5


@settings(deadline=None)
@given(ends, units)
def test_a_level_lies_in_its_range_and_gates_never_raise_it(span, nine):
    own, low, high = ranges_of([spanned(*some) for some in nine], spanned(*span))["index"]
    assert 1 <= low <= own <= high <= 5
    assert own <= level(span[0], LEVELS)


@settings(max_examples=examples(15, thorough=200))
@given(ends, units)
def test_a_unit_has_the_levels_and_ranges_of_the_slow_way(span, nine):
    nine, span = [spanned(*some) for some in nine], spanned(*span)
    slow = named(*map(slow_range, nine))
    by_end = zip(slow_range(span), zip(*slow.values(), strict=True), strict=True)
    slow["index"] = tuple(slow_level(ungated, levels) for ungated, levels in by_end)
    for measure, reached in ranges_of(nine, span).items():
        assert reached == pytest.approx(slow[measure], nan_ok=True)


def test_a_unit_without_an_interval_has_no_level():
    scores = pd.DataFrame({"TRU": [50.0], "RIS": [50.0]})
    frames = ranges(scores, scores.assign(TRU=nan), scores, LEVELS)
    assert [frame["TRU"].isna().item() for frame in frames] == [True, True, True]
    assert [frame["RIS"].item() for frame in frames] == [3, 3, 3]


def test_a_missing_index_has_no_level_whatever_the_gates_say():
    assert gated(pd.Series([nan]), pd.DataFrame([[1.0] * 9], columns=IDS), LEVELS).isna().all()
