"""Keeps connections from a database's file that was deleted or replaced under them."""

import time
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from models.errors import DatabaseUnavailable
from models.storage.availability import EMPTY, GONE

# How long somebody else may take to write the first page of a new file, in tenths of a second.
PATIENCE = 10


def watch(engine: Engine, path: Path) -> None:
    """Compare the file before every unit of work and before every commit.

    A connection would go on writing into a deleted file, and everybody be thanked for nothing.
    """
    file = _File(path)
    event.listen(engine, "do_connect", file.before_opening)
    event.listen(engine, "connect", file.note)
    event.listen(engine, "checkout", file.compare)
    event.listen(engine, "commit", file.before_commit)


class _File:
    """A database's file, and whether a connection has been opened to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened = False

    def before_opening(self, *_arguments: object) -> None:
        """Refuse an empty file, and to make anew what was there before."""
        if self.opened and not self.path.exists():
            raise DatabaseUnavailable(GONE)
        for _ in range(PATIENCE):
            if not self.path.exists() or self.path.stat().st_size:
                return
            time.sleep(0.1)
        raise DatabaseUnavailable(EMPTY)

    def note(self, _connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        """Note which file a connection is open to."""
        self.opened = True
        record.info["file"] = self._identity()

    def compare(
        self, _connection: DBAPIConnection, record: ConnectionPoolEntry, _more: object
    ) -> None:
        """Have the pool close a connection to another file than today's, and open a new one."""
        if record.info["file"] != self._identity():
            raise DisconnectionError

    def before_commit(self, connection: Connection) -> None:
        """Refuse a commit into another file than today's."""
        if connection.info["file"] != self._identity():
            raise DatabaseUnavailable(GONE)

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino
