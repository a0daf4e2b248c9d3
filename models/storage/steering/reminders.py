"""The day on which an address was last reminded; of an address only its hash is stored."""

from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from models.storage import Db
from models.storage.sql.writing import begin_writing
from models.storage.tables.installation import MarkRow

WEEK: Final = timedelta(days=7)


def claim(db: Db, address: str, *, on: date) -> bool:
    """Take the address's one mail of the week; return whether it was still to be had.

    One statement decides: of two who ask at once the second waits for the first and gets nothing.
    """
    begin_writing(db)
    is_sqlite = db.get_bind().dialect.name == "sqlite"
    insert = (sqlite.insert if is_sqlite else postgresql.insert)(MarkRow)
    # Days as ISO 8601 stand in the order of time.
    statement = insert.on_conflict_do_update(
        index_elements=[MarkRow.name],
        set_={"value": insert.excluded.value},
        where=MarkRow.value <= (on - WEEK).isoformat(),
    ).returning(MarkRow.name)
    values = {"name": _name(address), "value": on.isoformat()}
    return db.execute(statement, values).first() is not None


def give_back(db: Db, address: str, *, on: date) -> None:
    """Undo a claim of that day, for a mail that nobody got."""
    db.execute(
        delete(MarkRow).where(MarkRow.name == _name(address), MarkRow.value == on.isoformat())
    )


def _name(address: str) -> str:
    return f"reminded:{sha256(address.strip().casefold().encode()).hexdigest()}"
