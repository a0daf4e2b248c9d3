import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.interval import ROUNDING, newcombe, wilson
from tests.models.strategy.oracle import wilson_ends


def rounded(low, high):
    """The ends of an interval, with the variance of rounding added to its half squared."""
    middle, half = (low + high) / 2, (high - low) / 2
    half = (half**2 + 1.959963984540054**2 / 12) ** 0.5
    return max(0.0, middle - half), min(100.0, middle + half)


@pytest.mark.parametrize(
    ("k", "n", "population", "low", "high"),
    [
        (64, 120, None, 44.44, 62.02),
        (10000, 20000, None, 49.31, 50.69),
        (244, 400, None, 56.14, 65.65),
        (232, 400, None, 53.11, 62.74),
        (232, 400, 1000, 54.22, 61.69),
        (0, 40, None, 0, 8.76),
        (40, 40, None, 91.24, 100),
    ],
)
def test_the_worked_intervals_come_out(k, n, population, low, high):
    assert wilson(100 * k / n, n, population) == pytest.approx((low, high), abs=0.005)


def test_when_everybody_answered_only_rounding_is_uncertain():
    for population in (400, 390):
        whole = wilson(58.0, 400, population, rounding=ROUNDING)
        assert whole == pytest.approx((57.43, 58.57), abs=0.005)
        assert wilson(58.0, 400, population) == pytest.approx((58.0, 58.0))


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 500))
def test_no_interval_of_a_rounded_share_is_a_point(k, more, rest):
    n = k + more
    low, high = wilson(100 * k / n, n, n + rest, rounding=ROUNDING)
    assert high - low > 0.5


@given(st.integers(0, 200), st.integers(1, 200))
@settings(max_examples=60)
def test_the_interval_agrees_with_the_oracle(k, more):
    share, n = 100 * k / (k + more), k + more
    ends = wilson_ends(share, n)
    assert wilson(share, n) == pytest.approx(ends, abs=1e-6)
    assert wilson(share, n, rounding=ROUNDING) == pytest.approx(rounded(*ends), abs=1e-6)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 500))
@settings(max_examples=60)
def test_the_fewer_could_answer_the_surer_it_is(k, more, rest):
    share, n = 100 * k / (k + more), k + more
    low, high = wilson(share, n, n + rest)
    wide_low, wide_high = wilson(share, n)
    assert wide_low - 1e-9 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= wide_high + 1e-9


@pytest.mark.parametrize(
    ("before", "after", "low", "high", "real"),
    [
        ((200, 400), (232, 400), 1.09, 14.80, True),
        ((200, 400), (216, 400), -2.91, 10.86, False),
        ((10000, 20000), (10400, 20000), 1.02, 2.98, True),
        ((232, 400), (200, 400), -14.80, -1.09, True),
        ((0, 40), (0, 40), -8.76, 8.76, False),
    ],
)
def test_a_change_is_real_where_its_interval_excludes_none(before, after, low, high, real):
    shares = [(100 * k / n, n) for k, n in (before, after)]
    interval = newcombe(*shares)
    assert interval == pytest.approx((low, high), abs=0.005)
    assert (interval[0] > 0 or interval[1] < 0) is real
