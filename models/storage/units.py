"""The units of the region today."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import delete, insert, select

from models.storage import Db
from models.storage.sql.writing import lock_table
from models.storage.tables.organisation import UnitRow
from survey.asking.organisation import Unit

_COLUMNS = (UnitRow.id, UnitRow.parent_id, UnitRow.name, UnitRow.kind, UnitRow.staff)


def lock(db: Db) -> None:
    """Let nobody else replace the units until the unit of work ends."""
    lock_table(db, UnitRow)


def replace(db: Db, units: Iterable[Unit]) -> None:
    """Replace all units; of two at once the later one is left."""
    lock(db)
    rows = [asdict(unit) | {"place": place} for place, unit in enumerate(units)]
    db.execute(delete(UnitRow))
    if rows:
        db.execute(insert(UnitRow), rows)


def all_units(db: Db) -> tuple[Unit, ...]:
    """Return every unit in the order of `replace`."""
    query = select(*_COLUMNS).order_by(UnitRow.place)
    return tuple(Unit(*row) for row in db.execute(query))
