"""Rows that are left without what they belong to, where no reference of the database guards it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from models.storage import Db
from models.storage.tables.answers import CommentRow, DraftRow, ResponseRow
from models.storage.tables.results import ActionRow, CellRow
from models.storage.tables.steering import ObservationRow, TargetRow
from models.storage.tables.waves import LinkRow, WaveRow
from survey.asking.wave import WaveState

# What lies in a unit of a wave. A comment that is published has lost its own unit.
_OF_UNITS: tuple[tuple[InstrumentedAttribute[Any], InstrumentedAttribute[Any]], ...] = (
    (ResponseRow.wave_id, ResponseRow.unit_id),
    (CommentRow.wave_id, CommentRow.unit_id),
    (CommentRow.wave_id, CommentRow.published_at),
    (LinkRow.wave_id, LinkRow.unit_id),
    (CellRow.wave_id, CellRow.unit_id),
    (ActionRow.wave_id, ActionRow.unit_id),
)


def late_drafts(db: Db) -> int:
    """Return the number of unsent drafts of waves that are not open."""
    open_waves = select(WaveRow.id).where(WaveRow.state == WaveState.OPEN)
    query = select(func.count()).select_from(DraftRow).where(DraftRow.wave_id.not_in(open_waves))
    return db.scalar(query) or 0


def strays(db: Db, units: Mapping[str, AbstractSet[str]]) -> int:
    """Return in how many units of waves something lies although the wave has no such unit.

    units: wave id -> the units it was opened with; a wave that never opened is absent.
    """
    return sum(
        unit_id not in units.get(wave_id, set())
        for wave, unit in _OF_UNITS
        for wave_id, unit_id in db.execute(select(wave, unit).distinct())
        if unit_id
    )


def criteria(db: Db) -> frozenset[str]:
    """Return the ids of the criteria that have a target or an observation."""
    columns = (TargetRow.criterion_id, ObservationRow.criterion_id)
    return frozenset(db.scalars(select(columns[0]).union(select(columns[1]))))
