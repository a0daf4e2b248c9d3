from datetime import date

import pytest

from models.charts.promises.signs import Sign
from models.report.year.annual_status import Fate
from models.strategy.rule.assessment import Status
from models.strategy.rule.assessment_day import year_end
from tests.models.report.year.outcomes import (
    a_criterion,
    a_standing,
    a_status,
    a_target,
    day,
    values,
)

LATER = date(2017, 5, 1)


def due_2016(*observations, target=None, **criterion):
    target = target or a_target(due=2016)
    return a_standing(a_criterion(due=2016, **criterion), target, tuple(observations))


def fate(standing, knowledge_date=LATER):
    return a_status([standing], knowledge_date=knowledge_date).outcomes[0].fate


def ids(promises):
    return [promise.criterion.id for promise in promises]


def test_the_year_ends_on_its_last_day():
    assert a_status([a_standing()]).as_of == year_end(2016) == day(2016)


def test_a_promise_due_on_the_last_day_is_judged_by_what_became_of_it():
    assert fate(due_2016(*values(y2016=50))) is Fate.KEPT
    assert fate(due_2016(*values(y2016=49))) is Fate.BROKEN


def test_a_promise_reached_late_is_not_counted_as_kept():
    status = a_status([due_2016(*values(y2016=49, y2017=50))], knowledge_date=date(2018, 5, 1))
    assert status.outcomes[0].fate is Fate.LATE
    assert status.distribution == {Sign.ACHIEVED_LATE: 1}


def test_a_promise_nobody_measured_is_undocumented_once_the_time_is_up():
    assert fate(due_2016(), knowledge_date=date(2017, 3, 1)) is Fate.OPEN
    assert fate(due_2016(), knowledge_date=LATER) is Fate.UNDOCUMENTED


def test_what_was_entered_after_the_knowledge_date_does_not_count():
    assert fate(due_2016(*values(y2016=50)), knowledge_date=date(2017, 1, 10)) is Fate.OPEN


def test_a_promise_without_target_has_no_fate_but_that():
    assert fate(a_standing(a_criterion(due=2016))) is Fate.TARGETLESS


def test_a_later_target_postpones_a_promise_and_does_not_move_it():
    status = a_status([due_2016(target=a_target(due=2018))])
    assert ids(status.due_this_year) == ids(status.moved) == ["C1"]
    assert status.outcomes[0].fate is Fate.POSTPONED


def test_a_promise_without_own_date_falls_due_with_its_target():
    undated = a_standing(a_criterion(due=None), a_target(due=2016), values(y2016=60))
    assert ids(a_status([undated]).due_this_year) == ["C1"]


def test_a_promise_without_any_date_never_falls_due():
    status = a_status([a_standing(a_criterion(due=None))])
    assert status.due_this_year == status.due_later == ()
    assert not status.gives_dates


def test_a_year_later_an_undocumented_promise_is_still_red():
    forgotten = a_standing(a_criterion(due=2015), a_target(due=2015))
    assert ids(a_status([forgotten]).reds) == ["C1"]


REGION = [
    a_standing(a_criterion("A"), a_target("A", strict=True), values("A", y2015=24, y2016=30)),
    a_standing(a_criterion("B"), a_target("B"), values("B", y2016=60)),
    a_standing(a_criterion("C"), a_target("C"), values("C", y2016=6)),
    a_standing(a_criterion("D", due=2016), a_target("D", due=2016), values("D", y2016=50)),
    a_standing(a_criterion("E", due=2016, theme="T2"), a_target("E", due=2016)),
    a_standing(a_criterion("F", due=None, theme="T2")),
]


def test_every_promise_wears_one_sign():
    expected = {
        Sign.AT_RISK: 1, Sign.ON_TRACK: 1, Sign.OFF_TRACK: 1, Sign.ACHIEVED: 1,
        Sign.UNDOCUMENTED: 1, Sign.NO_DATA: 1,
    }  # fmt: skip
    assert a_status(REGION).distribution == expected


def test_the_reds_are_named_and_the_targetless_counted():
    status = a_status(REGION)
    assert ids(status.reds) == ["C", "E"]
    assert ids(status.without_target) == ["F"]
    assert ids(status.due_later) == ["A", "B", "C"]


def test_a_theme_is_labelled_by_the_same_judgement_as_its_promises():
    themes = a_status(REGION).themes
    assert [line.label.label for line in themes] == [Status.OFF_TRACK, Status.OFF_TRACK]
    assert themes[1].label.reds == ("E",)


def test_a_theme_in_which_nothing_fell_due_keeps_its_label():
    status = a_status(REGION[:3])
    assert [line.theme.id for line in status.themes] == ["T1"]
    assert status.themes[0].label.counts[Status.OFF_TRACK] == 1


def test_coverage_counts_what_has_data_among_what_can_be_judged():
    status = a_status(REGION)
    assert (status.with_data, status.assessable) == (4, 6)


@pytest.mark.parametrize("claim", ["stated", "derived"])
def test_proposals_are_counted_apart_from_promises(claim):
    status = a_status([a_standing(a_criterion(claim=claim))])
    assert status.derived == (claim == "derived")
