"""Owners' words about promises; only added to, so that older words stay readable."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import insert, select

from models.steering.explanation import Explanation
from models.storage import Db
from models.storage.tables.updates import ExplanationRow

_FIELDS = tuple(field.name for field in fields(Explanation))


def add(db: Db, explanation: Explanation) -> None:
    """Add words after the earlier ones of their criterion."""
    db.execute(insert(ExplanationRow), [asdict(explanation)])


def of_criteria(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> dict[str, tuple[Explanation, ...]]:
    """Return the words about each criterion entered by a day (None: ever), the newest first.

    A criterion without any has an empty tuple.
    """
    words: dict[str, list[Explanation]] = {criterion_id: [] for criterion_id in criterion_ids}
    table = ExplanationRow.__table__.c
    query = (
        select(*(table[name] for name in _FIELDS))
        .where(
            table.criterion_id.in_(tuple(words)), table.entered_on <= (knowledge_date or date.max)
        )
        .order_by(table.entry.desc())
    )
    for row in db.execute(query).mappings():
        words[row["criterion_id"]].append(Explanation(**row))
    return {criterion_id: tuple(entries) for criterion_id, entries in words.items()}
