"""The way into the database: a connection, one unit of work, and the tables brought up to date."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import SessionTransaction
from sqlalchemy.pool import StaticPool

from models.storage import Db, walls
from models.storage.walls import PAGES, RESPONDENTS, Wall

MIGRATIONS = Path(__file__).parent / "migrations"

# secure_delete: a draft that was sent is overwritten in the file, and not only let go.
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA secure_delete = ON",
)


def connect(url: str) -> Engine:
    """Open a database: `sqlite:///path`, `sqlite://` (in memory) or `postgresql://...`.

    The folder of an SQLite file is made. In memory there is one connection for all threads, for
    otherwise each of Streamlit's threads would see an empty database of its own. An error names no
    values, for it may land in a log, and a value may be what somebody answered or wrote.
    """
    place = make_url(url)
    if place.drivername in {"postgresql", "postgres"}:
        place = place.set(drivername="postgresql+psycopg")
    if place.get_backend_name() != "sqlite":
        return create_engine(place, pool_pre_ping=True, hide_parameters=True)
    engine = _in_memory(place) if place.database in {None, "", ":memory:"} else _in_file(place)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "checkin", _tear_down)
    return engine


@contextmanager
def unit_of_work(engine: Engine, *, answers: bool = False, drafts: bool = False) -> Iterator[Db]:
    """Everything inside is kept together at the end, or all of it is taken back.

    answers: whether raw answers and comments as they were written may be read; only closing,
    releasing and reviewing ask for it. drafts: whether what has not been sent may be read; only who
    asks a respondent does. Without them reading these raises sqlalchemy's DatabaseError: whoever
    wrote that statement has made a mistake.
    """
    wall = RESPONDENTS if drafts else PAGES
    with Db(engine, expire_on_commit=False) as db:
        event.listen(db, "after_begin", _behind(None if answers else wall))
        with db.begin():
            yield db


def _behind(wall: Wall | None) -> Callable[[Db, SessionTransaction, Connection], None]:
    return lambda _db, _transaction, connection: walls.enter(connection, wall)


def migrate(place: str | Engine, *, to: str = "head") -> None:
    """Bring the tables to a revision; an engine is taken for a database in memory."""
    engine = connect(place) if isinstance(place, str) else place
    try:
        with engine.begin() as connection:
            command.upgrade(migrations(connection), to)
    finally:
        if isinstance(place, str):
            engine.dispose()


def migrations(connection: object = None) -> Config:
    """Alembic's settings, without an ini file: where the migrations lie and whom they speak to."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _in_memory(place: URL) -> Engine:
    return create_engine(
        place,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )


def _in_file(place: URL) -> Engine:
    Path(str(place.database)).parent.mkdir(parents=True, exist_ok=True)
    return create_engine(place, hide_parameters=True)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # A writer takes the lock with its first write, and so waits its turn instead of failing later.
    connection.isolation_level = "IMMEDIATE"
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _tear_down(connection: sqlite3.Connection | None, _record: object) -> None:
    # A connection goes back as it came; None is one that broke.
    if connection is not None:
        connection.set_authorizer(None)
