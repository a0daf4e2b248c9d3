"""Measured values and the day each was entered; only added to, so a correction erases nothing."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from operator import attrgetter, index

from sqlalchemy import insert, select

from models.storage import Db
from models.storage.sql.finite import finite
from models.storage.sql.writing import lock_table
from models.storage.tables.steering import ObservationRow
from models.strategy.observation import Observation

_FIELDS = tuple(field.name for field in fields(Observation))
_VALUES = attrgetter(*_FIELDS)
_SELECT = select(*(ObservationRow.__table__.c[name] for name in _FIELDS)).order_by(
    ObservationRow.entry
)


def lock(db: Db) -> None:
    """Let nobody else add an observation until the unit of work ends."""
    lock_table(db, ObservationRow)


def add_all(db: Db, observations: Iterable[Observation]) -> None:
    """Add observations in this order; raises InputError for NaN, and then adds none."""
    rows = [_row(observation) for observation in observations]
    if rows:
        db.execute(insert(ObservationRow), rows)


def criteria(db: Db) -> frozenset[str]:
    """Return the ids of the criteria that somebody has measured."""
    return frozenset(db.scalars(select(ObservationRow.criterion_id).distinct()))


def records_of(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> dict[str, tuple[Observation, ...]]:
    """Every record entered by a day (None: ever) of each criterion, replaced ones too, as entered.

    A criterion without any has an empty tuple.
    """
    records: dict[str, list[Observation]] = {criterion_id: [] for criterion_id in criterion_ids}
    query = _SELECT.where(ObservationRow.criterion_id.in_(tuple(records)))
    if knowledge_date is not None:
        query = query.where(ObservationRow.recorded <= knowledge_date)
    for row in db.execute(query):
        records[row.criterion_id].append(Observation(*row))
    return {criterion_id: tuple(entries) for criterion_id, entries in records.items()}


def _row(observation: Observation) -> dict[str, object]:
    row = dict(zip(_FIELDS, _VALUES(observation), strict=True))
    row["value"] = finite(observation.value, "value")
    # SQLite stores numpy's integers as bytes; `index` makes them int and refuses what is no count.
    for count in ("k", "n", "population"):
        row[count] = None if row[count] is None else index(row[count])
    return row
