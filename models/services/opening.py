"""Opening a database for one unit of work, for those who are not a page."""

from collections.abc import Iterator
from contextlib import contextmanager

from models.storage import Db
from models.storage.engine import connect, migrate, require_tables, unit_of_work

__all__ = ["Db", "opened"]


@contextmanager
def opened(url: str, *, migrating: bool = False) -> Iterator[Db]:
    """Everything done inside is kept together at the end, or none of it.

    The embedded file is brought to the newest tables first; a server only when asked (migrating),
    for several programs may be running on it. Raw answers may be read: whoever is here operates
    the installation, and holds the database's password anyway. Raises DatabaseUnavailable where
    the tables are not this program's.
    """
    engine = connect(url)
    try:
        if migrating or url.startswith("sqlite"):
            migrate(engine)
        else:
            require_tables(engine)
        with unit_of_work(engine, answers=True) as db:
            yield db
    finally:
        engine.dispose()
