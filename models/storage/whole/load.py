"""Bringing a backup back into a database, in one transaction."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from alembic import command
from sqlalchemy import Connection, Table, false, func, select
from sqlalchemy.exc import (
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
)

from models.errors import DatabaseUnavailable, InputError
from models.storage.availability import BUSY, NEWER, plain_errors
from models.storage.engine import connect, migration_turn, migrations
from models.storage.marks import PROBE
from models.storage.sql.bulk import copy_rows
from models.storage.whole.backup_file import Contents, NoBackup, damaged, newer, rows, verified
from models.storage.whole.dump import BATCH, Progress
from models.storage.whole.holding import Holding, holding
from models.storage.whole.snapshot import forget_log, revision, revisions
from models.storage.whole.structure import NOT_IN_BACKUP, VERSION, tables_at
from models.storage.whole.value_kinds import strange_column

# Seconds between two attempts to have all tables to oneself, and how many of them: a minute.
_PAUSE: Final = 0.02
_ATTEMPTS: Final = 3000
# What a driver raises for a value of a kind that a column does not take.
_REFUSALS: Final = (DataError, InterfaceError, ProgrammingError)


def load(url: str, path: Path, *, replacing: bool, progress: Progress) -> tuple[Contents, Holding]:
    """Restore a backup and bring its tables up to date; return what it and the database hold.

    All of it is one transaction, and others wait for it: a restore that is killed or refused has
    changed nothing. replacing: whether what is in the database may be deleted. Raises NoBackup,
    InputError for a database that is not empty, DatabaseUnavailable.
    """
    contents = verified(path)
    if contents.revision not in revisions():
        raise newer(path)
    engine = connect(url)
    try:
        with plain_errors(), _plain_contradiction(path):
            with engine.begin() as connection, migration_turn(connection):
                _clear(connection, replacing=replacing)
                command.upgrade(migrations(connection), contents.revision)
                _fill(connection, path, contents, progress)
                command.upgrade(migrations(connection), "head")
                content = holding(connection)
            forget_log(engine)
    finally:
        engine.dispose()
    return contents, content


def _clear(connection: Connection, *, replacing: bool) -> None:
    """Drop the tables there are; refuse to when they have rows and are not to be replaced."""
    current = revision(connection)
    if current is None:
        return
    if current not in revisions():
        raise DatabaseUnavailable(NEWER)
    tables = tables_at(current)
    _lock(connection, tables)
    if not replacing and any(_has_rows(connection, table) for table in tables):
        raise InputError(
            "Databasen er ikke tom. Skriv --replace for at slette alt, hvad der er i den, og lægge "
            "sikkerhedskopien i dens sted."
        )
    for table in reversed(tables):
        table.drop(connection)
    connection.exec_driver_sql(f"DROP TABLE {VERSION}")


def _lock(connection: Connection, tables: Sequence[Table]) -> None:
    """Let everybody else finish, and then wait; SQLite has one lock for all already."""
    if connection.dialect.name == "sqlite":
        return
    names = ", ".join(table.name for table in tables)
    for _ in range(_ATTEMPTS):
        try:
            # All or none: with some of them, waiting for the next, this and a respondent who has
            # that one would wait for each other.
            with connection.begin_nested():
                connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE NOWAIT")
        except OperationalError as problem:
            if problem.connection_invalidated:
                raise
            time.sleep(_PAUSE)
        else:
            return
    raise DatabaseUnavailable(BUSY)


def _has_rows(connection: Connection, table: Table) -> bool:
    query = select(func.count()).select_from(table)
    if "name" in table.c and table.name == "marks":
        # A server that was asked whether it is ready has left a row that says nothing.
        query = query.where(table.c.name != PROBE)
    return bool(connection.scalar(query))


def _fill(connection: Connection, path: Path, contents: Contents, progress: Progress) -> None:
    tables = {table.name: table for table in tables_at(contents.revision)}
    _require_same(path, contents, tables)
    done = 0
    for table, all_rows in rows(path):
        for batch in _batches(all_rows):
            _require_kinds(path, tables[table.name], table.columns, batch)
            with _plain_refusal(path, batch):
                copy_rows(connection, table.name, table.columns, batch)
            done += len(batch)
            progress(done, contents.rows, table.name)
    if connection.dialect.name != "sqlite":
        for numbered in tables.values():
            _number_on(connection, numbered)


@contextmanager
def _plain_contradiction(path: Path) -> Iterator[None]:
    """Turn a row that is there twice or refers to none into NoBackup; SQLite looks at the end."""
    try:
        yield
    except IntegrityError as refusal:
        raise damaged(path) from refusal


@contextmanager
def _plain_refusal(path: Path, batch: Sequence[Sequence[object]]) -> Iterator[None]:
    """Turn what a database or its driver says of a row into NoBackup.

    The hash guards against damage alone: whoever writes a file of their own may put anything there.
    """
    try:
        yield
    except (*_REFUSALS, UnicodeError, OverflowError) as refusal:
        has_nul = any("\0" in value for row in batch for value in row if isinstance(value, str))
        if not (isinstance(refusal, DataError) and has_nul):
            raise damaged(path) from refusal
        raise NoBackup(
            "{file} har en tekst med et tegn (NUL), som PostgreSQL ikke kan gemme: læg den i en "
            "SQLite-fil.",
            file=path,
        ) from refusal


def _require_same(path: Path, contents: Contents, tables: dict[str, Table]) -> None:
    """Refuse a file that somebody else wrote: its names go into statements as they are."""
    columns = {name: set(table.columns.keys()) for name, table in tables.items()}
    columns = {name: names for name, names in columns.items() if name not in NOT_IN_BACKUP}
    if {table.name: set(table.columns) for table in contents.tables} != columns:
        raise NoBackup("{file} har andre tabeller end dem, Pejling har.", file=path)


def _require_kinds(
    path: Path, table: Table, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    column = strange_column(table, columns, rows)
    if column is not None:
        raise NoBackup(
            "{file} er ødelagt: i tabellen {table} har kolonnen {column} en værdi af en anden "
            "slags end den skal. Brug en anden sikkerhedskopi.",
            file=path,
            table=table.name,
            column=column,
        )


def _batches(all_rows: Iterator[list[object]]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := [tuple(row) for row in islice(all_rows, BATCH)]:
        yield batch


def _number_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number the next row after those that came with their numbers."""
    column = table.autoincrement_column
    if column is not None:
        highest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        connection.execute(select(func.setval(sequence, highest, false())))
