"""Facts about this installation, by name."""

from sqlalchemy import select

from models.storage import Db
from models.storage.sql import upsert
from models.storage.tables.tables import MarkRow


def put(db: Db, name: str, value: str) -> None:
    """Note a fact, in the place of what the name stood for before."""
    upsert.put(db, MarkRow, {"name": name, "value": value})


def get(db: Db, name: str) -> str | None:
    """The fact with a name."""
    return db.scalar(select(MarkRow.value).where(MarkRow.name == name))
