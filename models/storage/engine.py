"""Connections to the database, units of work, and migrations."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    exists,
    false,
    make_url,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import SessionTransaction

from models.errors import DatabaseUnavailable
from models.storage import Db, walls
from models.storage.availability import (
    NEWER,
    NO_TABLES,
    lacks_column,
    plain_addresses,
    plain_errors,
)
from models.storage.embedded import LONGEST_LOCK, connect_embedded
from models.storage.sql import patience
from models.storage.steering import trace
from models.storage.tables.base import Base
from models.storage.walls import PAGES, RESPONDENTS, Wall

MIGRATIONS = Path(__file__).parent / "migrations"
# A server may be set up to say yes before a commit is on its disk; not to us. And nobody waits for
# a lock without an end, unless whoever runs the server has chosen how long.
_PREPARATIONS = (
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') = 'off'",
    f"SELECT set_config('lock_timeout', '{LONGEST_LOCK}', false) "
    "WHERE current_setting('lock_timeout') = '0'",
)
# Seconds in which a server must take a connection; one that is frozen never does.
LONGEST_CONNECTING = 10
# How long one waits for a migration, in milliseconds.
LONGEST_MIGRATION = 600_000
# The number of PostgreSQL's advisory lock; an arbitrary one, the same for all who migrate.
MIGRATION_LOCK = 7_353_546


def connect(url: str) -> Engine:
    """Return an engine for `sqlite:///path`, `sqlite://` (in memory) or `postgresql://...`.

    The folder of an SQLite file is made. In memory there is one connection for all threads, or
    each of Streamlit's threads would have an empty database of its own. Errors name no values:
    they may land in a log, and a value may be what somebody answered or wrote.
    """
    with plain_addresses():
        return _engine(make_url(url))


def _engine(place: URL) -> Engine:
    if place.drivername in {"postgresql", "postgres"}:
        place = place.set(drivername="postgresql+psycopg")
    if place.get_backend_name() != "sqlite":
        if "connect_timeout" not in place.query:
            place = place.update_query_dict({"connect_timeout": str(LONGEST_CONNECTING)})
        server = create_engine(place, pool_pre_ping=True, hide_parameters=True)
        patience.make_patient(server)
        event.listen(server, "connect", _prepare_postgresql)
        return server
    return connect_embedded(place)


@contextmanager
def unit_of_work(engine: Engine, *, answers: bool = False, drafts: bool = False) -> Iterator[Db]:
    """Open a unit of work: it is committed at the end, or rolled back as a whole on an exception.

    answers: whether raw answers and unpublished comments may be read; for closing, releasing and
    reviewing only. drafts: whether unsent answers may be read; for the respondent's own pages only.
    Without them such a read raises sqlalchemy's DatabaseError: the calling code is wrong.
    Raises DatabaseUnavailable when the database is away, broken or busy; then nothing is kept.
    """
    wall = RESPONDENTS if drafts else PAGES
    with plain_errors(), Db(engine, expire_on_commit=False) as db:
        event.listen(db, "after_begin", _behind(None if answers else wall))
        event.listen(db, "before_commit", trace.write_down)
        with db.begin():
            yield db


def _behind(wall: Wall | None) -> Callable[[Db, SessionTransaction, Connection], None]:
    def enter(_db: Db, _transaction: SessionTransaction, connection: Connection) -> None:
        walls.enter(connection, wall)
        if wall is None:
            patience.allow(connection, patience.STEPS)

    return enter


def migrate(place: str | Engine, *, to: str = "head") -> None:
    """Bring the tables to a revision. place: a URL, or the engine of a database in memory.

    All steps are one transaction: a migration that is interrupted, or finds the disk full, has
    changed nothing. Of several at once, the others wait for the first and have nothing left to do.
    Raises DatabaseUnavailable, also when the database belongs to a newer program.
    """
    engine = connect(place) if isinstance(place, str) else place
    try:
        with plain_errors(), engine.begin() as connection, migration_turn(connection):
            if to != "head" or not _is_newest(connection):
                command.upgrade(migrations(connection), to)
    finally:
        if isinstance(place, str):
            engine.dispose()


def require_tables(engine: Engine) -> None:
    """Raise DatabaseUnavailable unless the tables are there as this program has them."""
    heads, steps = _known_revisions()
    with plain_errors(), engine.connect() as connection:
        revisions = _revisions(connection)
        if revisions != heads:
            raise DatabaseUnavailable(NO_TABLES if steps.issuperset(revisions) else NEWER)
        _require_columns(connection)


def _require_columns(connection: Connection) -> None:
    """Name every column of every table in one statement that reads no row."""
    no_rows = (select(table).where(false()) for table in Base.metadata.sorted_tables)
    try:
        connection.execute(select(*map(exists, no_rows)))
    except DBAPIError as error:
        if not lacks_column(error):
            raise
        raise DatabaseUnavailable(NO_TABLES) from error


def _revisions(connection: Connection) -> frozenset[str]:
    return frozenset(MigrationContext.configure(connection).get_current_heads())


def _is_newest(connection: Connection) -> bool:
    return _revisions(connection) == _known_revisions()[0]


@cache
def _known_revisions() -> tuple[frozenset[str], frozenset[str]]:
    """The newest revisions, of which there is one, and all of them."""
    scripts = ScriptDirectory.from_config(migrations())
    steps = frozenset(script.revision for script in scripts.walk_revisions())
    return frozenset(scripts.get_heads()), steps


@contextmanager
def migration_turn(connection: Connection) -> Iterator[None]:
    """Have a transaction to oneself for changing tables; others wait for it, and it for others."""
    if connection.dialect.name != "sqlite":
        patience.allow(connection, LONGEST_MIGRATION / 1000 + patience.STEPS)
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {LONGEST_MIGRATION}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        yield
        return
    # By itself the driver begins with the first row that is changed: every CREATE TABLE before
    # that would be kept at once, and a migration that stops there could not be run again.
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {LONGEST_MIGRATION}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {LONGEST_LOCK}")


def migrations(connection: object = None) -> Config:
    """Return Alembic's settings without an ini file: the migrations' folder and a connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _prepare_postgresql(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for statement in _PREPARATIONS:
        cursor.execute(statement)
    cursor.close()
    connection.commit()
