"""The tables of the published results, and of what units agreed to do about theirs."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import UNORDERED, Base
from models.storage.tables.plain import PlainText

# Byte by byte on either database, so that rows come in one order whatever the server's language.
CODE = PlainText().with_variant(PlainText(collation="C"), "postgresql")


class ReleaseRow(Base):
    """The release of a wave without its cells; the key refuses a second release.

    published, reliability, items, drivers: JSON. hash: of the cells.
    """

    __tablename__ = "releases"
    __table_args__ = (CheckConstraint("smallest_group >= 5", name="smallest_group"),)

    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), primary_key=True)
    smallest_group: Mapped[int]
    published: Mapped[str]
    audit: Mapped[str]
    code_version: Mapped[str]
    hash: Mapped[str]
    released_on: Mapped[date]
    reliability: Mapped[str]
    items: Mapped[str]
    drivers: Mapped[str]


class CellRow(Base):
    """One published cell, frozen: `survey.release.cells.FIGURES`, NULL where nothing is published.

    In SQLite the table lies in the order of its key, so that a unit's cells are read from one
    place; the index finds one measure of all units, and has the levels for counting them.
    """

    __tablename__ = "release_cells"
    __table_args__ = (
        Index(None, "wave_id", "family", "measure", "level_low", "level_high"),
        UNORDERED,
    )

    wave_id: Mapped[str] = mapped_column(ForeignKey("releases.wave_id"), primary_key=True)
    family: Mapped[str] = mapped_column(CODE, primary_key=True)
    unit_id: Mapped[str] = mapped_column(CODE, primary_key=True)
    respondent_group: Mapped[str] = mapped_column(CODE, primary_key=True)
    measure: Mapped[str] = mapped_column(CODE, primary_key=True)
    n: Mapped[float | None]
    mean: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    level: Mapped[float | None]
    level_low: Mapped[float | None]
    level_high: Mapped[float | None]
    favourable: Mapped[float | None]
    favourable_n: Mapped[float | None]
    predicted: Mapped[float | None]
    n_eff: Mapped[float | None]
    divided: Mapped[float | None]
    opted_out: Mapped[float | None]


class ActionRow(Base):
    """An action a unit agreed about its result. Only added to: the newest counts."""

    __tablename__ = "actions"
    __table_args__ = (
        Index(None, "wave_id", "unit_id"),
        CheckConstraint("what <> ''", name="what"),
    )

    entry: Mapped[int] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"))
    unit_id: Mapped[str]
    agreed_on: Mapped[date]
    what: Mapped[str]
    responsible: Mapped[str]
    due_on: Mapped[date]
    entered_by: Mapped[str]
    done_on: Mapped[date | None]
