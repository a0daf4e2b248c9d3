"""Locking a period, so that none of its values is recorded, imported or entered any more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError, SteeringError
from models.steering.period_lock import PeriodLock, lock_of
from models.storage import Db
from models.storage.steering import locks, observations, trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state
from survey.plain_text import plain


class PeriodLocked(SteeringError):
    """A value was to be written into a locked period."""


def lock_period(
    db: Db, first_day: date, last_day: date, *, reason: str = "", by: Viewer, on: date
) -> PeriodLock:
    """Let nobody write a value that describes a day of a period, both ends included."""
    require(by, Permission.LOCK_PERIOD)
    return _turn(db, _period(first_day, last_day, reason, by, on), by)


def unlock_period(
    db: Db, first_day: date, last_day: date, *, reason: str, by: Viewer, on: date
) -> PeriodLock:
    """Let values of a period be written again; the reason is asked for and stays readable."""
    require(by, Permission.LOCK_PERIOD)
    lock = replace(_period(first_day, last_day, reason, by, on), locked=False)
    if not lock.reason:
        raise InputError("Skriv, hvorfor perioden åbnes igen.", field="reason")
    return _turn(db, lock, by)


def _period(first_day: date, last_day: date, reason: str, by: Viewer, on: date) -> PeriodLock:
    return PeriodLock(
        first_day,
        last_day,
        locked=True,
        entered_by=by.name,
        entered_on=on,
        reason=plain(reason).strip(),
    )


def _turn(db: Db, lock: PeriodLock, by: Viewer) -> PeriodLock:
    if lock.first_day > lock.last_day:
        raise InputError("Periodens første dag ligger efter dens sidste.", field="last_day")
    # Nobody writes a value while a lock comes: what was read as open is open when it is written.
    observations.lock(db)
    locks.add(db, lock)
    action = Action.LOCK_PERIOD if lock.locked else Action.UNLOCK_PERIOD
    after = state(lock, without=("entered_by", "entered_on", "reason"))
    trace.add(db, Write(action, subject.PERIODS, by, None, after, lock.reason))
    return lock


def all_locks(db: Db, *, by: Viewer) -> tuple[PeriodLock, ...]:
    """Return every lock and unlock in the order of entry; of a day the last counts."""
    require(by, Permission.SEE_SCOREBOARD)
    return locks.all_locks(db)


def require_unlocked(db: Db, days: Iterable[date]) -> None:
    """Raise PeriodLocked where one of the days lies in a locked period."""
    all_periods = locks.all_locks(db)
    for day in days:
        lock = lock_of(day, all_periods)
        if lock is not None:
            raise PeriodLocked(
                "Perioden {first} til {last} er låst af {who} den {day}. En tovholder kan åbne "
                "den igen.",
                first=lock.first_day,
                last=lock.last_day,
                who=lock.entered_by,
                day=lock.entered_on,
            )
