"""The tables of what respondents send; who answered and what was answered share no column."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import UNORDERED, Base, one_of
from models.wording import LANGUAGES
from survey.asking.comment import CommentState


class DraftRow(Base):
    """Answers that have not been sent; deleted when they are, and when the wave closes."""

    __tablename__ = "drafts"
    __table_args__ = UNORDERED

    key_hash: Mapped[str] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), index=True)
    answers: Mapped[str]


class ParticipationRow(Base):
    """A spent key and nothing else. Shares no column with `ResponseRow`."""

    __tablename__ = "participation"
    __table_args__ = UNORDERED

    key_hash: Mapped[str] = mapped_column(primary_key=True)


class ResponseRow(Base):
    """A response without a person: a random key, no clock and no number.

    answers: item id -> value as JSON in the order of the ids, so that one response is one row.
    """

    __tablename__ = "responses"
    __table_args__ = UNORDERED

    id: Mapped[str] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), index=True)
    unit_id: Mapped[str]
    respondent_group: Mapped[str]
    answers: Mapped[str]


class CommentRow(Base):
    """A comment: a random key, no clock, no number, and no column that leads to the answers.

    text: as stored for review. published_text: as published once two reviewers have agreed; blank
    before. published_at: the unit it is read at. theme: the words of the theme it is read in.
    """

    __tablename__ = "comments"
    __table_args__ = (
        one_of("state", CommentState),
        one_of("language", ("", *LANGUAGES)),
        UNORDERED,
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    wave_id: Mapped[str] = mapped_column(ForeignKey("waves.id"), index=True)
    unit_id: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]
    state: Mapped[str]
    published_text: Mapped[str] = mapped_column("shown")
    first_by: Mapped[str]
    second_by: Mapped[str]
    published_at: Mapped[str | None] = mapped_column("shown_at")
    theme: Mapped[str | None]
