from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.observation import counting_observations
from tests.models.strategy.builders import saw

OBSERVATIONS = st.builds(
    lambda ref, entered, value: saw(f"201{ref}-12-31", value, f"2020-01-{entered:02d}"),
    st.integers(0, 4),
    st.integers(1, 20),
    st.integers(0, 5),
)


def test_a_correction_replaces_and_what_was_known_before_stays_known():
    first, second = saw("2014-12-31", 17, "2015-02-01"), saw("2014-12-31", 11, "2015-05-01")
    assert counting_observations([second, first], date(2015, 4, 30)) == (first,)
    assert counting_observations([second, first], date(2015, 5, 1)) == (second,)


def test_of_two_entered_on_one_day_the_later_given_counts():
    first, second = saw("2014-12-31", 17), saw("2014-12-31", 11)
    assert counting_observations([first, second], None) == (second,)
    assert counting_observations([second, first], None) == (first,)


def test_another_series_is_no_correction():
    old, new = saw("2014-12-31", 17), saw("2014-12-31", 40, series="B")
    assert counting_observations([new, old], None) == (old, new)


@given(
    st.lists(OBSERVATIONS, unique_by=lambda observation: (observation.ref, observation.recorded)),
    st.randoms(),
)
@settings(max_examples=60)
def test_the_order_they_are_given_in_does_not_matter(observations, dice):
    shuffled = list(observations)
    dice.shuffle(shuffled)
    assert counting_observations(shuffled, None) == counting_observations(observations, None)


@given(st.lists(OBSERVATIONS))
@settings(max_examples=60)
def test_one_value_a_day_is_left_in_order_of_days(observations):
    days = [observation.ref for observation in counting_observations(observations, None)]
    assert days == sorted({observation.ref for observation in observations})
