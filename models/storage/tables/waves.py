"""The tables of the waves and of the links that lead into them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import UNORDERED, Base, one_of
from survey.asking.wave import WaveState


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


class QuestionnaireRow(Base):
    """A questionnaire that was brought in, as its definition file; `entry` is their order."""

    __tablename__ = "questionnaires"
    __table_args__ = (UniqueConstraint("instrument_id", "version"),)

    entry: Mapped[int] = mapped_column(primary_key=True)
    instrument_id: Mapped[str]
    version: Mapped[str]
    definition: Mapped[str]
    added_on: Mapped[date]
    added_by: Mapped[str]


class WaveQuestionnaireRow(Base):
    """The questionnaire that a wave was made with, as its definition file; never changed."""

    __tablename__ = "wave_questionnaires"
    __table_args__ = (Index(None, "instrument_id", "version"),)

    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), primary_key=True)
    instrument_id: Mapped[str]
    version: Mapped[str]
    definition: Mapped[str]
