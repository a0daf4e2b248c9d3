"""How a promise stands before its due date (R1, section 3), and when its figure grows old (6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.strategy.observation import Observation
from models.strategy.rule import trajectory
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.evidence import adequate, interval
from models.strategy.rule.freshness import Freshness, freshness
from models.strategy.target import NEGLIGIBLE, Direction, IndicatorKind, Target

# Shares of the expected progress; thresholds published by Eurostat and Statistics Canada for
# distance to target, here on linear change instead of growth rates.
ON_TRACK_SHARE = 0.95
OFF_TRACK_SHARE = 0.60
# Below this share of the planned change nothing can be told from noise.
EARLY_SHARE = 0.10


def no_data(reason: StatusReason, seen: Sequence[Observation]) -> Assessment:
    """No status, and why; the newest value is shown beside it."""
    newest = seen[-1] if seen else None
    if newest is None:
        return Assessment(Status.NO_DATA, reason)
    return Assessment(Status.NO_DATA, reason, value=newest.value, ref=newest.ref)


def assess_before_due(target: Target, seen: Sequence[Observation], *, as_of: date) -> Assessment:
    """The status on a day up to and including the due date.

    The newest adequate observation is judged at its own day, then by its age.
    """
    if target.kind is IndicatorKind.MILESTONE:
        return no_data(StatusReason.NOT_CONFIRMED, seen)
    if not has_start(target):
        return no_data(StatusReason.BASELINE_MISSING, seen)
    usable = adequate(target, seen)
    if not usable:
        return no_data(StatusReason.SAMPLE_TOO_SMALL if seen else StatusReason.NO_MEASUREMENT, seen)
    newest = usable[-1]
    return _aged(
        assess_observation(target, newest), freshness(newest.ref, target.frequency, as_of=as_of)
    )


def has_start(target: Target) -> bool:
    """Whether there is something to measure progress from; a range to be held needs no baseline."""
    if target.direction is Direction.MAINTAIN:
        return True
    return target.baseline is not None and target.baseline_on is not None


def assess_observation(target: Target, observation: Observation) -> Assessment:
    """What one observation says at its own day, however old it is by now."""
    span = interval(target, observation)
    low, high = span or (None, None)
    shown = Assessment(
        Status.AT_RISK,
        StatusReason.TRAJECTORY,
        value=observation.value,
        ref=observation.ref,
        expected=trajectory.expected(target, observation.ref),
        low=low,
        high=high,
    )
    if target.direction is Direction.MAINTAIN:
        return _held(target, shown)
    return _walked(target, shown)


def _aged(judgement: Assessment, age: Freshness) -> Assessment:
    """Old figures lose their green, and in the end everything but their red."""
    judgement = replace(judgement, freshness=age)
    red = judgement.status is Status.OFF_TRACK
    if age is Freshness.EXPIRED and red:
        return replace(judgement, reason=StatusReason.STALE_RED_KEPT)
    if age is Freshness.EXPIRED:
        return replace(judgement, status=Status.NO_DATA, reason=StatusReason.STALE)
    if age is Freshness.STALE and judgement.status is Status.ON_TRACK:
        return replace(judgement, status=Status.AT_RISK, reason=StatusReason.STALE)
    return judgement


def _held(target: Target, shown: Assessment) -> Assessment:
    """A range to be held: inside, just outside, or surely further out than the tolerance."""
    value = _value(shown)
    outside = target.outside(value)
    surely = min((target.outside(one) for one in _likely(target, shown)), default=outside)
    status = Status.ON_TRACK
    if outside > 0:
        off = surely > target.tolerance + NEGLIGIBLE
        status = Status.OFF_TRACK if off else Status.AT_RISK
    return replace(shown, status=status, outside=outside, expected=None)


def _likely(target: Target, shown: Assessment) -> tuple[float, ...]:
    """The values of the interval that may lie nearest the range: its ends and the range's own."""
    if shown.low is None or shown.high is None:
        return ()
    edges = (edge for edge in (target.low, target.high) if edge is not None)
    return (shown.low, shown.high, *(edge for edge in edges if shown.low <= edge <= shown.high))


def _walked(target: Target, shown: Assessment) -> Assessment:
    """A change to be made: the share walked against the share expected."""
    due_share = trajectory.share(target, shown.expected or 0.0)
    walked = trajectory.share(target, _value(shown))
    if due_share is None or walked is None:
        return _unmoved(target, shown)
    shown = replace(shown, share_expected=due_share, share_achieved=walked)
    if due_share < EARLY_SHARE - NEGLIGIBLE:
        return replace(shown, status=Status.NO_DATA, reason=StatusReason.TOO_EARLY)
    slack = target.tolerance / abs(_change(target))
    green, red = ON_TRACK_SHARE * due_share - slack, OFF_TRACK_SHARE * due_share - slack
    shown = replace(shown, line_on_track=_at(target, green), line_off_track=_at(target, red))
    if target.reached(_value(shown)):
        return replace(shown, status=Status.ON_TRACK, reason=StatusReason.TARGET_MET_HOLD)
    if walked >= green - NEGLIGIBLE:
        return replace(shown, status=Status.ON_TRACK)
    hoped = trajectory.share(target, _favourable(target, shown))
    off = hoped is not None and hoped < red - NEGLIGIBLE
    return replace(shown, status=Status.OFF_TRACK if off else Status.AT_RISK)


def _unmoved(target: Target, shown: Assessment) -> Assessment:
    """Target and baseline are the same figure ("more than today"): worse than it is off track."""
    if target.reached(_value(shown)):
        return replace(shown, status=Status.ON_TRACK, reason=StatusReason.TARGET_MET_HOLD)
    behind = abs(_favourable(target, shown) - (target.target or 0.0))
    surely = not target.reached(_favourable(target, shown))
    off = surely and behind > target.tolerance + NEGLIGIBLE
    return replace(shown, status=Status.OFF_TRACK if off else Status.AT_RISK)


def _favourable(target: Target, shown: Assessment) -> float:
    """The best the value may truly be: the favourable end of its interval, or the value."""
    end = shown.low if target.direction is Direction.DECREASE else shown.high
    return _value(shown) if end is None else end


def _value(shown: Assessment) -> float:
    return shown.value or 0.0


def _change(target: Target) -> float:
    return (target.target or 0.0) - (target.baseline or 0.0)


def _at(target: Target, share: float) -> float:
    return (target.baseline or 0.0) + share * _change(target)
