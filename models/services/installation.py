"""Whether the data of this installation are invented, and by what."""

from models.access import Permission, Viewer, require
from models.storage import Db, marks
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write


def invented(db: Db) -> str | None:
    """Return the source of invented data, e.g. "demo S"; None when all data are real."""
    return marks.get(db, marks.INVENTED)


def mark_invented(db: Db, source: str, *, by: Viewer) -> None:
    """Note that what the database holds is invented; `source` says by what, e.g. "demo S"."""
    require(by, Permission.MAKE_DEMO)
    before = marks.get(db, marks.INVENTED)
    marks.put(db, marks.INVENTED, source)
    earlier = None if before is None else {"source": before}
    trace.add(db, Write(Action.INVENT, subject.INSTALLATION, by, earlier, {"source": source}))


def put_probe(db: Db, value: str) -> None:
    """Write a row without content, to see whether the database can be written."""
    marks.put(db, marks.PROBE, value)


def probe(db: Db) -> str | None:
    """Return the value of the last `put_probe`; None before the first."""
    return marks.get(db, marks.PROBE)
