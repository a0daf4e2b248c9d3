"""The table of every write: who changed what, chained so that a changed line is found."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import Base


class TraceRow(Base):
    """One write. Only added to; `entry` counts from 1 without a gap, in the order of writing.

    at: UTC to the second, as ISO 8601. before, after: canonical JSON, NULL where there was nothing.
    previous: the hash of the entry before. hash: of this row without it.
    """

    __tablename__ = "trace"
    __table_args__ = (Index(None, "subject", "entry"),)

    entry: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    who: Mapped[str]
    role: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    reason: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]
