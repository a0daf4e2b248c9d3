"""Asking for many ids at once, in one statement whatever their number."""

from collections.abc import Iterable

from sqlalchemy import ARRAY, ColumnElement, Text, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from models.storage import Db
from models.storage.sql.canonical_json import canonical


def any_of(
    db: Db, column: InstrumentedAttribute[str], wanted: Iterable[str] | None
) -> tuple[ColumnElement[bool], ...]:
    """The condition that a column is one of these; none (an empty tuple) when all are wanted.

    The ids go as one value, for a database takes only so many.
    """
    if wanted is None:
        return ()
    ids = sorted(set(wanted))
    if db.get_bind().dialect.name == "sqlite":
        return (column.in_(select(func.json_each(canonical(ids)).table_valued("value").c.value)),)
    return (column == any_(literal(ids, ARRAY(Text))),)
