"""The spent keys of those who have answered; they share no column with the answers."""

from sqlalchemy import select

from models.storage import Db
from models.storage.sql.upsert import add_once
from models.storage.tables.answers import ParticipationRow


def spend(db: Db, key_hash: str) -> bool:
    """Spend a key; return False when it was spent before."""
    return add_once(db, ParticipationRow, {"key_hash": key_hash})


def is_spent(db: Db, key_hash: str) -> bool:
    """Whether a key has been spent."""
    query = select(ParticipationRow.key_hash).where(ParticipationRow.key_hash == key_hash)
    return db.scalar(query) is not None
