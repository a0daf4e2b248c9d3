"""The answer of a command: a document for programs, a table for people, notes on the work."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from models.access import Role, Viewer
from models.services.files.note import Note
from models.wording import N_

# Whoever has the database file at hand may do everything with it.
OPERATOR = Viewer("kommandolinje", Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Answer:
    """The result of a command.

    document: JSON with keys in snake_case, dates as ISO 8601, missing as null; None: no result to
    write, since the command wrote a file.
    table: the same for people, its first row the header. notes: what was done, for standard error.
    broken: the command was carried out and found a broken rule, e.g. a small group in a file.
    """

    document: object
    table: tuple[tuple[str, ...], ...] = ()
    notes: tuple[Note, ...] = ()
    broken: bool = False


def marked(answer: Answer, invented: str | None) -> Answer:
    """Return the answer with a warning in the document and the notes when the data are invented.

    invented: what made the data up, e.g. "demo S"; None: real data, the same answer.
    """
    if invented is None:
        return answer
    document = answer.document
    if isinstance(document, dict):
        document = {"invented": invented} | document
    warning = Note(N_("Opdigtede data: intet her handler om en virkelig region."), {})
    return replace(answer, document=document, notes=(*answer.notes, warning))


def today() -> date:
    """Return today's date in the time zone of this machine."""
    return datetime.now(UTC).astimezone().date()


def now() -> datetime:
    """Return this moment, in universal time and whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
