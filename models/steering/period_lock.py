"""Periods whose values may not be written to any more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PeriodLock:
    """A period from its first to its last day, locked or unlocked by somebody on a day."""

    first_day: date
    last_day: date
    locked: bool
    entered_by: str
    entered_on: date
    reason: str = ""

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return self.first_day <= day <= self.last_day


def lock_of(day: date, locks: Iterable[PeriodLock]) -> PeriodLock | None:
    """Return the lock that a day lies under; None where it may be written to.

    locks: in the order of entry; the last that covers the day counts.
    """
    newest = None
    for lock in locks:
        if lock.covers(day):
            newest = lock
    return newest if newest is not None and newest.locked else None
