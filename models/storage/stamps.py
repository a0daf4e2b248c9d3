"""Cheap stamps that change when units or releases do, for caches of them."""

from sqlalchemy import func, select

from models.storage import Db
from models.storage.tables.organisation import StructureRow, UnitRow
from models.storage.tables.results import ReleaseRow


def units(db: Db) -> str:
    """Return a stamp that is the same as long as the units are, with rare exceptions.

    A name replaced by an equally long one, or a unit moved to a parent whose id is as long, leaves
    it as it was: a cache must also have an age limit.
    """
    place, name, parent = UnitRow.place, UnitRow.name, UnitRow.parent_id
    # Weighted by place, so that two units that swap lengths change the sum. One scan of the table
    # on the server; nothing but eight values comes back.
    query = select(
        func.count(),
        func.sum(UnitRow.staff),
        func.sum(UnitRow.staff * (place + 1)),
        func.sum(func.length(name) * (place + 1)),
        func.sum(func.length(UnitRow.id) * (place + 1)),
        func.sum(func.length(parent) * (place + 1)),
        func.min(name),
        func.max(name),
    )
    return "|".join(map(str, db.execute(query).one()))


def structure(db: Db, wave_id: str) -> str:
    """Return a stamp of a wave's units: those frozen with it, or else today's."""
    released = select(ReleaseRow.hash).where(ReleaseRow.wave_id == wave_id)
    frozen = select(StructureRow.wave_id).where(StructureRow.wave_id == wave_id)
    is_frozen = db.scalar(frozen) is not None
    return f"{db.scalar(released)}|{is_frozen or units(db)}"


def releases(db: Db) -> str:
    """Return a stamp that is the same until another wave is released."""
    query = select(ReleaseRow.wave_id, ReleaseRow.hash).order_by(ReleaseRow.wave_id)
    return "|".join(f"{wave_id}:{frozen}" for wave_id, frozen in db.execute(query))
