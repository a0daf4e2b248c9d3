"""Version stamps of units, releases and promises; caches compare them."""

from sqlalchemy import func, select

from models.storage import Db
from models.storage.tables.organisation import StructureRow, UnitRow
from models.storage.tables.results import ReleaseRow
from models.storage.tables.steering import ObservationRow, TargetRow
from models.storage.tables.updates import MilestonePlanRow, OverrideDecisionRow, OverrideRow

# What decides a status, all only added to.
_DECIDING = (
    TargetRow.entry,
    ObservationRow.entry,
    MilestonePlanRow.entry,
    OverrideRow.entry,
)


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


def releases(db: Db) -> str:
    """Return a stamp that is the same until another wave is released, or its units change.

    A wave's units are frozen with it; where they were not, they are today's register.
    """
    query = (
        select(ReleaseRow.wave_id, ReleaseRow.hash, StructureRow.wave_id.is_not(None))
        .join(StructureRow, StructureRow.wave_id == ReleaseRow.wave_id, isouter=True)
        .order_by(ReleaseRow.wave_id)
    )
    rows = db.execute(query).all()
    stamp = "|".join(f"{wave_id}:{fingerprint}" for wave_id, fingerprint, _frozen in rows)
    return stamp if all(frozen for *_release, frozen in rows) else f"{stamp}|{units(db)}"


def promises(db: Db) -> str:
    """Return a stamp that is the same until something is entered that decides a status."""
    newest = [select(func.max(entry)).scalar_subquery() for entry in _DECIDING]
    decided = select(func.count()).select_from(OverrideDecisionRow).scalar_subquery()
    return "|".join(map(str, db.execute(select(*newest, decided)).one()))
