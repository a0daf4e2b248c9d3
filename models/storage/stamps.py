"""Cheap signs that the units have changed, for whoever keeps them in memory."""

from sqlalchemy import func, select

from models.storage import Db
from models.storage.tables.organisation import StructureRow, UnitRow
from models.storage.tables.results import ReleaseRow


def units(db: Db) -> str:
    """The same as long as the register is; a few changes that keep every length go unseen.

    A name put in the place of an equally long one, or a unit moved to a parent whose id is as long:
    whoever keeps the register must ask for it again now and then all the same.
    """
    place, name, parent = UnitRow.place, UnitRow.name, UnitRow.parent_id
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
    """The same as long as a wave's units are: frozen with it, or else today's register."""
    released = select(ReleaseRow.hash).where(ReleaseRow.wave_id == wave_id)
    frozen = select(StructureRow.wave_id).where(StructureRow.wave_id == wave_id)
    kept = db.scalar(frozen) is not None
    return f"{db.scalar(released)}|{kept or units(db)}"


def releases(db: Db) -> str:
    """The same until another wave is released."""
    query = select(ReleaseRow.wave_id, ReleaseRow.hash).order_by(ReleaseRow.wave_id)
    return "|".join(f"{wave_id}:{frozen}" for wave_id, frozen in db.execute(query))
