"""The status of a criterion after its due date (section 4 of the status rule R1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from models.strategy.observation import Observation
from models.strategy.rule import trajectory
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.before_due import assess_observation, has_start, no_data
from models.strategy.rule.evidence import adequate, few_answered, interval, too_small
from models.strategy.rule.freshness import Freshness, grace_days
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Direction, IndicatorKind, Target


def lasting_achievement(
    target: Target, due: date, observations: Sequence[Observation], *, rule: Rule = CURRENT
) -> Assessment | None:
    """Return the assessment by the first observation that reached the target; None if none did.

    For targets that stay reached (`Target.lasting`). observations: sorted by the day they describe.
    """
    for observation in adequate(target, observations, rule=rule):
        if target.reached(observation.value):
            slip = (observation.ref - due).days
            achieved = _achieved(target, observation, max(0, slip), rule)
            milestone = target.kind is IndicatorKind.MILESTONE
            return replace(achieved, slip=slip if milestone else None)
    return None


def assess_after_due(
    target: Target,
    due: date,
    observations: Sequence[Observation],
    *,
    as_of: date,
    rule: Rule = CURRENT,
) -> Assessment:
    """Return achieved, achieved late, missed, or no data with the reason.

    observations: sorted by the day they describe, none later than as_of.
    """
    usable = adequate(target, observations, rule=rule)
    deciding = _deciding(target, due, usable, rule)
    if deciding is not None and target.reached(deciding.value):
        return _achieved(target, deciding, 0, rule)
    after = due if deciding is None else max(due, deciding.ref)
    later = [
        observation
        for observation in usable
        if observation.ref > after and target.reached(observation.value)
    ]
    if later:
        return _achieved_late(target, due, later[0], short=deciding, rule=rule)
    if deciding is not None:
        return replace(
            _figures(target, deciding, rule),
            status=Status.MISSED,
            reason=StatusReason.TARGET_NOT_REACHED,
            slip=(as_of - due).days if target.kind is IndicatorKind.MILESTONE else None,
        )
    return _undocumented(target, due, observations, as_of=as_of, rule=rule)


def _deciding(
    target: Target, due: date, usable: Sequence[Observation], rule: Rule
) -> Observation | None:
    """Return the observation nearest the due date in its window; None if the window is empty."""
    near = [observation for observation in usable if _in_window(target, due, observation, rule)]
    # Of two equally near the later one decides: its `due - ref` is the smaller.
    return min(
        near,
        key=lambda observation: (abs((observation.ref - due).days), due - observation.ref),
        default=None,
    )


def deciding_days(target: Target, due: date, rule: Rule = CURRENT) -> tuple[date, date]:
    """Return the first and the last day that an observation must describe to decide at due."""
    # Half a measuring interval before the due date: anything earlier belongs to the one before.
    before = ceil(rule.interval_days[target.frequency] / 2) - 1
    return due - timedelta(days=before), due + timedelta(days=rule.ref_grace_days)


def _in_window(target: Target, due: date, observation: Observation, rule: Rule) -> bool:
    first, last = deciding_days(target, due, rule)
    return first <= observation.ref <= last


def _undocumented(
    target: Target, due: date, observations: Sequence[Observation], *, as_of: date, rule: Rule
) -> Assessment:
    """Return the status where no observation decides.

    Not documented after the waiting time; until then a red stays red, all else is no data.
    """
    patience = timedelta(days=max(rule.ref_grace_days, grace_days(target.frequency, rule)))
    if as_of > due + patience:
        return no_data(StatusReason.OVERDUE_NO_MEASUREMENT, observations)
    usable = adequate(target, observations, rule=rule)
    if usable and target.kind is not IndicatorKind.MILESTONE and has_start(target):
        last = assess_observation(target, usable[-1], rule=rule)
        if last.status is Status.OFF_TRACK:
            return replace(last, reason=StatusReason.STALE_RED_KEPT, freshness=Freshness.EXPIRED)
    small = any(
        too_small(target, observation, rule=rule) and _in_window(target, due, observation, rule)
        for observation in observations
    )
    return no_data(
        StatusReason.SAMPLE_TOO_SMALL if small else StatusReason.AWAITING_MEASUREMENT, observations
    )


def _achieved(target: Target, observation: Observation, days_late: int, rule: Rule) -> Assessment:
    return replace(
        _figures(target, observation, rule),
        status=Status.ACHIEVED,
        reason=StatusReason.LATE if days_late else StatusReason.ON_TIME,
        days_late=days_late,
    )


def _achieved_late(
    target: Target, due: date, observation: Observation, *, short: Observation | None, rule: Rule
) -> Assessment:
    """Return the assessment by the observation that reached the target, with the one too short.

    short: the observation nearest the due date; None where its window is empty.
    """
    achieved = _achieved(target, observation, (observation.ref - due).days, rule)
    if short is None:
        return achieved
    return replace(achieved, due_value=short.value, due_ref=short.ref)


def _figures(target: Target, observation: Observation, rule: Rule) -> Assessment:
    """Return the deciding value beside the target, with the interval of a survey.

    certain: whether the interval keeps clear of the target; None where there is no interval.
    """
    span = interval(target, observation, rule=rule)
    low, high = span or (None, None)
    holding = target.direction is Direction.MAINTAIN
    limits = (target.low, target.high) if holding else (target.target,)
    certain = None
    if span is not None:
        certain = not any(limit is not None and span[0] <= limit <= span[1] for limit in limits)
    achieved_share = trajectory.share(target, observation.value)
    return Assessment(
        Status.NO_DATA,
        StatusReason.AWAITING_MEASUREMENT,
        value=observation.value,
        ref=observation.ref,
        expected=target.target,
        share_expected=None if achieved_share is None else 1.0,
        share_achieved=achieved_share,
        low=low,
        high=high,
        certain=certain,
        outside=target.outside(observation.value) if holding else None,
        response=observation.response,
        low_response=few_answered(observation, rule=rule),
        answers=observation.n,
    )
