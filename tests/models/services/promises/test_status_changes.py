from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.services.promises import observations, targets
from models.services.promises.scoreboard import scoreboard
from models.services.promises.status_changes import Moment, status_changes
from models.services.promises.status_document import status_document
from models.steering.override_proposal import OverrideProposal
from models.steering.submission import Decision
from models.storage.steering import milestone_plans, overrides
from models.strategy.milestone import MilestonePlan
from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.rule.change import Cause, Movement
from models.strategy.rule.versions.rule import CURRENT
from tests.builders import a_target, an_observation

STEWARD = Viewer("forvalter", Role.STEWARD)
AGENTS, STEP = "HOV-T2-C9", "HOV-T2-C1"
MARCH, JUNE = date(2015, 3, 1), date(2015, 6, 1)
STRICTER = CURRENT.model_copy(update={"version": "R0", "green": 0.99})


@pytest.fixture
def agents(db):
    """Innovation agents on track in March 2015."""
    targets.set_target(db, a_target(), by=STEWARD, on=date(2014, 1, 1))
    value = an_observation(ref=date(2014, 12, 31), value=16.1, recorded=date(2015, 2, 1))
    observations.record(db, value, by=STEWARD)
    return value


def changes_of(db, criterion_id=AGENTS, before=None, after=None):
    report = status_changes(
        db,
        "hovedstaden",
        before=before or Moment(MARCH, MARCH),
        after=after or Moment(JUNE, JUNE),
        by=STEWARD,
    )
    assert report.unchanged + len(report.changes) == len(report.strategy.criteria)
    return [change for change in report.changes if change.criterion.id == criterion_id]


def test_nothing_changed_where_nothing_came(db, agents):
    assert changes_of(db) == []


def test_a_corrected_value_is_named_as_the_cause(db, agents):
    observations.record(db, replace(agents, value=11.0, recorded=date(2015, 5, 1)), by=STEWARD)
    (change,) = changes_of(db)
    assert (change.causes, change.movement) == ((Cause.DATA,), Movement.WORSE)
    assert change.before.assessment.status is Status.ON_TRACK
    assert change.time_only.assessment.status is Status.ON_TRACK
    assert change.after.assessment.status is Status.OFF_TRACK


def test_time_alone_makes_a_value_stale(db, agents):
    late = date(2016, 4, 30)
    (change,) = changes_of(db, after=Moment(late, late))
    assert (change.causes, change.after.assessment.reason) == ((Cause.TIME,), StatusReason.STALE)


def test_another_target_is_a_cause_of_its_own(db, agents):
    targets.set_target(db, a_target(target=80.0), by=STEWARD, on=date(2015, 5, 1))
    (change,) = changes_of(db)
    assert change.causes == (Cause.TARGET,)
    assert (change.target_before.target, change.target_after.target) == (50.0, 80.0)


def test_another_rule_is_a_cause_of_its_own(db, agents):
    (change,) = changes_of(db, after=Moment(JUNE, JUNE, STRICTER))
    assert change.causes == (Cause.RULE,)


def proposed(db, *decisions, status=Status.AT_RISK, created=date(2015, 5, 1)):
    """An override of the agents, with the decisions about it."""
    proposal = OverrideProposal(
        AGENTS, status, Status.OFF_TRACK,
        "Datafejl i indberetning fra to hospitaler; rettes i marts.", "sag 15/0042", "ejer",
        created, date(2015, 9, 30),
    )  # fmt: skip
    entry = overrides.add(db, proposal)
    for place, decision in enumerate(decisions, 1):
        overrides.decide(db, entry, place, Decision(decision, "vicedirektør", created))


def test_what_people_set_beside_the_status_is_a_cause(db, agents):
    proposed(db, status=Status.OFF_TRACK)
    (change,) = changes_of(db)
    assert (change.causes, change.movement) == ((Cause.OVERRIDE,), Movement.EVEN)
    assert (change.override_before, change.override_after.status) == (None, Status.OFF_TRACK)


@pytest.fixture
def red(db, agents):
    observations.record(db, replace(agents, value=6.0, recorded=date(2015, 3, 1)), by=STEWARD)


@pytest.mark.parametrize(
    ("decisions", "status"),
    [((), None), (("approved",), Status.AT_RISK), (("rejected",), None),
     (("approved", "withdrawn"), None)],
)  # fmt: skip
def test_a_better_status_counts_when_another_has_agreed(db, red, decisions, status):
    proposed(db, *decisions)
    board = scoreboard(db, "hovedstaden", as_of=JUNE, knowledge_date=JUNE, by=STEWARD)
    override = board.standing(AGENTS).override
    assert (override.status if override else None) is status
    assert board.standing(AGENTS).assessment.status is Status.OFF_TRACK
    assert board.overridden_reds == (status is not None)
    assert sum(theme.label.overridden_reds for theme in board.themes) == board.overridden_reds


def test_an_older_override_counts_while_the_newer_is_not_approved(db, red):
    proposed(db, "approved")
    proposed(db, status=Status.ON_TRACK, created=date(2015, 5, 2))
    board = scoreboard(db, "hovedstaden", as_of=JUNE, knowledge_date=JUNE, by=STEWARD)
    assert board.standing(AGENTS).override.status is Status.AT_RISK
    document = status_document(board)
    agents = next(row for row in document["criteria"] if row["criterion_id"] == AGENTS)
    assert agents["override"] == {
        "status": "at_risk", "reason": "override_better", "expires": "2015-09-30"
    }  # fmt: skip
    assert document["overridden_reds"] == 1


def test_a_milestone_stands_by_its_plan(db):
    due = scoreboard(db, "hovedstaden", as_of=MARCH, by=STEWARD).standing(STEP).target.due
    later = date(due.year + 1, due.month, due.day)
    milestone_plans.add(db, MilestonePlan(STEP, later, date(2013, 9, 1), "", "ejer"))
    on = date(2013, 10, 1)
    (change,) = changes_of(db, STEP, Moment(date(2013, 8, 1), date(2013, 8, 1)), Moment(on, on))
    assert (change.causes, change.after.assessment.slip) == ((Cause.DATA,), 365)
    assert change.after.assessment.status is Status.OFF_TRACK
    document = status_document(scoreboard(db, "hovedstaden", as_of=on, by=STEWARD))
    step = next(row for row in document["criteria"] if row["criterion_id"] == STEP)
    assert (step["slip"], step["planned"]) == (365, later.isoformat())
