"""Many rows at once, by the quickest way each database has."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.storage import Db
from models.storage.tables.base import Base


def add_rows(
    db: Db, row: type[Base], columns: Sequence[str], values: Iterable[tuple[object, ...]]
) -> None:
    """Keep rows of a table, each with its values in the order of the columns; None is missing.

    The values go to the driver as they are: only text, whole numbers and floats, and never NaN.
    """
    connection = db.connection()
    if connection.dialect.name == "sqlite":
        names, gaps = ", ".join(columns), ", ".join("?" * len(columns))
        # The names are columns of our own tables, the values go beside them.
        statement = f"INSERT INTO {row.__tablename__} ({names}) VALUES ({gaps})"  # noqa: S608 - see above
        connection.exec_driver_sql(statement, list(values))
        return
    copying = f"COPY {row.__tablename__} ({', '.join(columns)}) FROM STDIN"
    server: Any = connection.connection.driver_connection
    with server.cursor() as cursor, cursor.copy(copying) as copy:
        for each in values:
            copy.write_row(each)
