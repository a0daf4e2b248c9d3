"""The status of a criterion on a day, from the observations recorded up to a knowledge date."""

from collections.abc import Iterable
from datetime import date

from models.strategy.observation import Observation, counting_observations
from models.strategy.rule.after_due import assess_after_due, lasting_achievement
from models.strategy.rule.assessment import Assessment, StatusReason
from models.strategy.rule.before_due import assess_before_due, no_data
from models.strategy.target import Direction, Target

RULE = "R1"


def assess(
    target: Target | None,
    observations: Iterable[Observation],
    *,
    as_of: date,
    knowledge_date: date | None = None,
) -> Assessment:
    """Return the status of a criterion with its reason and figures.

    as_of: the day of the status; values describing later days do not count.
    knowledge_date: only what was entered by this day counts; None means everything entered so far.
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
        return assess_before_due(target, counting, as_of=as_of)
    reached = lasting_achievement(target, due, counting) if target.lasting else None
    if reached is not None:
        return reached
    if as_of > due:
        return assess_after_due(target, due, counting, as_of=as_of)
    return assess_before_due(target, counting, as_of=as_of)


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
