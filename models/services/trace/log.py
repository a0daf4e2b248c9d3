"""The trace for people: the history of one thing, and the log of everything."""

from dataclasses import dataclass
from typing import Final

from models.access import Permission, Viewer, require
from models.storage import Db
from models.storage.steering import trace
from models.trace import subject
from models.trace.chain import Break, breaks
from models.trace.line import TraceLine, trace_line
from models.trace.search import Search

MOST_LINES: Final = 500
EVERYTHING: Final = Search()


@dataclass(frozen=True)
class Log:
    """A page of the log, the newest line first. of: how many lines the search finds in all."""

    lines: tuple[TraceLine, ...]
    of: int


@dataclass(frozen=True)
class Verification:
    """Whether the chain holds.

    lines: how many there are. breaks: each place where it does not, in order; empty: it holds.
    head: the newest hash; written down elsewhere, it shows later that nothing up to it was
    rewritten.
    """

    lines: int
    breaks: tuple[Break, ...]
    head: str


def history(db: Db, thing: str, *, by: Viewer, limit: int = MOST_LINES) -> tuple[TraceLine, ...]:
    """Return what was done to one thing, the newest first.

    thing: its subject, see `models.trace.subject`. That of a promise is open to whoever sees the
    scoreboard, any other to whoever sees the trace.
    """
    is_promise = thing.startswith(subject.criterion(""))
    require(by, Permission.SEE_SCOREBOARD if is_promise else Permission.SEE_TRACE)
    return tuple(map(trace_line, trace.newest(db, Search(subject=thing), limit=limit)))


def log(
    db: Db, search: Search = EVERYTHING, *, limit: int = 50, offset: int = 0, by: Viewer
) -> Log:
    """Return the lines that a search finds, so many from an offset, the newest first."""
    require(by, Permission.SEE_TRACE)
    lines = trace.newest(db, search, limit=min(limit, MOST_LINES), offset=offset)
    return Log(tuple(map(trace_line, lines)), trace.count(db, search))


def people(db: Db, *, by: Viewer) -> tuple[str, ...]:
    """Return the names of all who stand in the trace."""
    require(by, Permission.SEE_TRACE)
    return trace.people(db)


def verify(db: Db, *, by: Viewer) -> Verification:
    """Return whether every line of the trace is as it was written."""
    require(by, Permission.SEE_TRACE)
    return verification(db)


def verification(db: Db) -> Verification:
    """Return whether the chain holds, for a service that has asked who it is."""
    number, head = trace.head(db)
    return Verification(number, tuple(breaks(trace.lines(db))), head)
