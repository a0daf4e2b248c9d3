"""Walls inside the database: most units of work cannot read raw answers.

On PostgreSQL a wall is a role that cannot log in; on SQLite `_may` is asked about each statement.
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
    """The columns that a unit of work can read of the tables with raw answers.

    open: table behind the wall -> the columns that may be read. Rows may be inserted there but not
    changed; every table that is not named may be read and written.
    role: the beginning of the role's name on PostgreSQL; the name of the database follows, since a
    role belongs to the whole server.
    """

    role: str
    open: Mapping[str, frozenset[str]]


_SENT_ANSWERS: Final = {
    "responses": frozenset({"wave_id", "unit_id"}),
    "comments": frozenset(
        {"id", "wave_id", "unit_id", "language", "state", "shown", "shown_at", "theme"}
    ),
}
# Read as a whole but never changed: not even by a page that somebody has taken over.
ONLY_ADDED: Final = {
    name: frozenset(Base.metadata.tables[name].columns.keys())
    for name in (
        "explanations",
        "milestone_plans",
        "override_decisions",
        "overrides",
        "owners",
        "period_locks",
        "proposals",
        "submission_decisions",
        "submissions",
        "trace",
    )
}
PAGES: Final = Wall(
    "pejling_pages_", _SENT_ANSWERS | ONLY_ADDED | {"drafts": frozenset({"wave_id"})}
)
# A respondent goes on with an unsent draft, and reads nothing of what anybody has sent; of the
# trace only what the next line is chained to.
RESPONDENTS: Final = Wall(
    "pejling_respond_", _SENT_ANSWERS | ONLY_ADDED | {"trace": frozenset({"entry", "hash"})}
)

_ROLE: Final = "SELECT CAST(:role AS text) || current_database()"
_ENTER: Final = "SELECT set_config('role', CAST(:role AS text) || current_database(), true)"

_HARMLESS: Final = frozenset(
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
    """The database's user may not create the roles that the pages read as."""


def enter(connection: Connection, wall: Wall | None) -> None:
    """Put a new transaction behind a wall; None: it may read everything."""
    if connection.dialect.name == "sqlite":
        # The authorizer belongs to the connection, not to the transaction: it is set anew by every
        # transaction, also to None.
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        driver.set_authorizer(None if wall is None else partial(_may, wall.open))
    elif wall is not None:
        # set_config with true is SET LOCAL ROLE: the role ends with the transaction.
        connection.execute(text(_ENTER), {"role": wall.role})


def _may(
    columns: Mapping[str, frozenset[str]],
    step: int,
    table: str | None,
    column: str | None,
    *_where: str | None,
) -> int:
    """Answer SQLite whether a step of a statement is allowed; an unknown kind of step is not.

    columns: table behind the wall -> the columns that may be read.
    """
    allowed = step in _HARMLESS
    if step == sqlite3.SQLITE_READ:
        # count(*) reads a column without a name.
        allowed = not column or column in columns.get(str(table), {column})
    elif step in {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}:
        allowed = table not in columns
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def build(connection: Connection) -> None:
    """Create PostgreSQL's roles and grant them the tables there are; on SQLite nothing is needed.

    Raises RoleMissing with the commands that the server's operator must run.
    """
    if connection.dialect.name != "postgresql":
        return
    walls = (PAGES, RESPONDENTS)
    for wall, role in zip(walls, _roles(connection, walls), strict=True):
        for statement in _grants(connection, role, wall.open):
            connection.exec_driver_sql(statement)


def _roles(connection: Connection, walls: Sequence[Wall]) -> list[str]:
    """Return each wall's role as a quoted identifier; create it and grant it to the user."""
    names = [str(connection.scalar(text(_ROLE), {"role": wall.role})) for wall in walls]
    roles = [connection.dialect.identifier_preparer.quote_identifier(name) for name in names]
    user = str(connection.scalar(text("SELECT quote_ident(current_user)")))
    missing = {
        role: list(_missing(connection, name, role, user))
        for name, role in zip(names, roles, strict=True)
    }
    commands = [command for lacking in missing.values() for command in lacking]
    try:
        # In a savepoint, so that a refusal leaves the migration's transaction usable.
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
    # Since PostgreSQL 16 a member may lack the right to act as the role (SET).
    kind = "SET" if (connection.dialect.server_version_info or (0,)) >= (16,) else "MEMBER"
    query = text("SELECT pg_has_role(:role, :kind)")
    return bool(connection.scalar(query, {"role": role, "kind": kind}))


def _grants(
    connection: Connection, role: str, open_columns: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    inspector = inspect(connection)
    yield f"GRANT USAGE ON SCHEMA {schema} TO {role}"
    for name in inspector.get_table_names():
        table = Base.metadata.tables.get(name)
        if table is None:
            continue
        # Revoked first: a column that an earlier version granted must not stay readable.
        yield f"REVOKE ALL ON {name} FROM {role}"
        columns = {column["name"] for column in inspector.get_columns(name)}
        yield f"GRANT {_rights(columns, open_columns.get(name))} ON {name} TO {role}"
        yield from _numbering(connection, table, role)


def _rights(columns: set[str], readable: frozenset[str] | None) -> str:
    if readable is None:
        return "SELECT, INSERT, UPDATE, DELETE"
    return f"INSERT, SELECT ({', '.join(sorted(readable & columns))})"


def _numbering(connection: Connection, table: Table, role: str) -> Iterator[str]:
    numbered = table.autoincrement_column
    if numbered is not None:
        query = text("SELECT pg_get_serial_sequence(:name, :column)")
        values = {"name": table.name, "column": numbered.name}
        yield f"GRANT USAGE ON SEQUENCE {connection.scalar(query, values)} TO {role}"


def faults(connection: Connection) -> int:
    """Return the number of rights that PostgreSQL's roles have too many or lack; 0 on SQLite."""
    if connection.dialect.name != "postgresql":
        return 0
    return sum(
        _role_faults(connection, wall, str(connection.scalar(text(_ROLE), {"role": wall.role})))
        for wall in (PAGES, RESPONDENTS)
    )


def _role_faults(connection: Connection, wall: Wall, role: str) -> int:
    query = text("SELECT rolcanlogin OR rolsuper FROM pg_roles WHERE rolname = :name")
    is_mighty = connection.scalar(query, {"name": role})
    if is_mighty is None or not _acts_as(connection, role):
        return 1
    return int(is_mighty) + sum(
        _may_on_server(connection, role, name, right) is not allowed
        for name, table in Base.metadata.tables.items()
        for right, allowed in _rights_due(table, wall.open.get(name))
    )


def _rights_due(table: Table, readable: frozenset[str] | None) -> Iterator[tuple[str, bool]]:
    """Yield (right, whether a role shall have it); a right to read one column names it."""
    yield "INSERT", True
    yield from ((right, readable is None) for right in ("UPDATE", "DELETE"))
    for column in table.columns:
        yield f"SELECT {column.name}", readable is None or column.name in readable


def _may_on_server(connection: Connection, role: str, table: str, right: str) -> bool:
    kind, _, column = right.partition(" ")
    values = {"role": role, "name": table, "right": kind, "column": column}
    function = "has_column_privilege(:role, :name, :column, :right)"
    query = function if column else "has_table_privilege(:role, :name, :right)"
    return bool(connection.scalar(text(f"SELECT {query}"), values))
