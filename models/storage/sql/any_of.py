"""A condition on many ids, in one statement whatever their number."""

from collections.abc import Iterable

from sqlalchemy import ARRAY, ColumnElement, Text, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from models.storage import Db
from models.storage.sql.canonical_json import canonical


def any_of(
    db: Db, column: InstrumentedAttribute[str], ids: Iterable[str] | None
) -> tuple[ColumnElement[bool], ...]:
    """Return the condition that a column has one of the ids; an empty tuple for None, i.e. any.

    The ids go as one bound value: SQLite takes 32,766 of them in a statement, PostgreSQL 65,535.
    """
    if ids is None:
        return ()
    values = sorted(set(ids))
    if db.get_bind().dialect.name == "sqlite":
        return (
            column.in_(select(func.json_each(canonical(values)).table_valued("value").c.value)),
        )
    return (column == any_(literal(values, ARRAY(Text))),)
