"""Facts about this installation, by name."""

from sqlalchemy import select

from models.storage import Db
from models.storage.sql.upsert import upsert
from models.storage.tables.installation import MarkRow


def put(db: Db, name: str, value: str) -> None:
    """Note a fact, in the place of what the name stood for before."""
    upsert(db, MarkRow, {"name": name, "value": value})


def get(db: Db, name: str) -> str | None:
    """The fact with a name."""
    return db.scalar(select(MarkRow.value).where(MarkRow.name == name))
