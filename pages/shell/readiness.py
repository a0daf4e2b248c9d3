"""The start and the end of the server, and whether it can serve: it writes and reads a row."""

import asyncio
import gc
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Lock, Thread

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
    "models.charts.promises.bullet",
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
    """Writes and reads a row of the database, at most once a second however often it is asked."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._tried_at = float("-inf")
        self._outcome = False

    def outcome(self) -> bool:
        """Whether a row could be written and read back."""
        with self._one_at_a_time:
            if time.monotonic() - self._tried_at >= FRESH:
                self._outcome = _writes_and_reads()
                self._tried_at = time.monotonic()
            return self._outcome


def _writes_and_reads() -> bool:
    value = secrets.token_hex(8)
    try:
        with database() as db:
            installation.put_probe(db, value)
        with database() as db:
            # Another server may have written in between: that there is a row is enough.
            return installation.probe(db) is not None
    except DatabaseUnavailable:
        return False


_TRIAL = Trial()


async def health(_request: Request) -> PlainTextResponse:
    """Say that the process answers, and nothing else."""
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


async def ready(_request: Request) -> PlainTextResponse:
    """Say whether the database can be written and read; a frozen one cannot."""
    try:
        is_ready = await asyncio.wait_for(asyncio.to_thread(_TRIAL.outcome), PATIENCE)
    except TimeoutError:
        is_ready = False
    text, status = ("ready", 200) if is_ready else ("database unavailable", UNAVAILABLE)
    return PlainTextResponse(text, status, headers={"Cache-Control": "no-store"})


def make_ready() -> None:
    """Import the heavy modules and read the definition files."""
    for module in HEAVY:
        import_module(module)
    strategies.catalogue()
    for instrument_id in instruments.available():
        instruments.load(instrument_id)
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
