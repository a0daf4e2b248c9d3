"""The trace: what this unit of work has written, chained to all that was written before.

The lines of a unit of work are written when it ends, in its transaction and under a lock: it is the
last lock taken, so that nobody who has it waits for another, and it is held for a moment only.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from operator import attrgetter
from typing import Final

from sqlalchemy import ColumnElement, func, literal_column, select, text

from models.storage import Db
from models.storage.sql.bulk import add_rows
from models.storage.sql.writing import begin_writing
from models.storage.tables.trace import TraceRow
from models.trace.chain import START, chained
from models.trace.entry import Entry, Write
from models.trace.search import Search

# The number of PostgreSQL's advisory lock; an arbitrary one, the same for all who write.
TRACE_LOCK: Final = 7_353_547
# The database's own clock: the same for everybody, and read under the lock, so that it only grows.
_CLOCKS: Final = {
    "sqlite": "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')",
    "postgresql": "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
}
_PENDING: Final = "trace"
_FIELDS = tuple(field.name for field in fields(Entry))
_COLUMNS = tuple(TraceRow.__table__.c[name] for name in _FIELDS)
_VALUES = attrgetter(*_FIELDS)
# Lines in memory at a time.
BATCH: Final = 2_000


def add(db: Db, write: Write) -> None:
    """Put a write into the trace when the unit of work ends; if it is taken back, so is this."""
    db.info.setdefault(_PENDING, []).append(write)


def write_down(db: Db) -> None:
    """Write the lines that this unit of work has to write so far."""
    writes = db.info.pop(_PENDING, [])
    if not writes:
        return
    begin_writing(db)
    dialect = db.connection().dialect.name
    if dialect != "sqlite":
        db.execute(text(f"SELECT pg_advisory_xact_lock({TRACE_LOCK})"))
    clock: ColumnElement[str] = literal_column(_CLOCKS[dialect])
    query = select(TraceRow.entry, TraceRow.hash, clock).order_by(TraceRow.entry.desc()).limit(1)
    # One question for both; of an empty table only the clock is left to ask.
    row = db.execute(query).first() or (0, START, db.scalar(select(clock)))
    number, previous, at = row[0], row[1], str(row[2])
    lines = chained(writes, at=at, number=number, previous=previous)
    add_rows(db, TraceRow, _FIELDS, map(_VALUES, lines))


def head(db: Db) -> tuple[int, str]:
    """Return the number and the hash of the newest line; 0 and nothing where there is none."""
    query = select(TraceRow.entry, TraceRow.hash).order_by(TraceRow.entry.desc()).limit(1)
    row = db.execute(query).first()
    return (row.entry, row.hash) if row else (0, START)


def lines(db: Db) -> Iterator[Entry]:
    """Yield every line by its number, the oldest first."""
    write_down(db)
    query = select(*_COLUMNS).order_by(TraceRow.entry)
    for rows in db.execute(query, execution_options={"yield_per": BATCH}).partitions():
        yield from (Entry(*row) for row in rows)


def newest(db: Db, search: Search, *, limit: int, offset: int = 0) -> tuple[Entry, ...]:
    """Return the lines that a search finds, the newest first, without the first `offset`."""
    write_down(db)
    query = select(*_COLUMNS).where(*_conditions(search)).order_by(TraceRow.entry.desc())
    return tuple(Entry(*row) for row in db.execute(query.limit(limit).offset(offset)))


def count(db: Db, search: Search) -> int:
    """Return the number of lines that a search finds."""
    write_down(db)
    query = select(func.count()).select_from(TraceRow).where(*_conditions(search))
    return db.scalar(query) or 0


def people(db: Db) -> tuple[str, ...]:
    """Return the names of all who have written, in order."""
    write_down(db)
    return tuple(db.scalars(select(TraceRow.who).distinct().order_by(TraceRow.who)))


def _conditions(search: Search) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (TraceRow.subject, search.subject),
        (TraceRow.action, search.action),
        (TraceRow.who, search.who),
    ):
        if value:
            yield column == value
    if search.kind:
        alone, others = TraceRow.subject == search.kind, f"{search.kind}:"
        yield alone | TraceRow.subject.startswith(others, autoescape=True)
    if search.code:
        yield TraceRow.subject.endswith(f":{search.code}", autoescape=True)
    # A moment begins with its day.
    if search.first_day is not None:
        yield TraceRow.at >= search.first_day.isoformat()
    if search.last_day is not None:
        yield TraceRow.at < (search.last_day + timedelta(days=1)).isoformat()
