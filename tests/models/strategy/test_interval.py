import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.interval import wilson
from tests.models.strategy.oracle import wilson_ends


def rounded(low, high):
    """The ends of an interval, with the variance of rounding added to its half squared."""
    middle, half = (low + high) / 2, (high - low) / 2
    half = (half**2 + 1.959963984540054**2 / 12) ** 0.5
    return max(0.0, middle - half), min(100.0, middle + half)


@pytest.mark.parametrize(
    ("k", "n", "population", "low", "high"),
    [
        (64, 120, None, 44.42, 62.04),
        (10000, 20000, None, 49.11, 50.89),
        (244, 400, None, 56.10, 65.69),
        (232, 400, None, 53.08, 62.77),
        (232, 400, 1000, 54.17, 61.73),
        (0, 40, None, 0, 8.80),
        (40, 40, None, 91.20, 100),
    ],
)
def test_the_worked_intervals_come_out(k, n, population, low, high):
    assert wilson(100 * k / n, n, population) == pytest.approx((low, high), abs=0.005)


def test_when_everybody_answered_only_rounding_is_uncertain():
    for population in (400, 390):
        assert wilson(58.0, 400, population) == pytest.approx((57.43, 58.57), abs=0.005)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 500))
def test_no_interval_is_a_point(k, more, rest):
    n = k + more
    low, high = wilson(100 * k / n, n, n + rest)
    assert high - low > 0.5


@given(st.integers(0, 200), st.integers(1, 200))
@settings(max_examples=60)
def test_the_interval_agrees_with_the_oracle(k, more):
    share, n = 100 * k / (k + more), k + more
    assert wilson(share, n) == pytest.approx(rounded(*wilson_ends(share, n)), abs=1e-6)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 500))
@settings(max_examples=60)
def test_the_fewer_could_answer_the_surer_it_is(k, more, rest):
    share, n = 100 * k / (k + more), k + more
    low, high = wilson(share, n, n + rest)
    wide_low, wide_high = wilson(share, n)
    assert wide_low - 1e-9 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= wide_high + 1e-9
