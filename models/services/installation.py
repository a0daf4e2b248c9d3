"""Whether the data of this installation are invented, and by what."""

from models.access import Permission, Viewer, require
from models.storage import Db, marks


def invented(db: Db) -> str | None:
    """Return the source of invented data, e.g. "demo S"; None when all data are real."""
    return marks.get(db, marks.INVENTED)


def mark_invented(db: Db, source: str, *, by: Viewer) -> None:
    """Note that what the database holds is invented; `source` says by what, e.g. "demo S"."""
    require(by, Permission.MAKE_DEMO)
    marks.put(db, marks.INVENTED, source)


def put_probe(db: Db, value: str) -> None:
    """Write a row without content, to see whether the database can be written."""
    marks.put(db, marks.PROBE, value)


def probe(db: Db) -> str | None:
    """Return the value of the last `put_probe`; None before the first."""
    return marks.get(db, marks.PROBE)
