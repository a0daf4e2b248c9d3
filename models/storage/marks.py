"""Facts by name: what invented the data, a wave's secret, the day its comments were published."""

from typing import Final

from sqlalchemy import select

from models.storage import Db
from models.storage.sql.upsert import upsert
from models.storage.tables.installation import MarkRow

# The source of invented data, e.g. "demo S"; there is no such row where all data are real.
INVENTED: Final = "invented"
# A row that says nothing: whoever asks whether the database can be written to writes it.
PROBE: Final = "probe"


def put(db: Db, name: str, value: str) -> None:
    """Store a fact under a name, in place of an earlier one."""
    upsert(db, MarkRow, {"name": name, "value": value})


def get(db: Db, name: str) -> str | None:
    """Return the fact with a name; None when there is none."""
    return db.scalar(select(MarkRow.value).where(MarkRow.name == name))
