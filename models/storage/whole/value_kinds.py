"""Values of another kind than their column's; SQLite itself takes a text where a number belongs."""

from collections.abc import Sequence
from datetime import date
from math import isfinite
from typing import Any, Final

from sqlalchemy import Column, Connection, Table
from sqlalchemy.types import TypeDecorator

# Python's types of a value as it stands in a backup, by that of its column; a day stands as text.
_IN_BACKUP: Final[dict[type, frozenset[type]]] = {
    str: frozenset({str}),
    int: frozenset({int}),
    bool: frozenset({bool}),
    float: frozenset({float, int}),
    date: frozenset({str}),
}
# What SQLite calls the kinds that the column may hold.
_IN_SQLITE: Final[dict[type, str]] = {
    str: "'text'",
    int: "'integer'",
    bool: "'integer'",
    float: "'real', 'integer'",
    date: "'text'",
}


def strange_column(
    table: Table, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> str | None:
    """Return the first column of a backup's rows with a value of another kind; None without any.

    Missing values are left to the database.
    """
    for name, values in zip(columns, zip(*rows, strict=True), strict=False):
        kind = _kind(table.columns[name])
        present = [value for value in values if value is not None]
        if not _IN_BACKUP[kind].issuperset(map(type, present)) or not _are_possible(kind, present):
            return name
    return None


def _kind(column: Column[Any]) -> type:
    # A type of our own is known by the one it stands on.
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return kind.python_type


def _are_possible(kind: type, values: Sequence[Any]) -> bool:
    if kind is float:
        # JSON as Python reads it has NaN and Infinity.
        return all(map(isfinite, values))
    return kind is not date or all(map(_is_day, set(values)))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def strange_rows(connection: Connection, table: Table) -> int:
    """Return the number of a table's rows in SQLite with a value of another kind than its column's.

    Other databases have none: there a column has one kind.
    """
    if connection.dialect.name != "sqlite":
        return 0
    is_strange = " OR ".join(_is_strange(column) for column in table.columns)
    query = f"SELECT count(*) FROM {table.name} WHERE {is_strange}"  # noqa: S608 - our names
    return connection.exec_driver_sql(query).scalar() or 0


def _is_strange(column: Column[Any]) -> str:
    kind, name = _kind(column), f'"{column.name}"'
    clause = f"typeof({name}) NOT IN ('null', {_IN_SQLITE[kind]})"
    if kind is bool:
        clause += f" OR {name} NOT IN (0, 1)"
    if kind is date:
        # Reckoned with, a day that no month has becomes another one.
        clause += f" OR date({name}, '+0 days') IS NOT {name}"
    return clause
