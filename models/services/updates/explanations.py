"""Owners' words about their promises: why, what is done, and by when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.updates.ownership import require_owner
from models.steering.explanation import Explanation
from models.storage import Db
from models.storage.steering import trace
from models.storage.steering.explanations import add, of_criteria
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state
from survey.plain_text import plain

LONGEST: Final = 2_000


def explain(db: Db, explanation: Explanation, *, by: Viewer, on: date) -> Explanation:
    """Store words about a promise and return them with who wrote them; earlier ones stay readable.

    Raises NotOwner, and InputError for words that say nothing or are too long.
    """
    require(by, Permission.UPDATE_PROMISE)
    require_owner(db, explanation.criterion_id, by, on=on)
    words = replace(
        explanation,
        why=plain(explanation.why).strip(),
        action=plain(explanation.action).strip(),
        entered_by=by.name,
        entered_on=on,
    )
    if not words.why:
        raise InputError("Skriv, hvorfor løftet står, som det gør.", field="why")
    for field, text in (("why", words.why), ("action", words.action)):
        if len(text) > LONGEST:
            raise InputError("Teksten er for lang: højst {n} tegn.", field=field, n=LONGEST)
    before = _newest(db, words.criterion_id)
    add(db, words)
    place = subject.criterion(words.criterion_id)
    earlier = None if before is None else _state(before)
    trace.add(db, Write(Action.EXPLAIN, place, by, earlier, _state(words)))
    return words


def explanations(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None, by: Viewer
) -> dict[str, tuple[Explanation, ...]]:
    """Return the words about each criterion entered by a day (None: ever), the newest first."""
    require(by, Permission.SEE_SCOREBOARD)
    return of_criteria(db, criterion_ids, knowledge_date=knowledge_date)


def _newest(db: Db, criterion_id: str) -> Explanation | None:
    return next(iter(of_criteria(db, [criterion_id])[criterion_id]), None)


def _state(words: Explanation) -> dict[str, object]:
    return dict(state(words, without=("criterion_id", "entered_by", "entered_on")))
