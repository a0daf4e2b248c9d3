from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.rule.trajectory import expected, path, share
from models.strategy.target import PathShape
from tests.models.strategy.builders import a_level, a_range, a_target, stairs
from tests.models.strategy.oracle import stepwise_value

START, DUE = date(2013, 12, 31), date(2017, 12, 31)
FIGURE = st.floats(-1000, 1000).map(lambda figure: round(figure, 3))


@given(FIGURE, FIGURE, st.integers(-50, 1600))
@settings(max_examples=50)
def test_the_expected_value_agrees_with_the_oracle(low, high, days):
    target, day = a_level(baseline=low, target=high), START + timedelta(days=days)
    assert expected(target, day) == pytest.approx(
        stepwise_value(START, low, DUE, high, day), abs=1e-6
    )


@given(FIGURE, FIGURE)
@settings(max_examples=50)
def test_progress_is_nothing_at_the_baseline_and_whole_at_the_target(baseline, goal):
    target = a_level(baseline=baseline, target=goal)
    if baseline == goal:
        assert share(target, goal) is None
    else:
        assert (share(target, baseline), share(target, goal)) == (0, 1)


@pytest.mark.parametrize("gap", ["baseline", "baseline_on", "target", "due"])
def test_nothing_is_expected_while_something_is_missing(gap):
    assert expected(a_target(**{gap: None}), DUE) is None
    assert path(a_target(**{gap: None}), DUE) == ()


def test_before_the_baseline_day_the_baseline_is_expected():
    assert expected(a_target(), START - timedelta(days=1)) == 5


def test_a_share_needs_both_ends():
    assert share(a_target(baseline=None), 10) is None
    assert share(a_range(), 10) is None


def test_the_path_may_be_drawn_on_after_the_due_date():
    assert path(a_target(), DUE) == ((START, 5), (DUE, 50))
    assert path(a_target(), date(2018, 6, 1))[-1] == (date(2018, 6, 1), 50)


def test_a_step_is_drawn_as_a_stair():
    corners = path(stairs(), DUE)
    assert corners[:3] == ((START, 5), (date(2015, 12, 30), 5), (date(2015, 12, 31), 20))
    assert corners[3:] == ((date(2017, 12, 30), 20), (DUE, 50))


def test_a_step_holds_until_the_next_and_then_jumps():
    assert expected(stairs(), date(2017, 12, 30)) == 20
    assert expected(stairs(), DUE) == 50
    assert expected(stairs(shape=PathShape.LINEAR), date(2015, 12, 31)) == 20
