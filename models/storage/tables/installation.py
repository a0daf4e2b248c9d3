"""The table of facts about this installation."""

from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import Base


class MarkRow(Base):
    """A fact about this installation, e.g. that its figures are invented."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
