"""The day for which a promise is to be measured next, by its own rhythm and its due date."""

from calendar import monthrange
from datetime import date

from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import counting_observations
from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.rule.before_due import has_start
from models.strategy.rule.evidence import adequate
from models.strategy.target import RECORDED, Frequency, IndicatorKind

MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALFYEARLY: 6,
    Frequency.ANNUAL: 12,
    Frequency.BIENNIAL: 24,
}
SETTLED = frozenset({Status.ACHIEVED, Status.MISSED})
UNDECIDED = frozenset({StatusReason.AWAITING_MEASUREMENT, StatusReason.OVERDUE_NO_MEASUREMENT})


def needs_target(standing: ScoreboardCriterion) -> bool:
    """Whether a promise has no figure or day to be measured against until somebody sets it."""
    return standing.assessment.targetless


def needs_start(standing: ScoreboardCriterion) -> bool:
    """Whether the strategy's own figure of a promise is counted from a start nobody has set."""
    return not standing.adopted and standing.assessment.reason is StatusReason.BASELINE_MISSING


def is_unset(standing: ScoreboardCriterion) -> bool:
    """Whether a promise waits for somebody to set its target or its start."""
    return needs_target(standing) or needs_start(standing)


def is_measured(standing: ScoreboardCriterion) -> bool:
    """Whether somebody types a promise's figures: it has a target, and no survey gives them."""
    target = standing.target
    return target is not None and target.source == RECORDED and not is_unset(standing)


def next_measurement(standing: ScoreboardCriterion) -> date | None:
    """Return the day that the next measurement of a promise is to describe.

    An interval after the newest measurement that counts, else after the baseline, and never after
    the due date. A milestone, a target without a baseline, and what nobody has measured when it was
    due, are assessed at the due date alone.
    None for what is settled and for what nobody types.
    """
    target = standing.target
    if target is None or not is_measured(standing) or standing.assessment.status in SETTLED:
        return None
    at_due = target.kind is IndicatorKind.MILESTONE or standing.assessment.reason in UNDECIDED
    if at_due or not has_start(target):
        return target.due
    counting = adequate(target, counting_observations(standing.observations, None))
    latest = counting[-1].ref if counting else target.baseline_on or target.set_on
    day = _months_after(latest, MONTHS[target.frequency])
    return day if target.due is None else min(day, target.due)


def _months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
