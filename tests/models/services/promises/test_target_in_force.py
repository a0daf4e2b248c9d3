from dataclasses import replace
from datetime import date

import pytest

from models.errors import InputError
from models.services.promises import strategies, target_in_force
from models.services.promises.observation_check import AMOUNT, ANYTHING, DONE_OR_NOT, PERCENT, check
from models.storage.steering import targets
from models.strategy.target import IndicatorKind
from tests.builders import a_target, an_observation

START = date(2013, 1, 1)


def stated(criterion_id, since=START):
    return target_in_force.stated_target(strategies.criterion(criterion_id), since=since)


def test_a_milestone_goes_from_not_done_to_done():
    target = stated("HOV-T2-C1")
    assert (target.baseline, target.baseline_on, target.target) == (0, START, 1)
    assert target.lasting


def test_a_milestone_of_a_strategy_without_a_start_has_no_baseline():
    assert stated("HOV-T2-C1", since=None).baseline is None


def test_most_means_strictly_more_than_half():
    target = stated("HOV-T2-C9")
    assert (target.target, target.strict, target.baseline) == (50, True, None)


def test_all_means_a_hundred_percent():
    assert stated("HOV-T3-C1").target == 100


def test_more_than_today_has_no_figure_before_today_is_measured():
    assert stated("HOV-T7-C1").target is None


def test_what_the_region_must_decide_is_not_invented():
    assert stated("HOV-T1-C1") is None


def test_twenty_two_of_sixty_five_promises_carry_their_own_target():
    plan = strategies.strategy("hovedstaden")
    assert (
        sum(
            target_in_force.stated_target(criterion, since=START) is not None
            for criterion in plan.criteria
        )
        == 22
    )


@pytest.mark.parametrize(
    ("kind", "scale"),
    [
        (IndicatorKind.PERCENTAGE, PERCENT),
        (IndicatorKind.SURVEY, PERCENT),
        (IndicatorKind.MILESTONE, DONE_OR_NOT),
        (IndicatorKind.COUNT, AMOUNT),
        (IndicatorKind.INDEX, ANYTHING),
    ],
)
def test_an_adopted_target_decides_the_scale(kind, scale):
    criterion = strategies.criterion("HOV-T2-C9")
    assert target_in_force.scale(criterion, a_target(kind=kind)) == scale


def test_each_kind_has_its_scale():
    assert set(target_in_force.SCALES) == set(IndicatorKind)


def test_without_a_target_the_strategy_decides_the_scale():
    assert target_in_force.scale(strategies.criterion("HOV-T2-C1"), None) == DONE_OR_NOT


def test_a_first_target_counts_also_before_the_day_it_was_entered(db):
    first = a_target(set_on=date(2020, 1, 1))
    targets.add(db, first)
    targets.add(db, replace(first, target=60.0, set_on=date(2021, 1, 1)))
    current = target_in_force.targets_in_force(
        db, [first.criterion_id], knowledge_date=date(2016, 1, 1)
    )
    assert current == {first.criterion_id: first}


def test_a_changed_target_counts_from_the_day_it_was_entered(db):
    first = a_target(set_on=date(2014, 1, 1))
    second = replace(first, target=60.0, set_on=date(2016, 6, 1))
    targets.add(db, first)
    targets.add(db, second)
    id_ = first.criterion_id
    assert target_in_force.targets_in_force(db, [id_], knowledge_date=date(2016, 5, 31)) == {
        id_: first
    }
    assert target_in_force.targets_in_force(db, [id_], knowledge_date=date(2016, 6, 1)) == {
        id_: second
    }
    assert target_in_force.targets_in_force(db, [id_]) == {id_: second}


def test_a_count_ends_at_the_whole_that_its_unit_names():
    topics, target = strategies.criterion("HOV-T1-C3"), a_target(kind=IndicatorKind.PERCENTAGE)
    assert target_in_force.scale(topics, None) == replace(AMOUNT, high=3)
    assert target_in_force.scale(topics, target) == PERCENT
    with pytest.raises(InputError, match="fra 0 til 3"):
        check(an_observation(criterion_id=topics.id, value=4.0), replace(AMOUNT, high=3))
