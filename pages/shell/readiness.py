"""What the first visitor would otherwise wait for, fetched while the server starts."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

from models.services.promises import strategies
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
    """Load what is slow to load; whoever asks before it is done waits no longer than without."""
    for module in HEAVY:
        import_module(module)
    strategies.catalogue()
    for instrument_id in instruments.available():
        instruments.load(instrument_id)
    # What has been loaded stays; looking through it for rubbish would stall a page now and then.
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, object]]:
    """The server's life: it answers at once, and makes itself ready beside."""
    Thread(target=make_ready, name="readiness", daemon=True).start()
    yield {}
