"""The units of each wave as they were when it opened; they are never changed afterwards."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache

from sqlalchemy import select

from models.storage import Db
from models.storage.sql.canonical_json import canonical
from models.storage.sql.upsert import add_once
from models.storage.tables.organisation import StructureRow
from survey.asking.organisation import Organisation, Unit, join_units


def put(db: Db, wave_id: str, units: Iterable[Unit]) -> None:
    """Freeze a wave's units; a second call changes nothing."""
    text = canonical([asdict(unit) for unit in units])
    add_once(db, StructureRow, {"wave_id": wave_id, "units": text})


def get(db: Db, wave_id: str) -> tuple[Unit, ...] | None:
    """A wave's units in the order they were given; None for a wave that has not opened."""
    text = _text(db, wave_id)
    return None if text is None else _units(text)


def tree(db: Db, wave_id: str) -> Organisation | None:
    """A wave's units as one tree; None for a wave that has not opened."""
    text = _text(db, wave_id)
    return None if text is None else _tree(text)


def _text(db: Db, wave_id: str) -> str | None:
    return db.scalar(select(StructureRow.units).where(StructureRow.wave_id == wave_id))


# Every respondent's door and every page with results asks for them, and the text of a wave never
# changes: it is read and joined once, however many ask.
@lru_cache(maxsize=8)
def _units(text: str) -> tuple[Unit, ...]:
    return tuple(Unit(**unit) for unit in json.loads(text))


@lru_cache(maxsize=8)
def _tree(text: str) -> Organisation:
    return join_units(_units(text))
