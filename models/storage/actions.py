"""The actions that units agreed about their results; only added to, the newest counts."""

from collections.abc import Collection
from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import Select, insert, select

from models.agreed_action import AgreedAction
from models.storage import Db
from models.storage.sql.any_of import any_of
from models.storage.tables.results import ActionRow

_FIELDS = tuple(field.name for field in fields(AgreedAction))


def add(db: Db, action: AgreedAction) -> None:
    """Keep an action after the earlier ones of its unit."""
    db.execute(insert(ActionRow), [asdict(action)])


def history(db: Db, wave_id: str, unit_id: str) -> tuple[AgreedAction, ...]:
    """Return a unit's actions after a wave, oldest first; the last one counts."""
    query = _of_wave(wave_id).where(ActionRow.unit_id == unit_id)
    return tuple(AgreedAction(**row) for row in db.execute(query).mappings())


def newest(
    db: Db, wave_id: str, *, units: Collection[str] | None = None
) -> dict[str, AgreedAction]:
    """Unit id -> the action that counts; a unit without one is absent. units None: all."""
    query = _of_wave(wave_id).where(*any_of(db, ActionRow.unit_id, units))
    return {row["unit_id"]: AgreedAction(**row) for row in db.execute(query).mappings()}


def first_agreed(db: Db, wave_id: str) -> dict[str, date]:
    """Unit id -> the day it agreed its first action after a wave; a unit without one is absent."""
    rows = db.execute(_of_wave(wave_id)).mappings()
    days: dict[str, date] = {}
    for row in rows:
        days[row["unit_id"]] = min(row["agreed_on"], days.get(row["unit_id"], row["agreed_on"]))
    return days


def _of_wave(wave_id: str) -> Select[*tuple[object, ...]]:
    columns = (ActionRow.__table__.c[name] for name in _FIELDS)
    return select(*columns).where(ActionRow.wave_id == wave_id).order_by(ActionRow.entry)
