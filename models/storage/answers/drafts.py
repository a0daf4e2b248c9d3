"""Unsent answers, stored under the hash of a respondent's key until they are sent."""

import json
from collections.abc import Mapping

from sqlalchemy import delete, select

from models.storage import Db
from models.storage.sql.canonical_json import canonical
from models.storage.sql.upsert import upsert
from models.storage.tables.answers import DraftRow


def save(db: Db, key_hash: str, wave_id: str, answers: Mapping[str, int]) -> None:
    """Store the answers so far in place of the earlier draft."""
    values = {"key_hash": key_hash, "wave_id": wave_id, "answers": canonical(dict(answers))}
    upsert(db, DraftRow, values)


def load(db: Db, key_hash: str) -> dict[str, int] | None:
    """Return the answers so far; None without a draft."""
    text = db.scalar(select(DraftRow.answers).where(DraftRow.key_hash == key_hash))
    if text is None:
        return None
    answers: dict[str, int] = json.loads(text)
    return answers


def drop(db: Db, key_hash: str) -> None:
    """Delete a draft."""
    db.execute(delete(DraftRow).where(DraftRow.key_hash == key_hash))


def drop_wave(db: Db, wave_id: str) -> None:
    """Delete every draft of a wave."""
    db.execute(delete(DraftRow).where(DraftRow.wave_id == wave_id))
