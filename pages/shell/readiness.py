"""The start and the end of the server: slow modules loaded first, the database closed last."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

from models.services.promises import strategies
from pages.shell.database import close_database
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
