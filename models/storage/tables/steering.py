"""The tables of targets and observations; rows are only ever added."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import Base, one_of
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape


class TargetRow(Base):
    """A target as it was set on a day. Only added to: an older target stays readable."""

    __tablename__ = "targets"
    __table_args__ = (
        Index(None, "criterion_id", "set_on"),
        one_of("kind", IndicatorKind),
        one_of("direction", Direction),
        one_of("frequency", Frequency),
        one_of("shape", PathShape),
    )

    entry: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[str]
    set_on: Mapped[date]
    kind: Mapped[str]
    direction: Mapped[str]
    baseline: Mapped[float | None]
    baseline_on: Mapped[date | None]
    target: Mapped[float | None]
    due: Mapped[date | None]
    strict: Mapped[bool]
    tolerance: Mapped[float]
    frequency: Mapped[str]
    sticky: Mapped[bool]
    shape: Mapped[str]
    low: Mapped[float | None]
    high: Mapped[float | None]
    points: Mapped[str]
    owner: Mapped[str]
    decision: Mapped[str]
    source: Mapped[str]


class ObservationRow(Base):
    """A measured value of a criterion. Only added to: a correction is a later entry."""

    __tablename__ = "observations"
    __table_args__ = (
        CheckConstraint("k >= 0", name="k"),
        CheckConstraint("n >= 0", name="n"),
        CheckConstraint("population >= 0", name="population"),
    )

    entry: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[str] = mapped_column(index=True)
    ref: Mapped[date]
    value: Mapped[float]
    recorded: Mapped[date]
    k: Mapped[int | None]
    n: Mapped[int | None]
    population: Mapped[int | None]
    series: Mapped[str]
    evidence: Mapped[str]
    entered_by: Mapped[str]
    # Of a value that came before approvals, and of what a steward records: nobody else.
    approved_by: Mapped[str] = mapped_column(server_default="")
