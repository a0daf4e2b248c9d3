import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.interval import wilson
from tests.models.strategy.oracle import wilson_ends


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


def test_when_everybody_answered_nothing_is_uncertain():
    assert wilson(58.0, 400, 400) == (58.0, 58.0)
    assert wilson(58.0, 400, 390) == (58.0, 58.0)


@given(st.integers(0, 200), st.integers(1, 200))
@settings(max_examples=60)
def test_the_interval_agrees_with_the_oracle(k, more):
    share, n = 100 * k / (k + more), k + more
    assert wilson(share, n) == pytest.approx(wilson_ends(share, n), abs=1e-6)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 500))
@settings(max_examples=60)
def test_the_fewer_could_answer_the_surer_it_is(k, more, rest):
    share, n = 100 * k / (k + more), k + more
    low, high = wilson(share, n, n + rest)
    wide_low, wide_high = wilson(share, n)
    assert wide_low - 1e-9 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= wide_high + 1e-9
