import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.statistics.balance import balance_interval

shares = st.floats(0, 1)


def test_the_interval_is_that_of_the_mean_of_plus_and_minus_ones():
    answers = np.array([1.0] * 20 + [-1.0] * 35 + [0.0] * 45)
    half = 1.6448536 * np.sqrt(answers.var() / len(answers) + 1 / 120_000)
    assert balance_interval(0.20, 0.35, 100) == pytest.approx((-0.15 - half, -0.15 + half))


@given(shares, shares, st.integers(1, 10_000))
def test_the_interval_holds_the_balance_and_stays_on_its_scale(upper, rest, n):
    lower = (1 - upper) * rest
    low, high = balance_interval(upper, lower, n)
    assert -1 <= low <= upper - lower + 1e-12
    assert upper - lower - 1e-12 <= high <= 1


def test_all_of_one_mind_leave_only_rounding_in_doubt():
    low, high = balance_interval(1.0, 0.0, 50, rounded=10)
    assert (low, high) == pytest.approx((1 - 1.6448536 * np.sqrt(10 / 120_000), 1.0))
