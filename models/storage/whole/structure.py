"""The tables as they are at a revision, which need not be that of the program."""

from functools import cache
from typing import Any

from sqlalchemy import MetaData, Table, event, inspect

from models.storage.engine import connect, migrate

# Unsent answers stay out of a backup: beside the hash of a key they would tell, for as long as the
# backup is there, who has sent which answers.
NOT_IN_BACKUP = frozenset({"drafts"})
VERSION = "alembic_version"


@cache
def tables_at(revision: str) -> tuple[Table, ...]:
    """Return the tables that a revision has, those that others refer to first.

    Raises DatabaseUnavailable for a revision that this program has no step to.
    """
    engine = connect("sqlite://")
    try:
        migrate(engine, to=revision)
        schema = MetaData()
        event.listen(schema, "column_reflect", _generic)
        with engine.connect() as connection:
            names = set(inspect(connection).get_table_names()) - {VERSION}
            schema.reflect(connection, only=sorted(names))
    finally:
        engine.dispose()
    return tuple(schema.sorted_tables)


def _generic(_inspector: object, _table: Table, column: dict[str, Any]) -> None:
    # SQLite's own types could not read what PostgreSQL gives.
    column["type"] = column["type"].as_generic()
