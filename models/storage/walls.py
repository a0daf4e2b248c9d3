"""Walls inside the database: a unit of work that has no business with raw answers cannot read them.

PostgreSQL keeps them by a role that may not log in, SQLite by asking `_may` about each statement.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Final, cast

from sqlalchemy import Connection, Table, inspect, text
from sqlalchemy.exc import ProgrammingError

from models.errors import SteeringError
from models.storage.tables import Base

# Behind a wall: rows may be laid down, and only these columns of them are ever seen.
OPEN: Final[Mapping[str, frozenset[str]]] = {
    "responses": frozenset({"wave_id", "unit_id"}),
    "comments": frozenset(
        {"id", "wave_id", "unit_id", "language", "state", "shown", "shown_at", "theme"}
    ),
}
# A role belongs to the whole server, and so is named by the database whose tables it may read.
_ROLE: Final = "SELECT 'pejling_pages_' || current_database()"
_ENTER: Final = "SELECT set_config('role', 'pejling_pages_' || current_database(), true)"

_ALWAYS: Final = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_INSERT,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
    }
)


class RoleMissing(SteeringError):
    """The database's user may not make the role that the pages read as."""


def enter(connection: Connection, *, answers: bool) -> None:
    """Let the transaction that has just begun read raw answers, or refuse it every one of them."""
    if connection.dialect.name == "sqlite":
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        driver.set_authorizer(None if answers else _may)
    elif not answers:
        connection.exec_driver_sql(_ENTER)


def _may(
    deed: int, first: str | None, second: str | None, _database: str | None, _via: str | None
) -> int:
    """SQLite's question about one step of a statement; what is not known here is refused."""
    allowed = deed in _ALWAYS
    if deed == sqlite3.SQLITE_READ:
        # A statement that counts rows reads the column without a name.
        allowed = not second or second in OPEN.get(str(first), {second})
    elif deed in {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}:
        allowed = first not in OPEN
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def build(connection: Connection) -> None:
    """Set PostgreSQL's walls anew around the tables there are; SQLite has them in the program.

    Raises RoleMissing, saying what whoever runs the server must do.
    """
    if connection.dialect.name != "postgresql":
        return
    role = _role(connection)
    for statement in _grants(connection, role):
        connection.exec_driver_sql(statement)


def _role(connection: Connection) -> str:
    """The name of the role as SQL; it is made when missing, and the user may act as it."""
    name = connection.scalar(text(_ROLE))
    role = connection.dialect.identifier_preparer.quote_identifier(str(name))
    user = connection.scalar(text("SELECT quote_ident(current_user)"))
    missing = list(_missing(connection, str(name), role, str(user)))
    try:
        with connection.begin_nested():
            for command in missing:
                connection.exec_driver_sql(command)
    except ProgrammingError as refused:
        raise RoleMissing(
            "Databasens bruger {user} må ikke lave rollen {role}, som siderne læser med. Bed den, "
            "der driver databasen, om at køre: {commands}",
            user=user,
            role=role,
            commands=" ".join(f"{command};" for command in missing),
        ) from refused
    return role


def _missing(connection: Connection, name: str, role: str, user: str) -> Iterator[str]:
    query = text("SELECT 1 FROM pg_roles WHERE rolname = :name")
    if not connection.scalar(query, {"name": name}):
        yield f"CREATE ROLE {role} NOLOGIN"
        yield f"GRANT {role} TO {user}"
    elif not _acts_as(connection, name):
        yield f"GRANT {role} TO {user}"


def _acts_as(connection: Connection, role: str) -> bool:
    # Since PostgreSQL 16 a member may be one who only hands the role on.
    kind = "SET" if (connection.dialect.server_version_info or (0,)) >= (16,) else "MEMBER"
    query = text("SELECT pg_has_role(:role, :kind)")
    return bool(connection.scalar(query, {"role": role, "kind": kind}))


def _grants(connection: Connection, role: str) -> Iterator[str]:
    within = connection.scalar(text("SELECT quote_ident(current_schema())"))
    there = inspect(connection)
    yield f"GRANT USAGE ON SCHEMA {within} TO {role}"
    for name in there.get_table_names():
        table = Base.metadata.tables.get(name)
        if table is None:
            continue
        yield f"REVOKE ALL ON {name} FROM {role}"
        columns = {column["name"] for column in there.get_columns(name)}
        yield f"GRANT {_rights(name, columns)} ON {name} TO {role}"
        yield from _numbering(connection, table, role)


def _rights(name: str, columns: set[str]) -> str:
    if name not in OPEN:
        return "SELECT, INSERT, UPDATE, DELETE"
    return f"INSERT, SELECT ({', '.join(sorted(OPEN[name] & columns))})"


def _numbering(connection: Connection, table: Table, role: str) -> Iterator[str]:
    numbered = table.autoincrement_column
    if numbered is not None:
        query = text("SELECT pg_get_serial_sequence(:name, :column)")
        values = {"name": table.name, "column": numbered.name}
        yield f"GRANT USAGE ON SEQUENCE {connection.scalar(query, values)} TO {role}"
