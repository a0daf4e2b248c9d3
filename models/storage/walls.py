"""Walls inside the database: a unit of work that has no business with raw answers cannot read them.

PostgreSQL keeps them by roles that may not log in, SQLite by asking `_may` about each statement.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, cast

from sqlalchemy import Connection, Table, inspect, text
from sqlalchemy.exc import ProgrammingError

from models.errors import SteeringError
from models.storage.tables.base import Base


@dataclass(frozen=True)
class Wall:
    """What a unit of work cannot see.

    open: the tables behind the wall. Rows may be laid down there, and only these columns of them
    are ever seen; every other table is open.
    role: who acts behind the wall on PostgreSQL. A role belongs to the whole server, and so the
    name of the database whose tables it may read comes after it.
    """

    role: str
    open: Mapping[str, frozenset[str]]


_SENT: Final = {
    "responses": frozenset({"wave_id", "unit_id"}),
    "comments": frozenset(
        {"id", "wave_id", "unit_id", "language", "state", "shown", "shown_at", "theme"}
    ),
}
PAGES: Final = Wall("pejling_pages_", _SENT | {"drafts": frozenset({"wave_id"})})
# Who answers takes up again what they have not sent, and sees nothing of what anybody has sent.
RESPONDENTS: Final = Wall("pejling_respond_", _SENT)

_ROLE: Final = "SELECT CAST(:role AS text) || current_database()"
_ENTER: Final = "SELECT set_config('role', CAST(:role AS text) || current_database(), true)"

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
    """The database's user may not make the roles that the pages read as."""


def enter(connection: Connection, wall: Wall | None) -> None:
    """Put the transaction that has just begun behind a wall; None: it may read everything."""
    if connection.dialect.name == "sqlite":
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        driver.set_authorizer(None if wall is None else partial(_may, wall.open))
    elif wall is not None:
        connection.execute(text(_ENTER), {"role": wall.role})


def _may(
    seen: Mapping[str, frozenset[str]],
    deed: int,
    first: str | None,
    second: str | None,
    *_where: str | None,
) -> int:
    """SQLite's question about one step of a statement; what is not known here is refused."""
    allowed = deed in _ALWAYS
    if deed == sqlite3.SQLITE_READ:
        # A statement that counts rows reads the column without a name.
        allowed = not second or second in seen.get(str(first), {second})
    elif deed in {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}:
        allowed = first not in seen
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def build(connection: Connection) -> None:
    """Set PostgreSQL's walls anew around the tables there are; SQLite has them in the program.

    Raises RoleMissing, saying what whoever runs the server must do.
    """
    if connection.dialect.name != "postgresql":
        return
    walls = (PAGES, RESPONDENTS)
    for wall, role in zip(walls, _roles(connection, walls), strict=True):
        for statement in _grants(connection, role, wall.open):
            connection.exec_driver_sql(statement)


def _roles(connection: Connection, walls: Sequence[Wall]) -> list[str]:
    """Each wall's role as SQL; it is made when missing, and the user may act as it."""
    names = [str(connection.scalar(text(_ROLE), {"role": wall.role})) for wall in walls]
    roles = [connection.dialect.identifier_preparer.quote_identifier(name) for name in names]
    user = str(connection.scalar(text("SELECT quote_ident(current_user)")))
    missing = {
        role: list(_missing(connection, name, role, user))
        for name, role in zip(names, roles, strict=True)
    }
    commands = [command for each in missing.values() for command in each]
    try:
        with connection.begin_nested():
            for command in commands:
                connection.exec_driver_sql(command)
    except ProgrammingError as refused:
        raise RoleMissing(
            "Databasens bruger {user} må ikke lave rollen {role}, som siderne læser med. Bed den, "
            "der driver databasen, om at køre: {commands}",
            user=user,
            role=", ".join(role for role in roles if missing[role]),
            commands=" ".join(f"{command};" for command in commands),
        ) from refused
    return roles


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


def _grants(connection: Connection, role: str, seen: Mapping[str, frozenset[str]]) -> Iterator[str]:
    within = connection.scalar(text("SELECT quote_ident(current_schema())"))
    there = inspect(connection)
    yield f"GRANT USAGE ON SCHEMA {within} TO {role}"
    for name in there.get_table_names():
        table = Base.metadata.tables.get(name)
        if table is None:
            continue
        yield f"REVOKE ALL ON {name} FROM {role}"
        columns = {column["name"] for column in there.get_columns(name)}
        yield f"GRANT {_rights(columns, seen.get(name))} ON {name} TO {role}"
        yield from _numbering(connection, table, role)


def _rights(columns: set[str], seen: frozenset[str] | None) -> str:
    if seen is None:
        return "SELECT, INSERT, UPDATE, DELETE"
    return f"INSERT, SELECT ({', '.join(sorted(seen & columns))})"


def _numbering(connection: Connection, table: Table, role: str) -> Iterator[str]:
    numbered = table.autoincrement_column
    if numbered is not None:
        query = text("SELECT pg_get_serial_sequence(:name, :column)")
        values = {"name": table.name, "column": numbered.name}
        yield f"GRANT USAGE ON SEQUENCE {connection.scalar(query, values)} TO {role}"
