"""A status beside the computed one needs a reason, and a better one another person."""

from datetime import date, timedelta

import pytest

from models.access import Role, Viewer
from models.errors import InputError
from models.services.promises import observations
from models.services.promises.basis import basis_of
from models.services.updates import milestone_plans, overrides, owners
from models.services.updates.overrides import AlreadyDecided, OwnOverride
from models.stages.transitions import StageRefused
from models.steering.override_proposal import OverrideStage
from models.steering.owner import Owner
from models.strategy.rule.assessment import Status
from tests.builders import an_observation
from tests.models.services.updates.people import BOSS, CRITERION, DAY, LATER, STEWARD, lines, own

REASON = "Datafejl i indberetning fra to hospitaler; rettes i marts."
EXPIRES = date(2016, 4, 30)


@pytest.fixture(autouse=True)
def promise(db):
    """A promise at risk by the rule."""
    own(db)
    observations.record(db, an_observation(value=20.0), by=STEWARD)


def propose(db, status=Status.ON_TRACK, **fields):
    usual = {"reason": REASON, "evidence": "bilag 1", "expires": EXPIRES, "by": BOSS, "on": DAY}
    return overrides.propose(db, CRITERION, status, **usual | fields)


def in_force(db, day=LATER):
    return [override.status for override in stored_in_force(db, day).values()]


def stored_in_force(db, day):
    return overrides.overrides.in_force(db, [CRITERION], as_of=day)


def test_a_better_status_counts_when_another_person_agrees(db):
    owners.set_owner(db, Owner("vicedirektør", "vicedirektør@region.dk"), by=STEWARD, on=DAY)
    proposal = propose(db)
    assert (proposal.computed, proposal.stage(DAY)) == (Status.AT_RISK, OverrideStage.PROPOSED)
    assert in_force(db) == []
    with pytest.raises(OwnOverride):
        overrides.approve(db, proposal.entry, by=Viewer("VICEDIREKTØR", Role.STEWARD), on=LATER)
    for name in ("vicedirektør\u200b", " ", "vicedirektør@region.dk"):
        with pytest.raises(OwnOverride):
            overrides.approve(db, proposal.entry, by=Viewer(name, Role.STEWARD), on=LATER)
    approved = overrides.approve(db, proposal.entry, by=STEWARD, on=LATER)
    assert approved.stage(LATER) is OverrideStage.IN_FORCE
    assert in_force(db) == [Status.ON_TRACK]
    assert stored_in_force(db, LATER)[CRITERION].approved_by == "tovholder"
    assert [line[0::4] for line in lines(db)[:2]] == [
        ("approve_override", ""),
        ("propose_override", REASON),
    ]


def test_a_worse_status_is_free_with_its_reason(db):
    proposal = propose(db, Status.OFF_TRACK, evidence="")
    assert proposal.stage(DAY) is OverrideStage.IN_FORCE
    assert in_force(db) == [Status.OFF_TRACK]
    with pytest.raises(StageRefused, match="i kraft"):
        overrides.approve(db, proposal.entry, by=STEWARD, on=LATER)


def test_it_expires_by_itself_the_day_after_its_last(db):
    entry = propose(db, Status.OFF_TRACK).entry
    assert in_force(db, EXPIRES) == [Status.OFF_TRACK]
    assert in_force(db, EXPIRES + timedelta(days=1)) == []
    with pytest.raises(StageRefused, match="udløbet"):
        overrides.withdraw(db, entry, by=STEWARD, on=EXPIRES + timedelta(days=1))


def test_it_is_rejected_with_a_reason_or_withdrawn(db):
    first, second = propose(db).entry, propose(db, Status.OFF_TRACK).entry
    with pytest.raises(InputError, match="hvorfor"):
        overrides.reject(db, first, reason="", by=STEWARD, on=LATER)
    overrides.reject(db, first, reason="tallene er rigtige", by=STEWARD, on=LATER)
    overrides.withdraw(db, second, reason="rettet", by=BOSS, on=LATER)
    assert in_force(db) == []
    stages = [each.stage(LATER) for each in overrides.proposals(db, [CRITERION], by=BOSS)]
    assert stages == [OverrideStage.REJECTED, OverrideStage.WITHDRAWN]
    assert lines(db)[0][2:] == ('{"stage":"in_force"}', '{"stage":"withdrawn"}', "rettet")
    with pytest.raises(StageRefused, match="afvist"):
        overrides.approve(db, first, by=STEWARD, on=LATER)
    with pytest.raises(InputError, match="findes ikke"):
        overrides.approve(db, 99, by=STEWARD, on=LATER)


def test_what_came_in_between_is_not_decided_twice(db, monkeypatch):
    entry = propose(db).entry
    before = overrides.overrides.get(db, entry)
    overrides.approve(db, entry, by=STEWARD, on=LATER)
    monkeypatch.setattr(overrides.overrides, "get", lambda _db, _entry: before)
    with pytest.raises(AlreadyDecided):
        overrides.reject(db, entry, reason="nej", by=STEWARD, on=LATER)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"status": Status.ACHIEVED}, "status"),
        ({"status": Status.AT_RISK}, "status"),
        ({"reason": "ok " * 10 + " " * 30}, "reason"),
        ({"evidence": " "}, "evidence"),
        ({"expires": DAY + timedelta(days=181)}, "expires"),
        ({"expires": DAY - timedelta(days=1)}, "expires"),
    ],
)
def test_what_the_rule_does_not_allow_is_refused_by_its_field(db, fields, field):
    with pytest.raises(InputError) as refused:
        propose(db, **fields)
    assert refused.value.values["field"] == field


def test_a_status_is_lifted_one_step_and_never_where_there_are_no_data(db):
    observations.record(db, an_observation(value=5.0), by=STEWARD)
    with pytest.raises(InputError, match="ét trin"):
        propose(db)
    with pytest.raises(InputError, match="ingen data"):
        overrides.propose(
            db, "HOV-T1-C1", Status.OFF_TRACK, reason=REASON, expires=EXPIRES, by=BOSS, on=DAY
        )


def test_a_milestone_of_the_papers_own_is_computed_by_its_plan(db):
    step, on = "HOV-T2-C1", date(2013, 10, 1)
    due = basis_of(db, step).target.due
    with pytest.raises(InputError, match="beslutning"):
        milestone_plans.plan(db, step, due + timedelta(days=365), by=STEWARD, on=on)
    later = {"decision": "RR punkt 4", "by": STEWARD, "on": on}
    milestone_plans.plan(db, step, due + timedelta(days=365), **later)
    fields = {"reason": REASON, "evidence": "bilag 1", "by": BOSS, "on": on}
    expires = on + timedelta(days=30)
    proposal = overrides.propose(db, step, Status.AT_RISK, expires=expires, **fields)
    assert proposal.computed is Status.OFF_TRACK
