"""The status of a criterion on a day, from the observations recorded up to a knowledge date."""

from collections.abc import Iterable, Sequence
from datetime import date

from models.strategy.milestone import MilestonePlan
from models.strategy.observation import Observation, counting_observations
from models.strategy.rule.after_due import assess_after_due, lasting_achievement
from models.strategy.rule.assessment import Assessment, StatusReason
from models.strategy.rule.before_due import assess_before_due, no_data
from models.strategy.rule.milestone import assess_plan
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Direction, IndicatorKind, Target


def assess(
    target: Target | None,
    observations: Iterable[Observation],
    *,
    as_of: date,
    knowledge_date: date | None = None,
    plans: Sequence[MilestonePlan] = (),
    rule: Rule = CURRENT,
) -> Assessment:
    """Return the status of a criterion with its reason and figures.

    as_of: the day of the status; values describing later days do not count.
    knowledge_date: only what was entered by this day counts; None means everything entered so far.
    plans: of a milestone, those confirmed by the knowledge date, oldest first.
    The due date itself counts as the time before it.
    """
    counting = tuple(
        observation
        for observation in counting_observations(observations, knowledge_date)
        if observation.ref <= as_of
    )
    gap = _gap(target)
    if target is None or gap is not None:
        return no_data(gap or StatusReason.TARGET_MISSING, counting)
    due = target.due
    if due is None:
        return assess_before_due(target, counting, as_of=as_of, rule=rule)
    reached = lasting_achievement(target, due, counting, rule=rule) if target.lasting else None
    if reached is not None:
        return reached
    if target.kind is IndicatorKind.MILESTONE:
        planned = assess_plan(target, due, plans, counting, as_of=as_of, rule=rule)
        if planned is not None:
            return planned
    if as_of > due:
        return assess_after_due(target, due, counting, as_of=as_of, rule=rule)
    return assess_before_due(target, counting, as_of=as_of, rule=rule)


def _gap(target: Target | None) -> StatusReason | None:
    """Return the reason why nothing can be assessed yet; None when target and due date are set."""
    if target is None:
        return StatusReason.TARGET_MISSING
    if target.direction is Direction.MAINTAIN:
        bounded = target.low is not None or target.high is not None
        return None if bounded else StatusReason.TARGET_MISSING
    if target.target is None:
        return StatusReason.TARGET_MISSING
    return StatusReason.DUE_MISSING if target.due is None else None
