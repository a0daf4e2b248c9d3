"""Connections to an SQLite file, and its log, from which deleted rows are erased."""

import re
import sqlite3
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from models.storage.file_watch import watch

# How long one waits for the lock, in milliseconds: a release of a large wave holds it for a while.
LONGEST_LOCK: Final = 30_000
# synchronous: a commit is on the disk before anybody is thanked for it, also when the power goes.
# secure_delete: a draft that was sent is overwritten in the file, and not only let go.
PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {LONGEST_LOCK}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
# What respondents wrote: once it is deleted or replaced, it shall be in no file.
_DELETION: Final = re.compile(r"\s*(DELETE FROM|UPDATE) (drafts|responses|comments)\b")
_FORGETS: Final = "forgets"
# Milliseconds that emptying the log waits for those who are reading from it.
_PATIENCE: Final = 200


def connect_embedded(place: URL) -> Engine:
    """Return an engine for an SQLite file, whose folder is made, or for a database in memory.

    In memory there is one connection for all threads.
    """
    is_file = place.database not in {None, "", ":memory:"}
    if not is_file:
        shared = {"check_same_thread": False}
        engine = create_engine(
            place, poolclass=StaticPool, connect_args=shared, hide_parameters=True
        )
    else:
        path = Path(str(place.database))
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(place, hide_parameters=True)
        watch(engine, path)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkin", _tear_down)
    if is_file:
        log = _Log()
        event.listen(engine, "before_cursor_execute", log.notice)
        event.listen(engine, "checkin", log.forget)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # A writer takes the lock with its first write, and so waits its turn instead of failing later.
    connection.isolation_level = "IMMEDIATE"
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


class _Log:
    """The log of a file: emptied after a unit of work that deleted what respondents wrote.

    Where somebody is reading from it just then, it is the next unit of work that empties it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_due = False

    def notice(
        self, connection: Connection, _cursor: object, statement: str, *_others: object
    ) -> None:
        if _DELETION.match(statement):
            connection.info[_FORGETS] = True

    def forget(self, connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
        # None is a connection that broke; what it began was taken back.
        deletes = record.info.pop(_FORGETS, False)
        with self._lock:
            self._is_due = self._is_due or deletes
            if self._is_due and connection is not None:
                self._is_due = not _empty_log(connection)


def _tear_down(connection: sqlite3.Connection | None, _record: object) -> None:
    # A connection goes back as it came; None is one that broke.
    if connection is not None:
        connection.set_authorizer(None)


def _empty_log(connection: sqlite3.Connection) -> bool:
    """Carry the log over into the file and cut it off; return False where that must wait.

    It waits for somebody who reads from it, and for a disk that is full: what was committed is in
    the log, so nobody need hear of either. Until then the log has every page as it was before: a
    draft beside the hash of its key, and an answer beside the key that was spent with it.
    """
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    try:
        (busy, *_frames) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        busy = True
    connection.execute(PRAGMAS[0])
    return not busy
