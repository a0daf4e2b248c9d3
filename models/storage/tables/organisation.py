"""The tables of the organisation: the units today, and as a wave froze them."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import Base


class UnitRow(Base):
    """A part of the region; `place` is its place in the file it came from."""

    __tablename__ = "units"
    __table_args__ = (CheckConstraint("staff >= 0", name="staff"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    # Checked at the commit, so that units may be inserted in any order.
    parent_id: Mapped[str | None] = mapped_column(
        ForeignKey("units.id", deferrable=True, initially="DEFERRED")
    )
    name: Mapped[str]
    kind: Mapped[str]
    staff: Mapped[int | None]
    place: Mapped[int]


class StructureRow(Base):
    """The units when a wave opened, as JSON in their order; never changed afterwards."""

    __tablename__ = "structures"

    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), primary_key=True)
    units: Mapped[str]
