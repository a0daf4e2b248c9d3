"""The units of the region as they stand today."""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import delete, insert, select

from models.storage import Db
from models.storage.tables.organisation import UnitRow
from survey.asking.organisation import Unit

_COLUMNS = (UnitRow.id, UnitRow.parent_id, UnitRow.name, UnitRow.kind, UnitRow.staff)


def replace(db: Db, units: Iterable[Unit]) -> None:
    """Put these units in the place of all earlier ones."""
    rows = [asdict(unit) | {"place": place} for place, unit in enumerate(units)]
    db.execute(delete(UnitRow))
    if rows:
        db.execute(insert(UnitRow), rows)


def all_units(db: Db) -> tuple[Unit, ...]:
    """Every unit, in the order they were given."""
    query = select(*_COLUMNS).order_by(UnitRow.place)
    return tuple(Unit(*row) for row in db.execute(query))
