"""What became of a promise after its due date (R1, section 4)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.strategy.observation import Observation
from models.strategy.rule import trajectory
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.before_due import assess_observation, has_start, no_data
from models.strategy.rule.evidence import adequate, interval, too_small
from models.strategy.rule.freshness import INTERVAL_DAYS, Freshness, grace_days
from models.strategy.target import Direction, IndicatorKind, Target

# A value describing a day this long after the due date still decides.
DECIDING_DAYS = 90


def lasting_achievement(
    target: Target, due: date, seen: Sequence[Observation]
) -> Assessment | None:
    """Reached once is reached for good: the first observation that did, or None."""
    for observation in adequate(target, seen):
        if target.reached(observation.value):
            late = max(0, (observation.ref - due).days)
            return _achieved(target, observation, late)
    return None


def assess_after_due(
    target: Target, due: date, seen: Sequence[Observation], *, as_of: date
) -> Assessment:
    """Achieved, achieved late, missed, or not documented."""
    usable = adequate(target, seen)
    deciding = _deciding(target, due, usable)
    if deciding is not None and target.reached(deciding.value):
        return _achieved(target, deciding, 0)
    after = due if deciding is None else max(due, deciding.ref)
    later = [one for one in usable if one.ref > after and target.reached(one.value)]
    if later:
        return _achieved(target, deciding or later[0], (later[0].ref - due).days)
    if deciding is not None:
        return replace(
            _figures(target, deciding), status=Status.MISSED, reason=StatusReason.TARGET_NOT_REACHED
        )
    return _undocumented(target, due, seen, as_of=as_of)


def _deciding(target: Target, due: date, usable: Sequence[Observation]) -> Observation | None:
    """The observation nearest the due date in its window; of two equally near the later one."""
    near = [one for one in usable if _in_window(target, due, one)]
    return min(near, key=lambda one: (abs((one.ref - due).days), due - one.ref), default=None)


def _in_window(target: Target, due: date, observation: Observation) -> bool:
    half = INTERVAL_DAYS[target.frequency] / 2
    return -half < (observation.ref - due).days <= DECIDING_DAYS


def _undocumented(
    target: Target, due: date, seen: Sequence[Observation], *, as_of: date
) -> Assessment:
    """Nothing decides yet. Waiting has an end, and a red stays red while one waits."""
    patience = timedelta(days=max(DECIDING_DAYS, grace_days(target.frequency)))
    if as_of > due + patience:
        return no_data(StatusReason.OVERDUE_NO_MEASUREMENT, seen)
    usable = adequate(target, seen)
    if usable and target.kind is not IndicatorKind.MILESTONE and has_start(target):
        last = assess_observation(target, usable[-1])
        if last.status is Status.OFF_TRACK:
            return replace(last, reason=StatusReason.STALE_RED_KEPT, freshness=Freshness.EXPIRED)
    small = any(too_small(target, one) and _in_window(target, due, one) for one in seen)
    return no_data(
        StatusReason.SAMPLE_TOO_SMALL if small else StatusReason.AWAITING_MEASUREMENT, seen
    )


def _achieved(target: Target, observation: Observation, days_late: int) -> Assessment:
    return replace(
        _figures(target, observation),
        status=Status.ACHIEVED,
        reason=StatusReason.LATE if days_late else StatusReason.ON_TIME,
        days_late=days_late,
    )


def _figures(target: Target, observation: Observation) -> Assessment:
    """The deciding value beside the target. The value decides; a survey says how surely."""
    span = interval(target, observation)
    low, high = span or (None, None)
    holding = target.direction is Direction.MAINTAIN
    limits = (target.low, target.high) if holding else (target.target,)
    certain = None
    if span is not None:
        certain = not any(one is not None and span[0] <= one <= span[1] for one in limits)
    walked = trajectory.share(target, observation.value)
    return Assessment(
        Status.NO_DATA,
        StatusReason.AWAITING_MEASUREMENT,
        value=observation.value,
        ref=observation.ref,
        expected=target.target,
        share_expected=None if walked is None else 1.0,
        share_achieved=walked,
        low=low,
        high=high,
        certain=certain,
        outside=target.outside(observation.value) if holding else None,
    )
