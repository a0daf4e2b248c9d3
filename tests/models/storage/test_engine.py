import threading

import pytest
from sqlalchemy import func, select, text

from models.errors import DatabaseUnavailable
from models.settings import settings
from models.storage import embedded
from models.storage.engine import connect, unit_of_work
from models.storage.tables.base import Base
from models.storage.tables.installation import MarkRow


class Halfway(Exception):
    pass


def add_mark(db, name):
    db.add(MarkRow(name=name, value="x"))
    db.flush()


def count(engine):
    with unit_of_work(engine) as db:
        return db.scalar(select(func.count()).select_from(MarkRow))


def test_a_unit_of_work_is_kept_at_its_end(any_engine):
    with unit_of_work(any_engine) as db:
        add_mark(db, "a")
    assert count(any_engine) == 1


def fail_halfway(engine):
    with unit_of_work(engine) as db:
        add_mark(db, "a")
        raise Halfway


def test_a_unit_of_work_that_fails_is_taken_back_as_a_whole(any_engine):
    with pytest.raises(Halfway):
        fail_halfway(any_engine)
    assert count(any_engine) == 0


def test_threads_share_one_database_in_memory(engine):
    with unit_of_work(engine) as db:
        add_mark(db, "a")
    values = []
    thread = threading.Thread(target=lambda: values.append(count(engine)))
    thread.start()
    thread.join()
    assert values == [1]


def test_the_folder_of_an_sqlite_file_is_made(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'new' / 'deep' / 'pejling.db'}")
    engine.connect().close()
    engine.dispose()
    assert (tmp_path / "new" / "deep" / "pejling.db").exists()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("busy_timeout", 30_000),
        ("secure_delete", 1),
    ],
)
def test_sqlite_is_prepared_for_many_at_once(tmp_path, pragma, value):
    engine = connect(f"sqlite:///{tmp_path / 'pejling.db'}")
    with engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value
    engine.dispose()


@pytest.mark.parametrize("name", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_is_spoken_to_with_psycopg_3(name):
    assert connect(f"{name}://somebody@server/pejling").driver == "psycopg"


def test_writers_wait_for_each_other_even_when_they_have_read_first(any_engine):
    def read_and_write(number):
        with unit_of_work(any_engine) as db:
            db.scalar(select(func.count()).select_from(MarkRow))
            add_mark(db, str(number))

    threads = [threading.Thread(target=read_and_write, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(any_engine) == 12


def write_second(engine):
    with unit_of_work(engine) as db:
        add_mark(db, "b")


def test_who_has_waited_long_enough_for_a_turn_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "_LONGEST_TURN", 0)
    engine = connect(f"sqlite:///{tmp_path / 'pejling.db'}")
    Base.metadata.create_all(engine)
    with unit_of_work(engine) as db:
        add_mark(db, "a")
        with pytest.raises(DatabaseUnavailable, match="optaget"):
            write_second(engine)
    write_second(engine)
    assert count(engine) == 2
    engine.dispose()


def test_a_connection_that_broke_is_replaced(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'pejling.db'}")
    with engine.connect() as connection:
        connection.invalidate()
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA secure_delete")) == 1
    engine.dispose()


def test_a_test_that_asked_for_no_database_gets_none():
    with pytest.raises(DatabaseUnavailable, match="adresse"):
        connect(settings().database_url)
