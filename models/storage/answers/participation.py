"""Who has answered, as spent keys: nothing here can be laid beside an answer."""

from models.storage import Db
from models.storage.sql.upsert import add_once
from models.storage.tables.answers import ParticipationRow


def spend(db: Db, key_hash: str) -> bool:
    """Spend a key; False when it was spent before."""
    return add_once(db, ParticipationRow, {"key_hash": key_hash})
