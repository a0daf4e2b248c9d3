"""Locked and unlocked periods; only added to."""

from dataclasses import asdict, fields

from sqlalchemy import insert, select

from models.steering.period_lock import PeriodLock
from models.storage import Db
from models.storage.tables.updates import PeriodLockRow

_FIELDS = tuple(field.name for field in fields(PeriodLock))


def add(db: Db, lock: PeriodLock) -> None:
    """Add a locked or unlocked period after the earlier ones."""
    db.execute(insert(PeriodLockRow), [asdict(lock)])


def all_locks(db: Db) -> tuple[PeriodLock, ...]:
    """Return every period that was locked or unlocked, in the order of entry."""
    columns = (PeriodLockRow.__table__.c[name] for name in _FIELDS)
    query = select(*columns).order_by(PeriodLockRow.entry)
    return tuple(PeriodLock(**row) for row in db.execute(query).mappings())
