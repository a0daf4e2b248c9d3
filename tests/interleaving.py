"""Two units of work on one database, the second between two statements of the first."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from sqlalchemy import event

from models.errors import SteeringError
from models.storage import embedded
from models.storage.engine import connect, unit_of_work
from survey.errors import SurveyError

# After one of these a unit of work may have to wait for another one's end. In SQLite every writing
# statement takes the only lock there is.
WAITING = {
    "postgresql": re.compile(
        r"FOR (UPDATE|SHARE)|LOCK TABLE|INSERT INTO (waves|ideas|units|themes|targets|observations)"
        r"|INSERT INTO marks [\s\S]* WHERE "
    ),
    "sqlite": re.compile(r"^\s*(BEGIN IMMEDIATE|INSERT|UPDATE|DELETE)"),
}
LIMIT = 60


def outcome(url, work, *, before=None, after=None):
    """Do the work in a unit of work on an engine of its own; return its value or its refusal.

    before, after: called with every statement, before and after it is carried out.
    """
    engine = connect(url)
    if before is not None:
        listen_first(engine, listener(before))
    if after is not None:
        event.listen(engine, "after_cursor_execute", listener(after))
    try:
        with unit_of_work(engine, answers=True) as db:
            return work(db)
    except (SurveyError, SteeringError) as refusal:
        return refusal
    finally:
        engine.dispose()


def listen_first(engine, call):
    """Let a call hear of a statement before the unit of work waits for its turn to write."""
    waits = []
    if engine.dialect.name == "sqlite":
        waits = [embedded._file(Path(engine.url.database).resolve()).take_turn]
    for wait in waits:
        event.remove(engine, "before_cursor_execute", wait)
    for later in (call, *waits):
        event.listen(engine, "before_cursor_execute", later)


def listener(call):
    return lambda _connection, _cursor, statement, *_rest: call(statement)


def between(url, first, second, *, after, holding=True):
    """Return the outcomes of two units of work.

    The first stops once a statement with the pattern `after` is carried out, and goes on when the
    second has ended or is about to wait for it. holding: whether the first holds a lock by then;
    without one nobody waits for it.
    """
    stopped, go_on = Event(), Event()
    waiting = WAITING[url.partition(":")[0]]

    def stop(statement):
        if re.search(after, statement) and not stopped.is_set():
            stopped.set()
            assert go_on.wait(LIMIT)

    def follow(statement):
        if holding and waiting.search(statement):
            go_on.set()

    with ThreadPoolExecutor(2) as threads:
        leading = threads.submit(outcome, url, first, after=stop)
        leading.add_done_callback(lambda _: stopped.set())
        assert stopped.wait(LIMIT)
        assert not leading.done(), f"no statement of the first has {after}"
        following = threads.submit(outcome, url, second, before=follow)
        following.add_done_callback(lambda _: go_on.set())
        return leading.result(LIMIT), following.result(LIMIT)
