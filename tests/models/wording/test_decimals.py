from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.wording import words
from models.wording.decimals import MOST_DECIMALS, decimals_apart

DA = words("da")
figures = st.decimals(min_value=0, max_value=200, places=5).map(float)


def read(text):
    return Decimal(text.replace(".", "").replace(",", "."))


@given(figures, figures)
def test_a_figure_and_its_distance_never_contradict_the_limit_beside_them(value, limit):
    decimals = decimals_apart(value, limit)
    text, distance = DA.number(value, decimals), DA.number(abs(value - limit), decimals)
    exact = read(DA.number(limit, MOST_DECIMALS))
    assert (read(text) < exact, read(text) > exact) == (value < limit, value > limit)
    assert (read(distance) == 0) == (value == limit)


def test_a_figure_that_is_rounded_up_by_its_digits_gets_one_more():
    # As binary fractions 2.675 lies below its digits, and would be rounded down.
    assert decimals_apart(2.675, 2.68, least=2) == 3


@pytest.mark.parametrize("value", [1e30, -1e300, 1e-300])
def test_a_figure_of_any_size_can_be_written(value):
    assert DA.number(value)
