"""The age at which a value is stale or expired (status rule R1, section 6)."""

from datetime import date
from enum import StrEnum

from models.strategy.target import Frequency

INTERVAL_DAYS = {
    Frequency.MONTHLY: 31,
    Frequency.QUARTERLY: 92,
    Frequency.HALFYEARLY: 183,
    Frequency.ANNUAL: 366,
    Frequency.BIENNIAL: 731,
}


class Freshness(StrEnum):
    """Fresh values count fully, stale ones cannot be green, of expired ones only red remains."""

    FRESH = "fresh"
    STALE = "stale"
    EXPIRED = "expired"


def grace_days(frequency: Frequency) -> int:
    """Return the days a measurement may be late: a quarter of its interval, at least 30."""
    return max(30, round(0.25 * INTERVAL_DAYS[frequency]))


def fresh_days(frequency: Frequency) -> int:
    """Return the greatest age of a fresh value, in days."""
    return INTERVAL_DAYS[frequency] + grace_days(frequency)


def stale_days(frequency: Frequency) -> int:
    """Return the greatest age of a stale value, in days; an older one has expired."""
    return max(2 * INTERVAL_DAYS[frequency], fresh_days(frequency) + 30)


def freshness(ref: date, frequency: Frequency, *, as_of: date) -> Freshness:
    """Return the freshness on as_of of a value that describes the day ref."""
    age = (as_of - ref).days
    if age <= fresh_days(frequency):
        return Freshness.FRESH
    return Freshness.STALE if age <= stale_days(frequency) else Freshness.EXPIRED
