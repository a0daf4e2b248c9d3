"""Faults of a database as such: of its file, its tables, its references, its rights.

Each function returns the number of faults, and nothing of a row's content.
"""

from collections.abc import Iterator
from typing import Final

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Select,
    Table,
    exists,
    func,
    inspect,
    select,
    text,
)

from models.storage import Db, walls
from models.storage.tables.base import Base
from models.storage.whole.snapshot import revision, revisions
from models.storage.whole.value_kinds import strange_rows

# A reference or a check that was switched off while rows came in, or an index that was never made
# whole. Only of our own tables.
_HALF_MADE: Final = """
    SELECT (SELECT count(*) FROM pg_constraint
            WHERE NOT convalidated AND conrelid = to_regclass(:name))
         + (SELECT count(*) FROM pg_index
            WHERE NOT (indisvalid AND indisready) AND indrelid = to_regclass(:name))
"""


def revision_faults(db: Db) -> int:
    """Return 0 when the tables are those of this program."""
    return int(revision(db.connection()) != revisions()[0])


def file_faults(db: Db) -> int:
    """Return the faults that the database finds in its own files; it reads them all for it."""
    connection = db.connection()
    if connection.dialect.name == "sqlite":
        faults = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
        return sum(fault != "ok" for fault in faults)
    # PostgreSQL has no such check. To write each row as text it must read and unpack all of it.
    for name in sorted(Base.metadata.tables.keys() & inspect(connection).get_table_names()):
        whole_row = f"SELECT count(CAST(ours AS text)) FROM {name} AS ours"  # noqa: S608 - our names
        connection.exec_driver_sql(whole_row)
    return 0


def table_faults(db: Db) -> int:
    """Return how often tables, columns, indexes or constraints differ from those of the program."""
    connection = db.connection()
    options = {"compare_type": True, "include_name": _is_ours}
    context = MigrationContext.configure(connection, opts=options)
    return len(compare_metadata(context, Base.metadata)) + sum(_lacking(connection))


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    # A server's schema may have tables of others.
    return kind != "table" or name in Base.metadata.tables


def _lacking(connection: Connection) -> Iterator[int]:
    """Yield for each table the number of constraints that it lacks, or that do not hold."""
    inspector = inspect(connection)
    # A table that is not there at all is among the differences already.
    for name in sorted(Base.metadata.tables.keys() & inspector.get_table_names()):
        constraints = Base.metadata.tables[name].constraints
        declared = {c.name for c in constraints if isinstance(c, CheckConstraint)}
        yield len(declared - {check["name"] for check in inspector.get_check_constraints(name)})
        if connection.dialect.name != "sqlite":
            yield connection.scalar(text(_HALF_MADE), {"name": name}) or 0


def reference_faults(db: Db) -> int:
    """Return the number of rows that refer to a row which is not there."""
    return sum(
        db.scalar(_dangling(reference)) or 0
        for table in Base.metadata.tables.values()
        for reference in table.foreign_keys
    )


def _dangling(reference: ForeignKey) -> Select[int]:
    # Under another name: a unit refers to a unit.
    parents = reference.column.table.alias("parents")
    of_row = parents.c[reference.column.name] == reference.parent
    query = select(func.count()).select_from(reference.parent.table)
    return query.where(reference.parent.is_not(None), ~exists().where(of_row))


def value_faults(db: Db) -> int:
    """Return the number of rows with a value of another kind than its column's."""
    connection = db.connection()
    return sum(strange_rows(connection, table) for table in Base.metadata.tables.values())


def numbering_faults(db: Db) -> int:
    """Return the number of tables where PostgreSQL's next number is taken; SQLite counts itself."""
    connection = db.connection()
    if connection.dialect.name == "sqlite":
        return 0
    return sum(_next_is_taken(connection, table) for table in Base.metadata.tables.values())


def _next_is_taken(connection: Connection, table: Table) -> bool:
    column = table.autoincrement_column
    if column is None:
        return False
    sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
    next_number = text(f"SELECT last_value + CAST(is_called AS int) FROM {sequence}")  # noqa: S608 - the server's own name
    highest = connection.scalar(select(func.coalesce(func.max(column), 0))) or 0
    return highest >= (connection.scalar(next_number) or 0)


def wall_faults(db: Db) -> int:
    """Return the number of rights that the roles of the pages have too many or lack.

    On SQLite the walls stand in the program.
    """
    return walls.faults(db.connection())
