"""The status of a criterion up to its due date (R1, section 3), and of old values (section 6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.strategy.observation import Observation
from models.strategy.rule import trajectory
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.evidence import adequate, few_answered, interval
from models.strategy.rule.freshness import Freshness, freshness
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import NEGLIGIBLE, Direction, IndicatorKind, Target


def no_data(reason: StatusReason, observations: Sequence[Observation]) -> Assessment:
    """Return an assessment without status, with the reason and the newest value.

    observations: sorted by the day they describe; value and day are None where there are none.
    """
    newest = observations[-1] if observations else None
    if newest is None:
        return Assessment(Status.NO_DATA, reason)
    return Assessment(Status.NO_DATA, reason, value=newest.value, ref=newest.ref, answers=newest.n)


def assess_before_due(
    target: Target, observations: Sequence[Observation], *, as_of: date, rule: Rule = CURRENT
) -> Assessment:
    """Return the status on a day up to and including the due date.

    The newest adequate observation is assessed at its own day, then by its age.
    observations: sorted by the day they describe, none later than as_of.
    """
    if target.kind is IndicatorKind.MILESTONE:
        return no_data(StatusReason.NOT_CONFIRMED, observations)
    if not has_start(target):
        return no_data(StatusReason.BASELINE_MISSING, observations)
    usable = adequate(target, observations, rule=rule)
    if not usable:
        return no_data(
            StatusReason.SAMPLE_TOO_SMALL if observations else StatusReason.NO_MEASUREMENT,
            observations,
        )
    newest = usable[-1]
    return with_freshness(
        assess_observation(target, newest, rule=rule),
        freshness(newest.ref, target.frequency, as_of=as_of, rule=rule),
    )


def has_start(target: Target) -> bool:
    """Whether there is something to measure progress from; a range to be held needs no baseline."""
    if target.direction is Direction.MAINTAIN:
        return True
    return target.baseline is not None and target.baseline_on is not None


def assess_observation(
    target: Target, observation: Observation, *, rule: Rule = CURRENT
) -> Assessment:
    """Return the status of one observation at its own day, whatever its age.

    The thresholds are those published by Eurostat and Statistics Canada for the distance to a
    target, here on linear change instead of growth rates.
    """
    span = interval(target, observation, rule=rule)
    low, high = span or (None, None)
    assessment = Assessment(
        Status.AT_RISK,
        StatusReason.TRAJECTORY,
        value=observation.value,
        ref=observation.ref,
        expected=trajectory.expected(target, observation.ref),
        low=low,
        high=high,
        response=observation.response,
        low_response=few_answered(observation, rule=rule),
        answers=observation.n,
    )
    if target.direction is Direction.MAINTAIN:
        return _assess_range(target, assessment)
    return _assess_change(target, assessment, rule)


def with_freshness(assessment: Assessment, age: Freshness) -> Assessment:
    """Return the status an old figure still allows: no green when stale, only red when expired."""
    assessment = replace(assessment, freshness=age)
    red = assessment.status is Status.OFF_TRACK
    if age is Freshness.EXPIRED and red:
        return replace(assessment, reason=StatusReason.STALE_RED_KEPT)
    if age is Freshness.EXPIRED:
        return replace(assessment, status=Status.NO_DATA, reason=StatusReason.STALE)
    if age is Freshness.STALE and assessment.status is Status.ON_TRACK:
        return replace(assessment, status=Status.AT_RISK, reason=StatusReason.STALE)
    return assessment


def _assess_range(target: Target, assessment: Assessment) -> Assessment:
    """Assess a range to be held: inside, just outside, or surely beyond the tolerance."""
    value = _value(assessment)
    outside = target.outside(value)
    nearest = min(
        (target.outside(edge) for edge in _plausible_values(target, assessment)), default=outside
    )
    status = Status.ON_TRACK
    if outside > 0:
        off = nearest > target.tolerance + NEGLIGIBLE
        status = Status.OFF_TRACK if off else Status.AT_RISK
    return replace(assessment, status=status, outside=outside, expected=None)


def _plausible_values(target: Target, assessment: Assessment) -> tuple[float, ...]:
    """Return the values of the interval that may lie nearest the range; none without an interval.

    Those are its own ends and the ends of the range inside it.
    """
    if assessment.low is None or assessment.high is None:
        return ()
    edges = (edge for edge in (target.low, target.high) if edge is not None)
    return (
        assessment.low,
        assessment.high,
        *(edge for edge in edges if assessment.low <= edge <= assessment.high),
    )


def _assess_change(target: Target, assessment: Assessment, rule: Rule) -> Assessment:
    """Assess a change to be made: the share achieved against the share expected."""
    expected_share = trajectory.share(target, assessment.expected or 0.0)
    achieved_share = trajectory.share(target, _value(assessment))
    if expected_share is None or achieved_share is None:
        return _assess_steady_target(target, assessment)
    assessment = replace(assessment, share_expected=expected_share, share_achieved=achieved_share)
    if expected_share < rule.early - NEGLIGIBLE:
        return replace(assessment, status=Status.NO_DATA, reason=StatusReason.TOO_EARLY)
    # The tolerance is in the indicator's unit, the thresholds are shares of the whole change.
    slack = target.tolerance / abs(_change(target))
    green, red = rule.green * expected_share - slack, rule.red * expected_share - slack
    assessment = replace(
        assessment, line_on_track=_value_at(target, green), line_off_track=_value_at(target, red)
    )
    if target.reached(_value(assessment)):
        return replace(assessment, status=Status.ON_TRACK, reason=StatusReason.TARGET_MET_HOLD)
    if achieved_share >= green - NEGLIGIBLE:
        return replace(assessment, status=Status.ON_TRACK)
    # Off track needs certainty: the favourable end of the interval must lie behind the line too.
    best_share = trajectory.share(target, _favourable(target, assessment))
    off = best_share is not None and best_share < red - NEGLIGIBLE
    return replace(assessment, status=Status.OFF_TRACK if off else Status.AT_RISK)


def _assess_steady_target(target: Target, assessment: Assessment) -> Assessment:
    """Assess a target equal to its baseline ("more than today"): worse than it is off track."""
    if target.reached(_value(assessment)):
        return replace(assessment, status=Status.ON_TRACK, reason=StatusReason.TARGET_MET_HOLD)
    behind = abs(_favourable(target, assessment) - (target.target or 0.0))
    surely = not target.reached(_favourable(target, assessment))
    off = surely and behind > target.tolerance + NEGLIGIBLE
    return replace(assessment, status=Status.OFF_TRACK if off else Status.AT_RISK)


def _favourable(target: Target, assessment: Assessment) -> float:
    """Return the favourable end of the interval, or the value where there is no interval."""
    end = assessment.low if target.direction is Direction.DECREASE else assessment.high
    return _value(assessment) if end is None else end


def _value(assessment: Assessment) -> float:
    return assessment.value or 0.0


def _change(target: Target) -> float:
    return (target.target or 0.0) - (target.baseline or 0.0)


def _value_at(target: Target, share: float) -> float:
    return (target.baseline or 0.0) + share * _change(target)
