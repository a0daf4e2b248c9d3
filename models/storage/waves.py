"""Waves and the links that lead into them."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from sqlalchemy import RowMapping, delete, insert, select

from models.storage import Db
from models.storage.sql.upsert import add_once
from models.storage.sql.writing import begin_writing
from models.storage.tables.waves import LinkRow, WaveRow
from survey.asking.wave import Wave, WaveState

_FIELDS = tuple(field.name for field in fields(Wave))
_SELECT = select(*(WaveRow.__table__.c[name] for name in _FIELDS))


def add(db: Db, wave: Wave) -> bool:
    """Add a wave; return False, and add nothing, when there is one with its id."""
    return add_once(db, WaveRow, _row(wave))


def update(db: Db, wave: Wave) -> None:
    """Replace the wave with the same id; raises NoResultFound when there is none."""
    row = db.get_one(WaveRow, wave.id)
    for name, value in _row(wave).items():
        setattr(row, name, value)
    db.flush()


def get(db: Db, wave_id: str) -> Wave | None:
    """Return the wave with an id; None when there is none."""
    row = db.execute(_SELECT.where(WaveRow.id == wave_id)).mappings().first()
    return None if row is None else _wave(row)


def lock(db: Db, wave_id: str, *, shared: bool = False) -> Wave | None:
    """Return the wave with an id as it stays until the unit of work ends; None when there is none.

    Whatever changes a wave, or stores something because of its state, asks here first and looks at
    the state it gets: one that was read before may be another's past. Others wait here, but for
    those who all have `shared=True`, which is for storing answers, and not for changing the wave.
    """
    begin_writing(db)
    query = _SELECT.where(WaveRow.id == wave_id).with_for_update(read=shared)
    row = db.execute(query).mappings().first()
    return None if row is None else _wave(row)


def all_waves(db: Db) -> tuple[Wave, ...]:
    """Return every wave in the order they opened; those not yet opened last."""
    waves = [_wave(row) for row in db.execute(_SELECT).mappings()]
    return tuple(sorted(waves, key=lambda wave: (wave.opens_on or date.max, wave.id)))


def add_links(db: Db, wave_id: str, links: Mapping[str, str]) -> None:
    """Add token hash -> unit id; a unit's new link replaces its old one in the wave."""
    units = set(links.values())
    db.execute(delete(LinkRow).where(LinkRow.wave_id == wave_id, LinkRow.unit_id.in_(units)))
    rows = [
        {"token_hash": token_hash, "wave_id": wave_id, "unit_id": unit_id}
        for token_hash, unit_id in links.items()
    ]
    if rows:
        db.execute(insert(LinkRow), rows)


def add_link_once(db: Db, wave_id: str, token_hash: str, unit_id: str) -> None:
    """Add a link beside the unit's other one; nothing when it is there already."""
    add_once(db, LinkRow, {"token_hash": token_hash, "wave_id": wave_id, "unit_id": unit_id})


def find_link(db: Db, token_hash: str) -> tuple[str, str] | None:
    """Return wave id and unit id of a link; None for an unknown token."""
    query = select(LinkRow.wave_id, LinkRow.unit_id).where(LinkRow.token_hash == token_hash)
    row = db.execute(query).first()
    return None if row is None else (row.wave_id, row.unit_id)


def _row(wave: Wave) -> dict[str, object]:
    return {name: getattr(wave, name) for name in _FIELDS}


def _wave(row: RowMapping) -> Wave:
    return Wave(**{**row, "state": WaveState(row["state"])})
