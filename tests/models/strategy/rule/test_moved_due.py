from datetime import date

from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.rule.moved_due import moved_due
from tests.models.strategy.builders import a_level, day, saw

PROMISED = date(2014, 12, 31)


def moved(*observations, due="2028-12-31", promised=PROMISED, on="2020-06-01", **target):
    return moved_due(
        a_level(due=due, **target), promised, observations, as_of=day(on), knowledge_date=None
    )


def test_a_date_moved_later_leaves_the_status_by_the_promised_date_beside():
    move = moved(saw("2014-12-31", 40))
    assert (move.promised, move.adopted) == (PROMISED, date(2028, 12, 31))
    assert move.assessment.status is Status.MISSED


def test_silence_is_no_better_because_a_date_was_moved():
    assert moved().assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT
    assert moved().red


def test_the_promised_date_knows_no_interim_points_after_it():
    points = (("2014-06-30", 20.0), ("2020-12-31", 30.0))
    move = moved(saw("2014-09-30", 35), points=points, on="2014-10-01")
    assert 20 < move.assessment.expected < 50


def test_a_baseline_after_the_promised_date_is_no_hindrance():
    move = moved(saw("2015-01-31", 60), baseline_on="2015-01-01", on="2015-03-01")
    assert move.assessment.status is Status.ACHIEVED
    assert not move.red


def test_only_a_later_date_is_a_moved_one():
    assert moved(due="2014-12-31") is moved(due="2013-12-31", baseline_on="2012-12-31") is None
    assert moved(due=None) is moved(promised=None) is None
    assert moved_due(None, PROMISED, (), as_of=PROMISED, knowledge_date=None) is None
