"""A status set by people beside the computed one, never in its place (R1, section 11)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.strategy.rule.assessment import Status
from models.strategy.rule.versions.rule import CURRENT, Rule
from survey.plain_text import look

# The statuses that people may set, the worse first; an outcome and missing data stand as computed.
OPEN_STATUSES = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK)


class OverrideReason(StrEnum):
    """The reason why an override counts, or does not."""

    WORSE = "override_worse"
    BETTER = "override_better"
    SAME = "override_same"
    NOT_YET = "override_not_yet"
    EXPIRED = "override_expired"
    FINAL = "override_rejected_final"
    NO_REASON = "override_rejected_no_reason"
    TOO_LONG = "override_rejected_too_long"
    TWO_STEPS = "override_rejected_two_steps"
    NO_EVIDENCE = "override_rejected_no_evidence"
    NOT_APPROVED = "override_rejected_not_approved"


COUNTING = frozenset({OverrideReason.WORSE, OverrideReason.BETTER})


@dataclass(frozen=True)
class Override:
    """A status that somebody sets beside the computed one of a criterion.

    by: who proposed it; approved_by: who else agreed, blank where nobody has.
    expires: the last day on which it counts.
    """

    criterion_id: str
    status: Status
    reason: str
    evidence: str
    by: str
    approved_by: str
    created: date
    expires: date


@dataclass(frozen=True)
class OverrideInForce:
    """An override that counts on a day, with the status it sets and why it may."""

    override: Override
    status: Status
    reason: OverrideReason


def judgement(
    override: Override,
    computed: Status,
    as_of: date,
    *,
    next_meeting: date | None = None,
    rule: Rule = CURRENT,
) -> tuple[Status, OverrideReason]:
    """Return the status beside the computed one, and why; the computed one where it may not count.

    A worse status is free, with a reason. A better one is a single step, of two persons, with
    evidence. next_meeting: of the committee, after which no override may last; None where it is
    not set.
    """
    reason = _refusal(override, computed, as_of, next_meeting=next_meeting, rule=rule)
    if reason is None and override.status is computed:
        reason = OverrideReason.SAME
    if reason is not None:
        return computed, reason
    if _step(override, computed) < 0:
        return override.status, OverrideReason.WORSE
    reason = _refusal_of_better(override, computed)
    return (override.status, OverrideReason.BETTER) if reason is None else (computed, reason)


def in_force(
    override: Override | None,
    computed: Status,
    as_of: date,
    *,
    next_meeting: date | None = None,
    rule: Rule = CURRENT,
) -> OverrideInForce | None:
    """Return the override that counts on a day; None where there is none, or it may not count."""
    if override is None:
        return None
    status, reason = judgement(override, computed, as_of, next_meeting=next_meeting, rule=rule)
    return OverrideInForce(override, status, reason) if reason in COUNTING else None


def _refusal(
    override: Override, computed: Status, as_of: date, *, next_meeting: date | None, rule: Rule
) -> OverrideReason | None:
    """Return why an override may not count, whichever way it goes; None where it may."""
    if as_of < override.created:
        return OverrideReason.NOT_YET
    if as_of > override.expires:
        return OverrideReason.EXPIRED
    if computed not in OPEN_STATUSES or override.status not in OPEN_STATUSES:
        return OverrideReason.FINAL
    if len(override.reason.strip()) < rule.override_reason_min:
        return OverrideReason.NO_REASON
    lasts = (override.expires - override.created).days
    if lasts > rule.override_max_days or (
        next_meeting is not None and override.expires > next_meeting
    ):
        return OverrideReason.TOO_LONG
    return None


def _refusal_of_better(override: Override, computed: Status) -> OverrideReason | None:
    """Return why a better status may not count; None where it may."""
    if _step(override, computed) > 1:
        return OverrideReason.TWO_STEPS
    by, approved_by = look(override.by), look(override.approved_by)
    if approved_by in {"", by}:
        return OverrideReason.NOT_APPROVED
    return None if override.evidence.strip() else OverrideReason.NO_EVIDENCE


def _step(override: Override, computed: Status) -> int:
    """Return the steps up from the computed status; below 0 where the override is worse."""
    return OPEN_STATUSES.index(override.status) - OPEN_STATUSES.index(computed)
