"""The tables of the ideas and of the themes they are grouped into."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.ideas.idea import InnovationType, Stage
from models.storage.tables.base import Base, one_of
from models.wording import LANGUAGES


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
