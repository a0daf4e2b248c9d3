"""Backs a database up, or restores it, in child processes that are stopped on the way.

The children end with the one that comes through. What comes out is how many were stopped, and where
(if anywhere) the old file or the database was left with anything else than before. A child of it is
stopped at a step: a writing statement or a part of rows.
"""

import itertools
import os
import resource
import signal
import sys

from sqlalchemy import Engine, event

from models.services.upkeep.backup import back_up, restore
from tests.models.services.upkeep.conftest import NOON, OPERATOR
from tests.models.storage.migrating import BEFORE_COMMIT, READS, content, end, start


def work(kind, url, file, progress=lambda *_: None):
    if kind == "backup":
        back_up(url, file, by=OPERATOR, at=NOON, progress=progress)
    else:
        restore(url, file, by=OPERATOR, replacing=True, progress=progress)


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


def killed(kind, url, file, moment):
    """Whether a child was killed at its step of that number."""

    def work_and_stop():
        steps = itertools.count(1)

        def step(*_arguments):
            if next(steps) == moment:
                kill()

        def statement(connection, _cursor, text, *_more):
            if is_real(connection) and not text.lstrip().upper().startswith(READS):
                step()

        event.listen(Engine, "before_cursor_execute", statement)
        if moment == BEFORE_COMMIT:
            event.listen(Engine, "commit", lambda connection: is_real(connection) and kill())
        work(kind, url, file, step)

    code = end(start(work_and_stop))
    assert code in (0, -signal.SIGKILL), f"it could not begin, moment {moment}"
    return code != 0


def is_real(connection):
    """Whether it is no database in memory, from which the program learns what its tables are."""
    return connection.engine.url.database is not None


def refused(kind, url, file, largest):
    """Whether a child failed where no file grows beyond so many bytes."""

    def work_in_little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        work(kind, url, file)

    return end(start(work_in_little_room)) != 0


def stops(kind, stopped, url, file, moments):
    def state():
        if kind == "restore":
            return content(url)
        # The half of one that a killed child leaves is for its owner only.
        modes = {f.stat().st_mode & 0o777 for f in file.parent.glob(f"{file.name}*")}
        return file.read_bytes(), modes

    before = state()
    for number, moment in enumerate(moments):
        if not stopped(kind, url, file, moment):
            return {"stops": number, "changed": []}
        if state() != before:
            return {"stops": number + 1, "changed": [moment]}
    raise AssertionError("nothing came through")


def killed_on_the_way(kind, url, file, stride):
    """Kill children before the commit of a restore, at the first step, a stride further on, ..."""
    before = [BEFORE_COMMIT] if kind == "restore" else []
    moments = itertools.chain(before, range(1, sys.maxsize, stride))
    return stops(kind, killed, url, file, moments)


def without_room(kind, url, file, size):
    """Let children write so many bytes into a file, then twice as many, and so on."""
    return stops(kind, refused, url, file, range(size, sys.maxsize, size))
