"""The status of a milestone that is not done, by its plan (status rule R1, section 9)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.strategy.milestone import MilestonePlan
from models.strategy.observation import Observation
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.before_due import no_data, with_freshness
from models.strategy.rule.freshness import Freshness, freshness
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Target


def assess_plan(
    target: Target,
    due: date,
    plans: Sequence[MilestonePlan],
    observations: Sequence[Observation],
    *,
    as_of: date,
    rule: Rule = CURRENT,
) -> Assessment | None:
    """Return the status of a milestone nobody has reported done; None where its plan says nothing.

    The due date that is adopted stays the yardstick, however often the plan is moved. The
    newest plan confirmed by as_of counts. After the due date a plan says something where it
    was for a later day, or was confirmed later: the milestone is not done. All else is silence.
    """
    in_force = [plan for plan in plans if plan.confirmed_on <= as_of]
    if not in_force:
        return None
    plan = in_force[-1]
    if as_of > due:
        undone = plan.planned > due or plan.confirmed_on > due
        return not_done(due, plan, observations, as_of=as_of) if undone else None
    slip = (plan.planned - due).days
    status = Status.ON_TRACK
    if slip > 0:
        status = Status.AT_RISK if slip <= tolerance_days(target, due, rule) else Status.OFF_TRACK
    age = freshness(plan.confirmed_on, target.frequency, as_of=as_of, rule=rule)
    planned = _assessment(plan, observations, status=status, reason=StatusReason.PLAN, slip=slip)
    planned = with_freshness(planned, age)
    if age is Freshness.EXPIRED and planned.status is Status.NO_DATA:
        return replace(planned, reason=StatusReason.NOT_CONFIRMED)
    return planned


def not_done(
    due: date, plan: MilestonePlan | None, observations: Sequence[Observation], *, as_of: date
) -> Assessment:
    """Return the status of a milestone that was not done by its due date: missed, by n days."""
    slip = (as_of - due).days
    return _assessment(
        plan, observations, status=Status.MISSED, reason=StatusReason.NOT_DONE, slip=slip
    )


def tolerance_days(target: Target, due: date, rule: Rule = CURRENT) -> int:
    """Return the slip, in days, that is still at risk: a share of the planned time, and a least."""
    planned = (due - target.baseline_on).days if target.baseline_on else 0
    return max(rule.ms_tol_min, round(rule.ms_tol_share * planned))


def _assessment(
    plan: MilestonePlan | None,
    observations: Sequence[Observation],
    *,
    status: Status,
    reason: StatusReason,
    slip: int,
) -> Assessment:
    return replace(
        no_data(reason, observations),
        status=status,
        slip=slip,
        planned=plan.planned if plan else None,
        confirmed_on=plan.confirmed_on if plan else None,
    )
