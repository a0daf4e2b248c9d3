"""Inserting a row, or replacing the one with its key, in one statement."""

from collections.abc import Mapping

from sqlalchemy.dialects import postgresql, sqlite

from models.storage import Db
from models.storage.tables.base import Base


def add_once(db: Db, row: type[Base], values: Mapping[str, object]) -> bool:
    """Insert the row unless its key exists; return whether it was inserted."""
    statement = _insert(db, row).on_conflict_do_nothing().returning(*row.__mapper__.primary_key)
    return db.execute(statement, values).first() is not None


def upsert(db: Db, row: type[Base], values: Mapping[str, object]) -> None:
    """Insert the row, or replace the one with its key."""
    insert = _insert(db, row)
    new = {name: insert.excluded[name] for name in values}
    db.execute(
        insert.on_conflict_do_update(index_elements=row.__mapper__.primary_key, set_=new), values
    )


def _insert(db: Db, row: type[Base]) -> postgresql.Insert | sqlite.Insert:
    if db.get_bind().dialect.name == "sqlite":
        return sqlite.insert(row)
    return postgresql.insert(row)
