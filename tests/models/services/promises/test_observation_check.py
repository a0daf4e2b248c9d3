from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from models.errors import InputError
from models.services.promises.observation_check import AMOUNT, ANYTHING, DONE_OR_NOT, PERCENT, check
from tests.builders import an_observation


@given(n=some.integers(1, 30_000), data=some.data())
@settings(max_examples=50)
def test_a_share_rounded_to_whole_percent_fits_its_counts(n, data):
    k = data.draw(some.integers(0, n))
    check(an_observation(value=float(round(100 * k / n)), k=k, n=n, population=n), PERCENT)


@pytest.mark.parametrize("value", [nan, inf, -1.0, 100.1])
def test_a_percentage_is_between_nothing_and_all(value):
    with pytest.raises(InputError, match="fra 0 til 100"):
        check(an_observation(value=value), PERCENT)


def test_a_milestone_is_done_or_not():
    check(an_observation(value=1.0), DONE_OR_NOT)
    with pytest.raises(InputError, match="fra 0 til 1"):
        check(an_observation(value=2.0), DONE_OR_NOT)


@pytest.mark.parametrize("value", [-1.0, 1.234, nan, inf])
def test_an_amount_is_whole_and_not_below_nothing(value):
    with pytest.raises(InputError, match="er ikke et antal"):
        check(an_observation(value=value), AMOUNT)


def test_an_amount_may_be_large():
    check(an_observation(value=1_000_000.0), AMOUNT)


def test_an_index_can_be_anything():
    check(an_observation(value=-400.0, k=1, n=2), ANYTHING)


def test_no_answers_at_all_are_no_share():
    check(an_observation(k=0, n=0, population=10), PERCENT)


@pytest.mark.parametrize(
    ("counts", "field"),
    [
        ({"k": -1, "n": 5}, "n"),
        ({"k": 1}, "k"),
        ({"k": 6, "n": 5}, "k"),
        ({"population": 5}, "population"),
        ({"n": 6, "population": 5}, "population"),
    ],
)
def test_counts_fit_inside_one_another(counts, field):
    with pytest.raises(InputError) as fault:
        check(an_observation(**counts), PERCENT)
    assert fault.value.values["field"] == field
