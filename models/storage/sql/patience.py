"""Connections to PostgreSQL that wait so long for the server's answer, and no longer."""

from typing import Any, Final, TypeVar, cast

from psycopg import Connection, OperationalError
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout
from sqlalchemy import Connection as Transaction
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.pool import ConnectionPoolEntry

Value = TypeVar("Value")

# Seconds for one statement of a page: longer than a lock is waited for. And for one of whoever
# closes, releases or brings in, which may have a whole wave to move.
PAGES: Final = 45.0
STEPS: Final = 300.0


class PatientConnection(Connection[tuple[object, ...]]):
    """A connection whose every exchange with the server ends after `patience` seconds.

    A server that is frozen says nothing at all, and a timeout of its own never comes.
    """

    patience: float = PAGES

    def wait(self, gen: PQGen[Value], interval: float = 0.1, timeout: float | None = None) -> Value:
        """Wait for an exchange; raises OperationalError, and is closed, when it takes too long."""
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except _WaitTimeout:
            # What the server would answer later belongs to nobody any more.
            self.pgconn.finish()
            raise OperationalError("the server does not answer") from None


def make_patient(engine: Engine) -> None:
    """Have an engine make patient connections, each with the patience of pages at first."""
    event.listen(engine, "do_connect", _connect)
    event.listen(engine, "checkin", _back_to_pages)


def allow(connection: Transaction, seconds: float) -> None:
    """Let the exchanges of a connection take so long until it goes back; no effect on SQLite."""
    driver = connection.connection.driver_connection
    if isinstance(driver, PatientConnection):
        driver.patience = seconds


def _connect(
    _dialect: Dialect, _record: ConnectionPoolEntry, arguments: list[Any], values: dict[str, Any]
) -> DBAPIConnection:
    return cast("DBAPIConnection", PatientConnection.connect(*arguments, **values))


def _back_to_pages(connection: DBAPIConnection | None, _record: ConnectionPoolEntry) -> None:
    if isinstance(connection, PatientConnection):
        connection.patience = PAGES
