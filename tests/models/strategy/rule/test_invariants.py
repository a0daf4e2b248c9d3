"""The rule for every promise: better is never worse, order is nothing, red is never hidden."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.observation import Observation
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Status
from models.strategy.rule.forecast import forecast, headline
from models.strategy.target import Direction, Frequency, PathShape, check
from tests.examples import examples
from tests.models.strategy.builders import a_level, a_range, a_survey, a_target

RANK = [Status.OFF_TRACK, Status.MISSED, Status.NO_DATA, Status.AT_RISK, Status.ON_TRACK]
RANK.append(Status.ACHIEVED)
START = date(2013, 12, 31)
DAYS = st.integers(0, 2200).map(lambda days: START + timedelta(days=days))
PERCENT = st.integers(0, 100)
OBSERVATIONS = st.lists(
    st.builds(lambda ref, value: Observation("C", ref, value, ref), DAYS, PERCENT),
    max_size=6,
    unique_by=lambda observation: observation.ref,
)


@st.composite
def targets(draw):
    """Promises of both directions, with and without tolerance, points, strictness and lasting."""
    low, high = sorted(draw(st.lists(PERCENT, min_size=2, max_size=2, unique=True)))
    up = draw(st.booleans())
    target = a_level(
        direction=Direction.INCREASE if up else Direction.DECREASE,
        baseline=float(low if up else high),
        target=float(high if up else low),
        strict=draw(st.booleans()),
        tolerance=float(draw(st.integers(0, 5))),
        sticky=draw(st.booleans()),
        shape=draw(st.sampled_from(PathShape)),
        frequency=draw(st.sampled_from(Frequency)),
        points=draw(st.sampled_from([(), (("2015-12-31", (low + high) / 2),)])),
    )
    check(target)
    return target


def rank(target, observations, on):
    return RANK.index(assess(target, observations, as_of=on).status)


@given(targets(), OBSERVATIONS.filter(bool), DAYS, st.integers(1, 30), st.integers(0, 5))
@settings(max_examples=examples(100, thorough=5_000))
def test_a_better_value_never_gives_a_worse_status(target, observations, on, gain, place):
    chosen = observations[place % len(observations)]
    gain = gain if target.direction is Direction.INCREASE else -gain
    better = [
        replace(observation, value=observation.value + gain)
        if observation == chosen
        else observation
        for observation in observations
    ]
    assert rank(target, better, on) >= rank(target, observations, on)


@given(st.integers(30, 400), st.data(), DAYS, DAYS)
@settings(max_examples=examples(100, thorough=5_000))
def test_one_favourable_answer_more_never_gives_a_worse_status(n, data, ref, on):
    k = data.draw(st.integers(0, n - 1))
    result = Observation("C", ref, 100 * k / n, ref, k=k, n=n)
    more = replace(result, value=100 * (k + 1) / n, k=k + 1)
    assert rank(a_survey(), [more], on) >= rank(a_survey(), [result], on)


@given(st.integers(0, 194), DAYS, DAYS)
@settings(max_examples=examples(60, thorough=5_000))
def test_nearer_the_range_is_never_worse(half_points, ref, on):
    far, near = half_points / 2, half_points / 2 + 0.5
    ranks = [rank(a_range(), [Observation("C", ref, value, ref)], on) for value in (far, near)]
    assert ranks == sorted(ranks)


@given(targets(), OBSERVATIONS, DAYS, st.randoms())
@settings(max_examples=examples(100, thorough=5_000))
def test_the_order_of_observations_does_not_matter(target, observations, on, dice):
    shuffled = list(observations)
    dice.shuffle(shuffled)
    assert assess(target, shuffled, as_of=on) == assess(target, observations, as_of=on)


@given(targets(), OBSERVATIONS, DAYS, st.integers(0, 2000))
@settings(max_examples=examples(100, thorough=5_000))
def test_silence_never_takes_a_red_away(target, observations, on, days):
    described = [observation for observation in observations if observation.ref <= on]
    if assess(target, described, as_of=on).red:
        assert assess(target, described, as_of=on + timedelta(days=days)).red


@given(OBSERVATIONS, DAYS)
@settings(max_examples=examples(60, thorough=5_000))
def test_without_a_target_nothing_is_ever_green(observations, on):
    assert assess(None, observations, as_of=on).status is Status.NO_DATA
    assert assess(a_target(target=None), observations, as_of=on).status is Status.NO_DATA


@given(targets(), PERCENT, PERCENT)
@settings(max_examples=examples(100, thorough=5_000))
def test_the_value_beside_an_outcome_is_the_one_that_decided_it(target, at_due, later):
    observations = [
        Observation("C", day, value, day)
        for day, value in ((target.due, at_due), (date(2018, 12, 31), later))
    ]
    assessment = assess(target, observations, as_of=date(2019, 2, 1))
    assert target.reached(assessment.value) == (assessment.status is Status.ACHIEVED)


@given(targets(), OBSERVATIONS, OBSERVATIONS, DAYS)
@settings(max_examples=examples(60, thorough=5_000))
def test_what_is_entered_after_the_knowledge_date_changes_nothing(target, before, later, on):
    knowledge_date = date(2021, 1, 1)
    unknown = [replace(row, recorded=knowledge_date + timedelta(days=1)) for row in later]
    with_later = assess(target, [*before, *unknown], as_of=on, knowledge_date=knowledge_date)
    assert with_later == assess(target, before, as_of=on, knowledge_date=knowledge_date)


@given(targets(), OBSERVATIONS, DAYS)
@settings(max_examples=examples(60, thorough=5_000))
def test_a_forecast_takes_a_green_away_and_does_nothing_else(target, observations, on):
    rows = sorted(observations, key=lambda row: row.ref)
    assessment = assess(target, rows, as_of=on)
    after = headline(assessment.status, forecast(target, rows, as_of=on))
    assert after is assessment.status or RANK.index(after) < RANK.index(assessment.status)


@given(targets(), OBSERVATIONS, DAYS)
@settings(max_examples=examples(60, thorough=5_000))
def test_without_a_start_nothing_is_on_its_way_and_the_due_date_still_decides(target, rows, on):
    startless = replace(target, baseline=None, baseline_on=None, points=())
    assessment = assess(startless, rows, as_of=on)
    if assessment.status is Status.NO_DATA:
        return
    assert assessment.status in (Status.ACHIEVED, Status.MISSED)
    assert assessment.status is assess(target, rows, as_of=on).status
