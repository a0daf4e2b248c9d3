"""The installation's database, for Streamlit pages and for the respondents' pages."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock

from models.errors import DatabaseUnavailable
from models.settings import settings
from models.storage import Db
from models.storage.engine import connect, migrate, require_tables, unit_of_work

__all__ = ["Db", "database"]

_LOG = logging.getLogger("pejling")
_ONE_AT_A_TIME = Lock()
# Seconds for which what was seen of the tables is good.
FRESH = 5


@cache
def _engine(url: str):
    # An embedded database belongs to this program alone, which therefore brings it up to date;
    # a server's database is migrated by whoever runs it, once, before the replicas start.
    if url.startswith("sqlite"):
        migrate(url)
    return connect(url)


_FITS_SINCE: dict[str, float] = {}


def _require_tables(url: str) -> None:
    """Look now and then whether the tables are still this program's: another may migrate them."""
    if time.monotonic() - _FITS_SINCE.get(url, float("-inf")) >= FRESH:
        require_tables(_engine(url))
        _FITS_SINCE[url] = time.monotonic()


def close_database() -> None:
    """Close the connections; with the last one an SQLite file takes in its log and deletes it."""
    with _ONE_AT_A_TIME:
        if _engine.cache_info().currsize:
            _engine(settings().database_url).dispose()


@contextmanager
def database(*, answers: bool = False, drafts: bool = False) -> Iterator[Db]:
    """One unit of work: committed at the end of the block, rolled back when the block raises.

    answers: only for closing and releasing a survey and for reviewing comments. drafts: only for
    asking a respondent, who takes up again what is not sent. Everywhere else reading a raw answer
    fails in the database itself. Raises DatabaseUnavailable, with one line in the log.
    """
    url = settings().database_url
    try:
        with _ONE_AT_A_TIME:
            engine = _engine(url)
        _require_tables(url)
        with unit_of_work(engine, answers=answers, drafts=drafts) as db:
            yield db
    except DatabaseUnavailable as problem:
        # The sentence without its values; nothing of what somebody wrote or asked for.
        _LOG.error("%s", problem.message)
        raise
