"""The base class of the tables, the names of constraints, and a constraint for enums."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Date, Float, MetaData
from sqlalchemy.orm import DeclarativeBase

from models.storage.tables.plain import PlainText

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# In SQLite such a table lies in the order of its key and numbers no rows: random keys leave no
# trace of who came first.
UNORDERED = {"sqlite_with_rowid": False}


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Return the constraint that a column has one of these values; another one is a bug."""
    choices = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({choices})", name=column)


class Base(DeclarativeBase):
    """The base of every table: constraints have names, which a migration needs to change them."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {str: PlainText, float: Float(53), date: Date}
