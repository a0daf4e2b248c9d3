"""The age at which a value is stale or expired (status rule R1, section 6)."""

from datetime import date
from enum import StrEnum

from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Frequency


class Freshness(StrEnum):
    """Fresh values count fully, stale ones cannot be green, of expired ones only red remains."""

    FRESH = "fresh"
    STALE = "stale"
    EXPIRED = "expired"


def grace_days(frequency: Frequency, rule: Rule = CURRENT) -> int:
    """Return the days a measurement may be late: a share of its interval, and a least."""
    return max(rule.stale_grace_min, round(rule.stale_grace_share * rule.interval_days[frequency]))


def fresh_days(frequency: Frequency, rule: Rule = CURRENT) -> int:
    """Return the greatest age of a fresh value, in days."""
    return rule.interval_days[frequency] + grace_days(frequency, rule)


def stale_days(frequency: Frequency, rule: Rule = CURRENT) -> int:
    """Return the greatest age of a stale value, in days; an older one has expired."""
    least = fresh_days(frequency, rule) + rule.expired_after_stale_min
    return max(rule.expired_intervals * rule.interval_days[frequency], least)


def freshness(ref: date, frequency: Frequency, *, as_of: date, rule: Rule = CURRENT) -> Freshness:
    """Return the freshness on as_of of a value that describes the day ref."""
    age = (as_of - ref).days
    if age <= fresh_days(frequency, rule):
        return Freshness.FRESH
    return Freshness.STALE if age <= stale_days(frequency, rule) else Freshness.EXPIRED
