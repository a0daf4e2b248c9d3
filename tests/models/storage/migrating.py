"""Brings a database up to date in child processes that are stopped, or that race each other.

The children that are stopped end with the one that comes through. What comes out is how many were
stopped, and where (if anywhere) the database was left with anything else than before.
"""

import itertools
import os
import resource
import signal
import sys

from sqlalchemy import MetaData, event, select, text

from models.storage.engine import connect, migrate

READS = ("SELECT", "PRAGMA", "SHOW", "RELEASE", "SAVEPOINT", "ROLLBACK")
BEFORE_COMMIT = -1


def content(url):
    """Everything that a database holds, as text: its tables, their indexes and their rows."""
    engine = connect(url)
    with engine.connect() as connection:
        schema = MetaData()
        schema.reflect(connection)
        tables = [
            (
                table.name,
                [(column.name, str(column.type), column.nullable) for column in table.c],
                sorted(str(index.name) for index in table.indexes),
                sorted(map(repr, connection.execute(select(table)).all())),
            )
            for table in schema.sorted_tables
        ]
        if connection.dialect.name == "sqlite":
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
    engine.dispose()
    return repr(tables)


def start(work):
    """Start a child process that does some work; return its id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except Exception as error:
            sys.stderr.write(f"{error}\n")
            os._exit(1)
        os._exit(0)
    return child


def end(child):
    """Wait for a child process; return its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(url, moment):
    """Whether a child process was killed before its writing statement of that number."""
    stop = (moment, lambda: os.kill(os.getpid(), signal.SIGKILL))
    code = end(start(lambda: _migrate(url, *stop)))
    assert code in (0, -signal.SIGKILL), f"the migration could not begin, moment {moment}"
    return code != 0


def refused(url, largest):
    """Whether a child process failed where no file grows beyond so many bytes."""

    def work():
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        migrate(url)

    return end(start(work)) != 0


def _migrate(url, moment, stop):
    engine = connect(url)
    numbers = itertools.count(1)

    def count(_connection, _cursor, statement, *_more):
        if not statement.lstrip().upper().startswith(READS) and next(numbers) == moment:
            stop()

    event.listen(engine, "before_cursor_execute", count)
    if moment == BEFORE_COMMIT:
        event.listen(engine, "commit", lambda _connection: stop())
    migrate(engine)
    engine.dispose()


def stops(url, stopped, moments):
    """Stop a migration at each moment until one comes through."""
    before = content(url)
    for number, moment in enumerate(moments):
        if not stopped(url, moment):
            return {"stops": number, "changed": []}
        if content(url) != before:
            return {"stops": number + 1, "changed": [moment]}
    raise AssertionError("no migration came through")


def race(url, number):
    """Start migrations that wait until all of them are there."""
    gate, opener = os.pipe()

    def work():
        os.close(opener)
        os.read(gate, 1)
        migrate(url)

    children = [start(work) for _ in range(number)]
    os.close(opener)
    return {"stops": sum(end(child) != 0 for child in children), "changed": []}


def killed_on_the_way(url, stride):
    """Kill children before their commit, before their first writing statement, a stride on, ..."""
    return stops(url, killed, itertools.chain([BEFORE_COMMIT], range(1, sys.maxsize, stride)))


def without_room(url, size):
    """Let children write so many bytes into a file, then twice as many, and so on."""
    return stops(url, refused, range(size, sys.maxsize, size))
