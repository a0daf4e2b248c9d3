"""Whether the data of this installation are invented, and by what."""

from typing import Final

from models.storage import Db, marks

INVENTED: Final = "invented"


def invented(db: Db) -> str | None:
    """Return the source of invented data, e.g. "demo S"; None when all data are real."""
    return marks.get(db, INVENTED)


def mark_invented(db: Db, source: str) -> None:
    """Note that what the database holds is invented; `source` says by what, e.g. "demo S"."""
    marks.put(db, INVENTED, source)
