"""A database as it was at one moment, however long it is read and whoever writes meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, make_url

from models.errors import DatabaseUnavailable
from models.storage import Db
from models.storage.availability import GONE, plain_addresses, plain_errors
from models.storage.embedded import empty_log, file_of
from models.storage.engine import connect, migrations


@contextmanager
def snapshot(url: str) -> Iterator[Db]:
    """Read a database as it is at the first statement, without keeping anybody from writing.

    Raw answers may be read. Nothing is migrated, and no file is made where there is none. Raises
    DatabaseUnavailable.
    """
    _require_file(url)
    engine = connect(url)
    try:
        with plain_errors(), _reading(engine) as connection, Db(connection) as db:
            yield db
    finally:
        engine.dispose()


def _require_file(url: str) -> None:
    with plain_addresses():
        file = file_of(make_url(url))
        is_missing = file is not None and not file.exists()
    if is_missing:
        raise DatabaseUnavailable(GONE)


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            yield connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            return
        # The driver begins nothing before the first row that is written: without this every query
        # would see a moment of its own.
        connection.exec_driver_sql("BEGIN")
        yield connection
    # While somebody reads, the log cannot be emptied of what respondents deleted meanwhile.
    forget_log(engine)


def forget_log(engine: Engine) -> None:
    """Empty the log of an SQLite file, which may be large now; on PostgreSQL do nothing."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            empty_log(cast("sqlite3.Connection", connection.connection.driver_connection))


def revision(connection: Connection) -> str | None:
    """Return the revision of a database's tables; None before the first migration."""
    return MigrationContext.configure(connection).get_current_revision()


def revisions() -> tuple[str, ...]:
    """Return every revision that this program has a step to, the newest first."""
    steps = ScriptDirectory.from_config(migrations()).walk_revisions()
    return tuple(step.revision for step in steps)
