"""The published status rule R1: how one criterion stands on a day, by what was known on a day."""

from collections.abc import Iterable
from datetime import date

from models.strategy.observation import Observation, known_at
from models.strategy.rule.after_due import decided, for_good
from models.strategy.rule.assessment import Assessment, Reason
from models.strategy.rule.before_due import no_data, underway
from models.strategy.target import Direction, Target

RULE = "R1"


def assess(
    target: Target | None,
    observations: Iterable[Observation],
    *,
    as_of: date,
    known: date | None = None,
) -> Assessment:
    """How a criterion stands.

    as_of: the day asked about; values describing later days do not count.
    known: only what was entered by this day counts; None means everything entered so far.
    The due date itself still belongs to the time before: the promise has that day too.
    """
    seen = tuple(one for one in known_at(observations, known) if one.ref <= as_of)
    gap = _gap(target)
    if target is None or gap is not None:
        return no_data(gap or Reason.TARGET_MISSING, seen)
    due = target.due
    if due is None:
        return underway(target, seen, as_of=as_of)
    reached = for_good(target, due, seen) if target.lasting else None
    if reached is not None:
        return reached
    if as_of > due:
        return decided(target, due, seen, as_of=as_of)
    return underway(target, seen, as_of=as_of)


def _gap(target: Target | None) -> Reason | None:
    """What has to be adopted before anything can be judged."""
    if target is None:
        return Reason.TARGET_MISSING
    if target.direction is Direction.MAINTAIN:
        bounded = target.low is not None or target.high is not None
        return None if bounded else Reason.TARGET_MISSING
    if target.target is None:
        return Reason.TARGET_MISSING
    return Reason.DUE_MISSING if target.due is None else None
