"""Changing an idea of the own unit: taken back for five minutes, rewritten until screened."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.ideas.idea import Idea, InnovationType, Stage
from models.ideas.language import language_of
from models.services.ideas import require_words
from models.services.waves import links
from models.storage import Db, ideas, marks
from survey.plain_text import plain

UNTIL = re.compile("[0-9]{10,11}")
REGRET_TIME = timedelta(minutes=5)
_SECRET = "secret of ideas"  # noqa: S105 - the mark's name


def receipt(db: Db, idea_id: str, *, by: Viewer, now: datetime) -> str:
    """Return what shows for five minutes that its holder has just sent the idea.

    The idea itself is stored with its day only; the receipt is stored nowhere.
    """
    require(by, Permission.SUGGEST_IDEA)
    secret = marks.get(db, _SECRET)
    if not secret:
        secret = links.new_secret()
        marks.put(db, _SECRET, secret)
    until = int((now + REGRET_TIME).timestamp())
    return f"{until}-{_seal(secret, idea_id, until)}"


def take_back(db: Db, idea_id: str, receipt: str, *, by: Viewer, now: datetime) -> None:
    """Delete an idea that the viewer has just sent; raises InputError when it is too late."""
    require(by, Permission.SUGGEST_IDEA)
    until, _dash, seal = receipt.partition("-")
    secret = marks.get(db, _SECRET)
    until_second = int(until) if UNTIL.fullmatch(until) else 0
    in_time = now.timestamp() <= until_second
    if not secret or not in_time or not links.same(seal, _seal(secret, idea_id, until_second)):
        raise InputError("Idéen kan kun tages tilbage i fem minutter. Den kan stadig rettes.")
    ideas.lock(db)
    idea = ideas.get(db, idea_id)
    if idea is not None:
        _require_changeable(idea, by)
        ideas.drop(db, idea_id)


def rewrite(
    db: Db,
    idea_id: str,
    title: str,
    text: str,
    *,
    innovation_type: InnovationType | None,
    by: Viewer,
) -> Idea:
    """Give an idea of the viewer's own unit new words, until somebody has screened it."""
    require(by, Permission.SUGGEST_IDEA)
    title, text = plain(title).strip(), plain(text).strip()
    require_words(title, text)
    ideas.lock(db)
    idea = ideas.get(db, idea_id)
    if idea is None:
        raise InputError("Idéen findes ikke længere.")
    _require_changeable(idea, by)
    idea = replace(
        idea,
        title=title,
        text=text,
        language=language_of(f"{title} {text}"),
        innovation_type=innovation_type,
    )
    ideas.update(db, idea)
    return idea


def is_changeable(idea: Idea, by: Viewer) -> bool:
    """Whether the viewer may change the idea: of the own unit, and not screened yet."""
    return by.unit_id is not None and by.unit_id == idea.unit_id and idea.stage is Stage.SUBMITTED


def _require_changeable(idea: Idea, by: Viewer) -> None:
    if not is_changeable(idea, by):
        raise InputError(
            "Idéen kan ikke ændres mere: den er vurderet, eller den hører til en anden enhed."
        )


def _seal(secret: str, idea_id: str, until: int) -> str:
    return links.personal_key(secret, idea_id, str(until))
