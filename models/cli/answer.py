"""What a command gives back: a document for programs, a table for people, and what was done."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from models.access import Role, Viewer
from models.services.files.sheets import Note
from models.services.opening import Db
from models.wording import N_, Words

# Whoever has the database file at hand may do everything with it.
OPERATOR = Viewer("kommandolinje", Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Answer:
    """What a command found.

    document: JSON with keys in snake_case, dates as ISO 8601, missing as null.
    table: the same for people, its first row the header; told: what was done, for standard error.
    broken: the command did what was asked, and found that a rule is broken.
    """

    document: object
    table: tuple[tuple[str, ...], ...] = ()
    told: tuple[Note, ...] = ()
    broken: bool = False


def marked(answer: Answer, invented: str | None) -> Answer:
    """The answer of a database with invented data, saying so to programs and people alike.

    invented: what made the data up, e.g. "demo S"; None for a real region, whose answer stays.
    """
    if invented is None:
        return answer
    document = answer.document
    if isinstance(document, dict):
        document = {"invented": invented} | document
    warning = Note(N_("Opdigtede data: intet her handler om en virkelig region."), {})
    return replace(answer, document=document, told=(*answer.told, warning))


Command = Callable[[Db, Namespace, Words], Answer]


def today() -> date:
    """The day the command is typed, where it is typed."""
    return datetime.now(UTC).astimezone().date()
