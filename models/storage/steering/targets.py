"""Targets of the criteria and the day each was set; only added to."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, insert, select

from models.storage import Db
from models.storage.sql.canonical_json import canonical
from models.storage.sql.finite import finite, finite_or_none
from models.storage.sql.writing import lock_table
from models.storage.tables.steering import TargetRow
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape, Target

_FIELDS = tuple(field.name for field in fields(Target))
_SELECT = select(*(TargetRow.__table__.c[name] for name in _FIELDS)).order_by(
    TargetRow.set_on, TargetRow.entry
)


def lock(db: Db) -> None:
    """Let nobody else add a target until the unit of work ends."""
    lock_table(db, TargetRow)


def add(db: Db, target: Target) -> None:
    """Add a target after the earlier ones of its criterion; raises InputError for NaN."""
    db.execute(insert(TargetRow), [_row(target)])


def criteria(db: Db) -> frozenset[str]:
    """Return the ids of the criteria that have a target."""
    return frozenset(db.scalars(select(TargetRow.criterion_id).distinct()))


def history(db: Db, criterion_id: str) -> tuple[Target, ...]:
    """Return all targets of a criterion, oldest first."""
    query = _SELECT.where(TargetRow.criterion_id == criterion_id)
    return tuple(_target(row) for row in db.execute(query).mappings())


def current(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> dict[str, Target]:
    """The newest target set by a day (None: ever) of each criterion that had one by then."""
    query = _SELECT.where(TargetRow.criterion_id.in_(tuple(criterion_ids)))
    if knowledge_date is not None:
        query = query.where(TargetRow.set_on <= knowledge_date)
    newest = {row["criterion_id"]: row for row in db.execute(query).mappings()}
    return {criterion_id: _target(row) for criterion_id, row in newest.items()}


def first_due(db: Db, criterion_ids: Iterable[str]) -> dict[str, date]:
    """Return the due date of the first target of each criterion that ever had one.

    A target set anew on the same day is a correction of the first: its date counts.
    """
    first: dict[str, tuple[date, date | None]] = {}
    query = (
        select(TargetRow.criterion_id, TargetRow.set_on, TargetRow.due)
        .where(TargetRow.criterion_id.in_(tuple(criterion_ids)), TargetRow.due.is_not(None))
        .order_by(TargetRow.set_on, TargetRow.entry)
    )
    for row in db.execute(query):
        day, _ = first.get(row.criterion_id, (row.set_on, None))
        if row.set_on == day:
            first[row.criterion_id] = row.set_on, row.due
    return {criterion_id: due for criterion_id, (_, due) in first.items() if due is not None}


def _row(target: Target) -> dict[str, Any]:
    return {name: getattr(target, name) for name in _FIELDS} | {
        "baseline": finite_or_none(target.baseline, "baseline"),
        "target": finite_or_none(target.target, "target"),
        "tolerance": finite(target.tolerance, "tolerance"),
        "low": finite_or_none(target.low, "low"),
        "high": finite_or_none(target.high, "high"),
        "points": canonical(
            [(day.isoformat(), finite(value, "points")) for day, value in target.points]
        ),
    }


def _target(row: RowMapping) -> Target:
    values: dict[str, Any] = dict(row) | {
        "kind": IndicatorKind(row["kind"]),
        "direction": Direction(row["direction"]),
        "frequency": Frequency(row["frequency"]),
        "shape": PathShape(row["shape"]),
        "points": tuple(
            (date.fromisoformat(day), value) for day, value in json.loads(row["points"])
        ),
    }
    return Target(**values)
