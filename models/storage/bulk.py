"""Many rows at once, by the quickest way each database has."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Table

from models.storage import Db


def add_rows(
    db: Db, table: Table, columns: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    """Keep rows, each with its values in the order of the columns; None is missing.

    The values go to the driver as they are: only text, whole numbers and floats, and never NaN.
    """
    connection = db.connection()
    if connection.dialect.name == "sqlite":
        names, gaps = ", ".join(columns), ", ".join("?" * len(columns))
        # The names are columns of our own tables, the values go beside them.
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({gaps})"  # noqa: S608 - see above
        connection.exec_driver_sql(statement, list(rows))
        return
    copying = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    with connection.connection.cursor() as cursor, cursor.copy(copying) as copy:
        for row in rows:
            copy.write_row(row)
