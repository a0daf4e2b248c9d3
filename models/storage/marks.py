"""Facts by name: what invented the data, a wave's secret, the day its comments were published."""

from sqlalchemy import select

from models.storage import Db
from models.storage.sql.upsert import upsert
from models.storage.tables.installation import MarkRow


def put(db: Db, name: str, value: str) -> None:
    """Store a fact under a name, in place of an earlier one."""
    upsert(db, MarkRow, {"name": name, "value": value})


def get(db: Db, name: str) -> str | None:
    """Return the fact with a name; None when there is none."""
    return db.scalar(select(MarkRow.value).where(MarkRow.name == name))
