from hypothesis import given
from hypothesis import strategies as st

from models.report.own_culture.own_culture import TalkingReason
from models.report.own_culture.talking_points import talking_points
from tests.models.report.own_culture.own_cultures import a_topic, compared

MEANS = st.tuples(st.integers(5, 95), st.integers(5, 95))
TOPICS = st.lists(st.lists(MEANS, max_size=3), min_size=1, max_size=9)


def chosen(*topics):
    return [(point.statement.item.id, point.reason) for point in talking_points(topics)]


def test_two_lie_below_the_region_and_one_above():
    topics = (a_topic(0, items=[(40, 58), (70, 58)]), a_topic(1, items=[(50, 58)]),
              a_topic(2, items=[(66, 58)]))  # fmt: skip
    below, above = TalkingReason.BELOW_REGION, TalkingReason.ABOVE_REGION
    assert chosen(*topics) == [("TRU1", below), ("RIS1", below), ("LED1", above)]


def test_a_sure_difference_goes_before_a_large_one():
    unsure = a_topic(0, items=[(40, 58)], figures=compared(half=20))
    sure = a_topic(1, items=[(50, 58)], figures=compared(half=3))
    assert chosen(unsure, sure)[0][0] == "RIS1"


def test_where_nothing_lies_below_the_lowest_is_talked_about():
    topics = (a_topic(0, items=[(70, 58)]), a_topic(1, items=[(60, 58)]),
              a_topic(2, items=[(80, 58)]))  # fmt: skip
    assert chosen(*topics) == [
        ("RIS1", TalkingReason.LOWEST),
        ("TRU1", TalkingReason.LOWEST),
        ("LED1", TalkingReason.ABOVE_REGION),
    ]


def test_where_nothing_lies_above_the_highest_is_built_on():
    topics = [a_topic(number, items=[(30 + number, 58)]) for number in range(3)]
    assert chosen(*topics)[-1] == ("LED1", TalkingReason.STRONGEST)


def test_without_the_region_statements_are_chosen_by_their_own_means():
    topics = [a_topic(number, items=[(30 + number, None)]) for number in range(3)]
    assert [reason for _item, reason in chosen(*topics)] == [
        TalkingReason.LOWEST, TalkingReason.LOWEST, TalkingReason.STRONGEST
    ]  # fmt: skip


def test_an_unknown_interval_counts_as_one_point():
    bare = a_topic(0, items=[(50, 58)], figures=compared(low=None))
    assert chosen(bare) == [("TRU1", TalkingReason.BELOW_REGION)]


@given(TOPICS)
def test_each_is_from_a_dimension_of_its_own_and_has_a_figure(means):
    points = talking_points([a_topic(number, items=items) for number, items in enumerate(means)])
    dimensions = [point.statement.dimension.id for point in points]
    assert len(set(dimensions)) == len(dimensions) == min(3, sum(map(bool, means)))
    assert all(point.statement.figures.own.mean is not None for point in points)
