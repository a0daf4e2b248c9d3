"""The start and the end of the server, and whether it can serve: it writes and reads a row."""

import asyncio
import gc
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from threading import Thread

from starlette.requests import Request
from starlette.responses import PlainTextResponse

from models.errors import DatabaseUnavailable
from models.services import installation
from models.services.promises import strategies
from pages.shell.database import close_database, database
from pages.shell.server import local_key
from survey.asking import instruments

# Slow to load, and only pages with charts ask for them.
HEAVY = (
    "models.charts.culture.bars",
    "models.charts.culture.dimensions",
    "models.charts.promises.distribution",
    "models.charts.culture.intervals",
    "models.charts.promises.trajectory",
    "survey.statistics.contrast",
)

# Seconds: an outcome is good for so long, since each trial writes; and a trial may take so long.
FRESH, PATIENCE = 1, 10
UNAVAILABLE = 503


class Trial:
    """Tries the database at most once a second, and once at a time, however often it is asked."""

    def __init__(self, attempt: Callable[[], bool]) -> None:
        self._attempt = attempt
        self._tried_at = float("-inf")
        self._outcome = False
        self._task: asyncio.Task[None] | None = None

    async def outcome(self) -> bool:
        """Whether the attempt succeeded; a frozen database is one that did not."""
        if time.monotonic() - self._tried_at < FRESH:
            return self._outcome
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(asyncio.to_thread(self._try))
        try:
            # All who ask meanwhile wait for the same one.
            await asyncio.wait_for(asyncio.shield(self._task), PATIENCE)
        except TimeoutError:
            return False
        return self._outcome

    def _try(self) -> None:
        try:
            self._outcome = self._attempt()
        except DatabaseUnavailable:
            self._outcome = False
        self._tried_at = time.monotonic()


def _writes_and_reads() -> bool:
    value = secrets.token_hex(8)
    with database() as db:
        installation.put_probe(db, value)
    with database() as db:
        # Another server may have written in between: that there is a row is enough.
        return installation.probe(db) is not None


def _reads() -> bool:
    with database() as db:
        installation.probe(db)
    return True


_WRITING, _READING = Trial(_writes_and_reads), Trial(_reads)


async def readable() -> bool:
    """Whether the dashboard has a database to read; one that is being written can be."""
    return await _READING.outcome()


async def health(_request: Request) -> PlainTextResponse:
    """Say that the process answers, and nothing else."""
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


async def ready(_request: Request) -> PlainTextResponse:
    """Say whether the database can be written and read."""
    is_ready = await _WRITING.outcome()
    text, status = ("ready", 200) if is_ready else ("database unavailable", UNAVAILABLE)
    return PlainTextResponse(text, status, headers={"Cache-Control": "no-store"})


def make_ready() -> None:
    """Import the heavy modules, read the definition files and try the database."""
    for module in HEAVY:
        import_module(module)
    strategies.catalogue()
    for instrument_id in instruments.available():
        instruments.load(instrument_id)
    # What is wrong with the database stands in the log from the start.
    with suppress(DatabaseUnavailable):
        _reads()
    # Moves all of it out of the collector's reach: scanning it would stall a page now and then.
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, object]]:
    """Make ready in a thread beside the server, which answers from the start; close at its end.

    In local mode the address with the key is written first.
    """
    local_key.announce()
    Thread(target=make_ready, name="readiness", daemon=True).start()
    yield {}
    close_database()
