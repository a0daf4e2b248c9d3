"""Inserting many rows by the quickest way of each database."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import Error
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from models.storage import Db
from models.storage.tables.base import Base


def add_rows(
    db: Db, row: type[Base], columns: Sequence[str], values: Iterable[tuple[object, ...]]
) -> None:
    """Add rows to a table, as `copy_rows` does."""
    copy_rows(db.connection(), row.__tablename__, columns, values)


def copy_rows(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    values: Iterable[tuple[object, ...]],
) -> None:
    """Add rows to a table, each with its values in the order of the columns; None is NULL.

    The values go to the driver as they are: only text, whole numbers and floats, and never NaN.
    table, columns: names of our own, which go into the statement as they are.
    """
    # Straight to the driver: SQLAlchemy's insert would take each row as a dict first.
    if connection.dialect.name == "sqlite":
        names, gaps = ", ".join(columns), ", ".join("?" * len(columns))
        # The names come from our own tables, the values are bound: nothing to inject.
        statement = f"INSERT INTO {table} ({names}) VALUES ({gaps})"  # noqa: S608 - see above
        connection.exec_driver_sql(statement, list(values))
        return
    copying = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    # COPY takes the rows as a stream, so that they are never all in memory.
    server: Any = connection.connection.driver_connection
    try:
        with server.cursor() as cursor, cursor.copy(copying) as copy:
            for row_values in values:
                copy.write_row(row_values)
    except Error as error:
        # As SQLAlchemy's own statements would: a server that is away gets its sentence.
        raise DBAPIError.instance(
            copying, None, error, Error, hide_parameters=True, dialect=connection.dialect
        ) from error
