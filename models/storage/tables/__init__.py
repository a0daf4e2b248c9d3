"""The tables of the database."""

from models.storage.tables import (
    answers,
    ideas,
    installation,
    organisation,
    results,
    steering,
    trace,
    updates,
    waves,
)

# Loading any table loads them all: `Base.metadata` is never half of the database.
MODULES = (answers, ideas, installation, organisation, results, steering, trace, updates, waves)
