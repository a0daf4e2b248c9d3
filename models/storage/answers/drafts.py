"""Answers that have not been sent: kept under a key's trace until they are, and no longer."""

import json
from collections.abc import Mapping

from sqlalchemy import delete, select

from models.storage import Db
from models.storage.sql.canonical_json import canonical
from models.storage.sql.upsert import upsert
from models.storage.tables.answers import DraftRow


def save(db: Db, key_hash: str, wave_id: str, answers: Mapping[str, int]) -> None:
    """Keep what has been answered so far, in the place of what was kept before."""
    values = {"key_hash": key_hash, "wave_id": wave_id, "answers": canonical(dict(answers))}
    upsert(db, DraftRow, values)


def load(db: Db, key_hash: str) -> dict[str, int] | None:
    """What has been answered so far; None when nothing is kept."""
    kept = db.scalar(select(DraftRow.answers).where(DraftRow.key_hash == key_hash))
    if kept is None:
        return None
    answers: dict[str, int] = json.loads(kept)
    return answers


def drop(db: Db, key_hash: str) -> None:
    """Forget one draft."""
    db.execute(delete(DraftRow).where(DraftRow.key_hash == key_hash))


def drop_wave(db: Db, wave_id: str) -> None:
    """Forget every draft of a wave."""
    db.execute(delete(DraftRow).where(DraftRow.wave_id == wave_id))
