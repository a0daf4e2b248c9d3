"""A database that is away, broken or busy gives one sentence, and is used again afterwards."""

import os
import resource
import shutil
import sqlite3

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from models.storage import availability, marks
from models.storage.answers import drafts
from models.storage.engine import connect, migrate, require_tables, unit_of_work
from tests.models.storage.outages import sentence, write


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "pejling.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def running(path):
    """The engine of a program that has the file open."""
    engine = connect(f"sqlite:///{path}")
    write(engine)
    yield engine
    engine.dispose()


def delete(path):
    path.rename(path.with_suffix(".away"))


def put_back(path):
    shutil.copy(path.with_suffix(".away"), path)


def replace_by(content):
    def replace(path):
        delete(path)
        path.write_bytes(content)

    return replace


DAMAGE = [
    (delete, availability.GONE),
    (replace_by(b""), availability.EMPTY),
    (replace_by(b"nothing of ours " * 512), availability.BROKEN),
]


@pytest.mark.parametrize(("damage", "cause"), DAMAGE)
def test_a_file_that_is_gone_under_a_running_program_is_missed_and_used_when_back(
    running, path, damage, cause
):
    running.dispose()
    write(running)
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    damage(path)
    assert sentence(write, running) == cause
    assert sentence(write, running) == cause
    path.unlink(missing_ok=True)
    put_back(path)
    write(running, "again")
    with unit_of_work(running) as db:
        assert marks.get(db, "name") == "again"


def test_nobody_is_thanked_when_the_file_goes_before_the_commit(running, path):
    def write_and_lose():
        with unit_of_work(running, drafts=True) as db:
            marks.put(db, "name", "lost")
            # A draft that goes has the log emptied afterwards, here that of a file that is gone.
            drafts.drop(db, "key")
            delete(path)

    assert sentence(write_and_lose) == availability.GONE


def test_a_file_of_no_bytes_is_not_taken_for_a_new_installation(tmp_path):
    (tmp_path / "pejling.db").touch()
    assert sentence(migrate, f"sqlite:///{tmp_path / 'pejling.db'}") == availability.EMPTY


def test_a_damaged_page_is_said_to_be_one(path):
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    engine = connect(f"sqlite:///{path}")
    assert sentence(write, engine) == availability.BROKEN
    engine.dispose()


def test_a_database_of_a_newer_program_is_left_alone(any_url):
    migrate(any_url)
    engine = connect(any_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert sentence(migrate, any_url) == availability.NEWER


@pytest.mark.parametrize(
    ("statement", "cause"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", availability.NEWER),
        ("UPDATE alembic_version SET version_num = '0001'", availability.NO_TABLES),
        ("DROP TABLE alembic_version", availability.NO_TABLES),
        ("DROP TABLE drafts", availability.NO_TABLES),
        ("ALTER TABLE actions DROP COLUMN done_on", availability.NO_TABLES),
    ],
)
def test_tables_of_another_program_are_told_from_ours(any_url, statement, cause):
    migrate(any_url)
    engine = connect(any_url)
    require_tables(engine)
    with engine.begin() as connection:
        connection.execute(text(statement))
    assert sentence(require_tables, engine) == cause
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "cause"),
    [("query_only = ON", availability.READ_ONLY), ("max_page_count = 1", availability.DISK)],
)
def test_a_file_that_cannot_be_written_is_said_to_be_so(path, pragma, cause):
    engine = connect(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
    assert sentence(write, engine, "x" * 1_000_000) == cause
    engine.dispose()


def test_a_log_that_a_full_disk_keeps_from_being_emptied_takes_nobodys_thanks_back(running, path):
    running.dispose()
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, unlimited[1]))
    with unit_of_work(running, drafts=True) as db:
        marks.put(db, "name", "x" * 100_000)
        drafts.drop(db, "key")
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 100_000
    write(running)
    assert log.stat().st_size == 0


def test_a_locked_file_is_waited_for_and_then_said_to_be_busy(running, path):
    # Another program: within this one, writers take turns.
    other = sqlite3.connect(path, isolation_level=None)
    event.listen(running, "begin", lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 1"))
    other.execute("BEGIN IMMEDIATE")
    assert sentence(write, running) == availability.BUSY
    other.close()
    write(running)


def test_a_database_without_tables_is_said_to_be_one(any_url):
    engine = connect(any_url)
    assert sentence(write, engine) == availability.NO_TABLES
    engine.dispose()


def test_a_server_that_is_not_there_is_said_to_be_away():
    assert sentence(write, connect("postgresql://nobody@127.0.0.1:1/x")) == availability.SERVER


def test_a_server_that_takes_too_long_is_said_to_be_busy(postgresql_engine):
    def wait():
        with unit_of_work(postgresql_engine) as db:
            db.execute(text("SET LOCAL statement_timeout = 1"))
            db.execute(text("SELECT pg_sleep(9)"))

    assert sentence(wait) == availability.BUSY


def test_a_locked_row_on_a_server_is_waited_for_and_then_said_to_be_busy(postgresql_engine):
    impatient = connect(f"{address(postgresql_engine)}%20-clock_timeout%3D1")
    write(impatient)
    with unit_of_work(postgresql_engine) as db:
        marks.put(db, "name", "y")
        assert sentence(write, impatient) == availability.BUSY
    write(impatient)
    impatient.dispose()


def address(engine):
    url = engine.url.difference_update_query(["connect_timeout"])
    return url.render_as_string(hide_password=False)


def test_nobody_waits_for_a_server_without_an_end(postgresql_engine):
    assert postgresql_engine.url.query["connect_timeout"] == "10"
    with postgresql_engine.connect() as connection:
        assert connection.scalar(text("SHOW lock_timeout")) == "30s"
    chosen = connect("postgresql://somebody@server/pejling?connect_timeout=3")
    assert chosen.url.query["connect_timeout"] == "3"


def test_a_fault_of_the_program_stays_loud(any_engine):
    with pytest.raises(DBAPIError, match="no_such_column"), unit_of_work(any_engine) as db:
        db.execute(text("SELECT no_such_column FROM marks"))


@pytest.mark.parametrize(
    "address",
    ["foo", "mysql://a/b", "oracle://x", "postgresql://[::1/x", "postgresql://h:abc/x",
     "sqlite://host/path"],
)  # fmt: skip
def test_an_address_that_cannot_be_used_is_said_to_be_so(address):
    assert sentence(connect, address) == availability.ADDRESS


@pytest.mark.parametrize("option", ["foo=bar", "connect_timeout=soon"])
def test_an_option_that_the_server_does_not_have_is_said_to_be_so(postgresql, option):
    address = postgresql + ("&" if "?" in postgresql else "?") + option
    assert sentence(write, connect(address)) == availability.ADDRESS


@pytest.mark.parametrize("name", ["a" * 300 + ".db", "file/below.db"])
def test_a_file_that_can_lie_nowhere_is_said_to_be_so(tmp_path, name):
    (tmp_path / "file").touch()
    assert sentence(connect, f"sqlite:///{tmp_path / name}") == availability.FOLDER
