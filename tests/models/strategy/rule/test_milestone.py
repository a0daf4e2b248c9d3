from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.milestone import MilestonePlan
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Status
from models.strategy.rule.milestone import not_done
from tests.models.strategy.builders import codes, day, saw
from tests.models.strategy.rule.cases_milestones import DUE, MILESTONES, a_milestone

ORDER = [Status.OFF_TRACK, Status.NO_DATA, Status.AT_RISK, Status.ON_TRACK]


@pytest.mark.parametrize("case", MILESTONES.values(), ids=MILESTONES.keys())
def test_a_milestone_stands_as_the_rule_says(case):
    target, observations, plans, on, status, reason, slip = case
    assessment = assess(target, observations, as_of=day(on), plans=plans)
    assert codes(assessment) == (status, reason)
    assert assessment.slip == slip


def test_what_is_not_done_is_missed_by_the_days_since_it_was_due():
    missed = not_done(day(DUE), None, (saw("2014-12-31", 0),), as_of=day("2016-03-01"))
    assert (*codes(missed), missed.slip, missed.value) == ("missed", "not_done", 61, 0)


@given(st.integers(0, 400), st.integers(0, 1090), st.integers(0, 1090), st.integers(1, 200))
@settings(max_examples=60)
def test_a_later_plan_is_never_better(slip, confirmed, on, later):
    """Days are counted from the start; the plan is confirmed and judged before the due date."""

    def rank(days):
        start = day("2013-01-01").toordinal()
        planned = date.fromordinal(day(DUE).toordinal() + days)
        plan = MilestonePlan("C", planned, date.fromordinal(start + confirmed), "", "ejer")
        as_of = date.fromordinal(start + max(on, confirmed))
        return ORDER.index(assess(a_milestone(), (), as_of=as_of, plans=[plan]).status)

    # An expired plan is no data unless it was red: silence does not take a red away.
    before, after = rank(slip), rank(slip + later)
    assert after <= before
