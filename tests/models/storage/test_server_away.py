"""A PostgreSQL server frozen, stopped or migrated under a running program gives one sentence."""

import os
import signal
from contextlib import ExitStack, contextmanager
from itertools import takewhile
from time import monotonic, sleep

import psutil
import pytest
from sqlalchemy import text

from models.errors import DatabaseUnavailable
from models.storage import availability, ideas, marks, units
from models.storage.engine import connect, unit_of_work
from models.storage.sql import patience
from models.storage.steering import observations, targets
from tests.models.storage.outages import sentence, write

LONGEST, PAUSE = 120.0, 0.02


@pytest.fixture
def engine(postgresql_engine, monkeypatch):
    """A program whose connections wait a third of a second for an answer, and 2 s for a server."""
    monkeypatch.setattr(patience.PatientConnection, "patience", 0.3)
    monkeypatch.setattr(patience, "PAGES", 0.3)
    engine = connect(postgresql_engine.url.update_query_dict({"connect_timeout": "2"}).
                     render_as_string(hide_password=False))  # fmt: skip
    yield engine
    engine.dispose()


@contextmanager
def frozen(*pids):
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def backend(engine):
    """The process of the connection that lies in the pool."""
    with engine.connect() as connection:
        return connection.scalar(text("SELECT pg_backend_pid()"))


@pytest.mark.measured
def test_a_server_that_freezes_during_a_request_is_said_to_be_away(engine):
    with ExitStack() as stack:

        def write_and_freeze():
            with unit_of_work(engine) as db:
                pid = db.scalar(text("SELECT pg_backend_pid()"))
                stack.enter_context(frozen(pid))
                marks.put(db, "name", "x")

        assert sentence(write_and_freeze) == availability.SERVER
    write(engine)


def test_a_server_that_freezes_before_the_commit_thanks_nobody(engine):
    with ExitStack() as stack:

        def write_and_freeze():
            with unit_of_work(engine) as db:
                pid = db.scalar(text("SELECT pg_backend_pid()"))
                marks.put(db, "name", "x")
                db.flush()
                stack.enter_context(frozen(pid))

        assert sentence(write_and_freeze) == availability.SERVER


def test_a_frozen_connection_in_the_pool_is_replaced(engine):
    with frozen(backend(engine)):
        write(engine)


def test_a_frozen_server_takes_no_connection_and_is_used_again_afterwards(
    engine, postgresql_server
):
    parent = psutil.Process(postgresql_server.get_pid())
    with frozen(parent.pid, *(child.pid for child in parent.children())):
        assert sentence(write, engine) == availability.SERVER
    write(engine)


def outcome(engine):
    """The message to somebody who writes; None when it is written."""
    try:
        write(engine)
    except DatabaseUnavailable as problem:
        return problem.message
    return None


def outcomes_of_tries(engine):
    """Try until the time is up, with pauses, or the server has no processor to rise on."""
    until = monotonic() + LONGEST
    while monotonic() < until:
        yield outcome(engine)
        sleep(PAUSE)


def test_a_server_that_fell_and_rose_is_used_again(engine):
    process = psutil.Process(backend(engine))
    process.kill()
    # Once it has missed it the server ends every connection, looks its files through and takes new.
    process.wait(10)
    outcomes = takewhile(bool, outcomes_of_tries(engine))
    assert set(outcomes) <= {availability.SERVER}
    write(engine)


def test_a_connection_that_the_server_ends_takes_its_unit_of_work_back(engine, postgresql_engine):
    def write_and_end():
        with unit_of_work(engine) as db:
            marks.put(db, "name", "lost")
            pid = db.scalar(text("SELECT pg_backend_pid()"))
            with postgresql_engine.connect() as other:
                other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
            marks.put(db, "name", "lost too")

    assert sentence(write_and_end) == availability.SERVER
    with unit_of_work(engine) as db:
        assert marks.get(db, "name") is None


@pytest.mark.measured
def test_where_every_connection_is_in_use_one_is_told_to_wait(engine):
    engine.pool._timeout = 0.01
    with ExitStack() as stack:
        for _ in range(15):
            stack.enter_context(engine.connect())
        assert sentence(write, engine) == availability.BUSY
    write(engine)


def test_whoever_closes_a_wave_waits_longer_than_a_page(engine):
    with unit_of_work(engine, answers=True) as db:
        db.execute(text("SELECT pg_sleep(0.5)"))
        driver = db.connection().connection.driver_connection
    assert driver.patience == 0.3


def test_pages_may_lock_the_tables_they_replace(postgresql_engine):
    with unit_of_work(postgresql_engine) as db:
        for module in (units, ideas, targets, observations):
            module.lock(db)
