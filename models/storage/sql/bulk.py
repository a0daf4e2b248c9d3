"""Inserting many rows by the quickest way of each database."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.storage import Db
from models.storage.tables.base import Base


def add_rows(
    db: Db, row: type[Base], columns: Sequence[str], values: Iterable[tuple[object, ...]]
) -> None:
    """Add rows to a table, each with its values in the order of the columns; None is NULL.

    The values go to the driver as they are: only text, whole numbers and floats, and never NaN.
    """
    # Straight to the driver: SQLAlchemy's insert would take each row as a dict first.
    connection = db.connection()
    if connection.dialect.name == "sqlite":
        names, gaps = ", ".join(columns), ", ".join("?" * len(columns))
        # The names come from our own tables, the values are bound: nothing to inject.
        statement = f"INSERT INTO {row.__tablename__} ({names}) VALUES ({gaps})"  # noqa: S608 - see above
        connection.exec_driver_sql(statement, list(values))
        return
    copying = f"COPY {row.__tablename__} ({', '.join(columns)}) FROM STDIN"
    # COPY takes the rows as a stream, so that they are never all in memory.
    server: Any = connection.connection.driver_connection
    with server.cursor() as cursor, cursor.copy(copying) as copy:
        for row_values in values:
            copy.write_row(row_values)
