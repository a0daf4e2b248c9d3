"""The SQLite file: its connections, the turns to write, and a log that is emptied."""

import re
import sqlite3
from pathlib import Path
from threading import Lock
from typing import Final
from weakref import WeakValueDictionary

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from models.errors import DatabaseUnavailable
from models.storage.availability import BUSY
from models.storage.file_watch import watch
from models.storage.sql.turns import Turns

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
_WRITING: Final = re.compile(r"\s*(BEGIN IMMEDIATE|INSERT|UPDATE|DELETE|REPLACE)\b")
_FORGETS, _TURN = "forgets", "turn"
_MOST_UNFORGOTTEN: Final = 50
# Seconds that one waits for a turn: longer than a release of the largest wave.
_LONGEST_TURN: Final = 120
_FILES: Final[WeakValueDictionary[Path, "_File"]] = WeakValueDictionary()
_FILES_LOCK: Final = Lock()
# Milliseconds that emptying the log waits for those who are reading from it.
_PATIENCE: Final = 200


def connect_embedded(place: URL) -> Engine:
    """Return an engine for an SQLite file, whose folder is made, or for a database in memory.

    In memory there is one connection for all threads.
    """
    path = file_of(place)
    if path is None:
        shared = {"check_same_thread": False}
        engine = create_engine(
            place, poolclass=StaticPool, connect_args=shared, hide_parameters=True
        )
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.exists()  # raises OSError for a name that no file can have
        # As many connections as are needed: whoever wants to write waits for a turn, and meanwhile
        # takes none from those who read.
        engine = create_engine(place, hide_parameters=True, pool_size=0)
        watch(engine, path)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkin", _tear_down)
    if path is not None:
        file = _file(path.resolve())
        event.listen(engine, "before_cursor_execute", file.take_turn)
        event.listen(engine, "checkin", file.leave)
    return engine


def file_of(place: URL) -> Path | None:
    """Return the file of an SQLite database; None for one in memory or on a server."""
    is_file = place.get_backend_name() == "sqlite" and place.database not in {None, "", ":memory:"}
    return Path(str(place.database)) if is_file else None


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # A writer takes the lock with its first write, and so waits its turn instead of failing later.
    connection.isolation_level = "IMMEDIATE"
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


class _File:
    """A file that many write to: one after the other, in the order they came.

    Its log is emptied after a unit of work that deleted what respondents wrote. Where others wait
    to write the last of them empties it, but one in `_MOST_UNFORGOTTEN` in any case; where somebody
    is reading from it, the next unit of work does.
    """

    def __init__(self) -> None:
        self._turns = Turns()
        self._lock = Lock()
        self._deletions = 0

    def take_turn(
        self, connection: Connection, _cursor: object, statement: str, *_others: object
    ) -> None:
        if _WRITING.match(statement) and _TURN not in connection.info:
            if not self._turns.take(_LONGEST_TURN):
                raise DatabaseUnavailable(BUSY)
            connection.info[_TURN] = True
        if _DELETION.match(statement):
            connection.info[_FORGETS] = True

    def leave(self, connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
        has_turn = record.info.pop(_TURN, False)
        try:
            self._forget(connection, record, has_turn=has_turn)
        finally:
            if has_turn:
                self._turns.give_back()

    def _forget(
        self,
        connection: sqlite3.Connection | None,
        record: ConnectionPoolEntry,
        *,
        has_turn: bool,
    ) -> None:
        deletes = record.info.pop(_FORGETS, False)
        with self._lock:
            self._deletions += deletes
            is_due = self._turns.waiting == 0 or self._deletions >= _MOST_UNFORGOTTEN
            may_write = has_turn or self._turns.is_free
            # None is a connection that broke; what it began was taken back.
            if self._deletions and is_due and may_write and connection is not None:
                self._deletions *= not empty_log(connection)


def _file(path: Path) -> _File:
    """Return the file of a path, the same for every engine of this program."""
    with _FILES_LOCK:
        file = _FILES.get(path)
        if file is None:
            _FILES[path] = file = _File()
        return file


def _tear_down(connection: sqlite3.Connection | None, _record: object) -> None:
    # A connection goes back as it came; None is one that broke.
    if connection is not None:
        connection.set_authorizer(None)


def empty_log(connection: sqlite3.Connection) -> bool:
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
