"""The table of facts about this installation, see `models.storage.marks`."""

from sqlalchemy.orm import Mapped, mapped_column

from models.storage.tables.base import Base


class MarkRow(Base):
    """A fact by its name, e.g. that the data are invented."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
