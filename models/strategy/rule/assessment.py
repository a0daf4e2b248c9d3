"""The result of the status rule for one criterion, with every figure behind it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.strategy.rule.freshness import Freshness


class Status(StrEnum):
    """The status of a criterion."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    NO_DATA = "no_data"


class StatusReason(StrEnum):
    """The reason for a status."""

    TRAJECTORY = "trajectory"
    TARGET_MET_HOLD = "target_met_hold"
    ON_TIME = "on_time"
    LATE = "late"
    TARGET_NOT_REACHED = "target_not_reached"
    STALE = "stale"
    STALE_RED_KEPT = "stale_red_kept"
    TARGET_MISSING = "target_missing"
    DUE_MISSING = "due_missing"
    BASELINE_MISSING = "baseline_missing"
    NO_MEASUREMENT = "no_measurement"
    TOO_EARLY = "too_early"
    SAMPLE_TOO_SMALL = "sample_too_small"
    AWAITING_MEASUREMENT = "awaiting_measurement"
    OVERDUE_NO_MEASUREMENT = "overdue_no_measurement"
    NOT_CONFIRMED = "not_confirmed"
    PLAN = "plan"
    NOT_DONE = "not_done"


# The reasons that say a target, or the day it is due, has still to be adopted.
NO_TARGET = frozenset({StatusReason.TARGET_MISSING, StatusReason.DUE_MISSING})


@dataclass(frozen=True)
class Assessment:
    """A status, its reason and the figures behind both; what does not apply is None.

    expected, value, line_on_track, line_off_track, low, high, outside: in the indicator's unit.
    value, ref: the observation that decided, or the newest one where none could.
    due_value, due_ref: of a target reached late, the observation that fell short at the due date.
    share_expected, share_achieved: shares of the planned change (X and P of R1).
    low, high: the 95 % interval of a survey; certain: whether it keeps clear of the target.
    response: the share of all who could answer, who did; 0 to 1. low_response: whether so few
    did that they may not stand for all.
    answers: the number of valid answers behind the value; None where it is not said.
    outside: how far outside the range a maintain criterion lies.
    days_late: of an achieved criterion, 0 when in time.
    slip: of a milestone, the days from its due date to the day it is planned for or was done; or,
    where it is due and not done, to the day of the status. planned, confirmed_on: its plan.
    """

    status: Status
    reason: StatusReason
    expected: float | None = None
    value: float | None = None
    ref: date | None = None
    share_expected: float | None = None
    share_achieved: float | None = None
    line_on_track: float | None = None
    line_off_track: float | None = None
    low: float | None = None
    high: float | None = None
    certain: bool | None = None
    days_late: int | None = None
    due_value: float | None = None
    due_ref: date | None = None
    outside: float | None = None
    response: float | None = None
    low_response: bool = False
    answers: int | None = None
    freshness: Freshness | None = None
    slip: int | None = None
    planned: date | None = None
    confirmed_on: date | None = None

    @property
    def red(self) -> bool:
        """Whether it counts as red: off track, missed, or due and never documented."""
        reds = (Status.OFF_TRACK, Status.MISSED)
        return self.status in reds or self.reason is StatusReason.OVERDUE_NO_MEASUREMENT

    @property
    def targetless(self) -> bool:
        """Whether it cannot be assessed because no target, or no day for it, is set."""
        return self.reason in NO_TARGET

    @property
    def late(self) -> bool:
        """Whether the target was reached after its due date: never counted as in time."""
        return self.status is Status.ACHIEVED and self.reason is StatusReason.LATE

    @property
    def ratio(self) -> float | None:
        """The share achieved by the share expected (R of R1); None where either is missing."""
        if self.share_achieved is None or not self.share_expected:
            return None
        return self.share_achieved / self.share_expected
