"""The tables: everything that is kept between two clicks, and what may never stand side by side."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.ideas.idea import InnovationType, Stage
from models.storage.tables.base import UNORDERED, Base, one_of
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape
from models.wording import LANGUAGES
from survey.asking.wave import WaveState


class UnitRow(Base):
    """A part of the region; `place` is its place in the file it came from."""

    __tablename__ = "units"
    __table_args__ = (CheckConstraint("staff >= 0", name="staff"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    # Judged at the end of the unit of work, so that units may come in any order.
    parent_id: Mapped[str | None] = mapped_column(
        ForeignKey("units.id", deferrable=True, initially="DEFERRED")
    )
    name: Mapped[str]
    kind: Mapped[str]
    staff: Mapped[int | None]
    place: Mapped[int]


class TargetRow(Base):
    """What was promised on a day. Only ever added to: an older promise stays readable."""

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
    """A measured value of a criterion. Only ever added to: a correction is a later entry."""

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


class WaveRow(Base):
    """One dated round of asking; never with a smallest group below five."""

    __tablename__ = "waves"
    __table_args__ = (
        CheckConstraint("smallest_group >= 5", name="smallest_group"),
        one_of("state", WaveState),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    instrument_id: Mapped[str]
    smallest_group: Mapped[int]
    approved_on: Mapped[date | None]
    minutes: Mapped[str]
    state: Mapped[str]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]


class LinkRow(Base):
    """The way into a wave for one unit; the token itself is never kept."""

    __tablename__ = "links"
    __table_args__ = UNORDERED

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), index=True)
    unit_id: Mapped[str]


class DraftRow(Base):
    """Answers that have not been sent. Gone with the sending, and with the wave."""

    __tablename__ = "drafts"
    __table_args__ = UNORDERED

    key_hash: Mapped[str] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), index=True)
    answers: Mapped[str]


class ParticipationRow(Base):
    """Who has answered: a spent key and nothing else. Shares no column with `ResponseRow`."""

    __tablename__ = "participation"
    __table_args__ = UNORDERED

    key_hash: Mapped[str] = mapped_column(primary_key=True)


class ResponseRow(Base):
    """What was answered, by nobody: a random key, no clock, no number, no person.

    answers: item id -> value as JSON in the order of the ids, so that one response is one row.
    """

    __tablename__ = "responses"
    __table_args__ = UNORDERED

    id: Mapped[str] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), index=True)
    unit_id: Mapped[str]
    respondent_group: Mapped[str]
    answers: Mapped[str]


class IdeaRow(Base):
    """A suggestion of a unit."""

    __tablename__ = "ideas"
    __table_args__ = (
        one_of("language", LANGUAGES),
        one_of("innovation_type", InnovationType),
        one_of("stage", Stage),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    unit_id: Mapped[str | None]
    innovation_type: Mapped[str | None]
    submitted_on: Mapped[date]
    stage: Mapped[str]


class ThemeRow(Base):
    """A theme of the latest grouping; `place` is its place in it."""

    __tablename__ = "themes"

    id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]
    name: Mapped[str]
    terms: Mapped[str]
    strategy_theme: Mapped[str | None]


class MemberRow(Base):
    """An idea in its theme: its place there, and how well it fits."""

    __tablename__ = "members"
    __table_args__ = (CheckConstraint("fit BETWEEN 0 AND 1", name="fit"),)

    idea_id: Mapped[str] = mapped_column(ForeignKey("ideas.id"), primary_key=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("themes.id"), index=True)
    place: Mapped[int]
    fit: Mapped[float]


class MarkRow(Base):
    """A fact about this installation, e.g. that its figures are invented."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
