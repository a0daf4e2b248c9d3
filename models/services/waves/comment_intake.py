"""Comments as they come in: checked for length, redacted, and stored under a department."""

from collections.abc import Iterable

from models.services.units import wave_organisation
from models.storage import Db
from models.storage.answers import comments
from survey.asking.instrument import Instrument
from survey.asking.question import OpenQuestion
from survey.asking.redaction import redacted
from survey.disclosure.comments import filed_at
from survey.errors import SurveyError


class CommentTooLong(SurveyError):
    """A comment is longer than its question allows; nothing has been stored."""


def question(instrument: Instrument) -> OpenQuestion | None:
    """Return the open question of an instrument; None when it has none."""
    return next(iter(instrument.open_questions), None)


def room(instrument: Instrument) -> int:
    """Return the most characters that a comment may have; 0 without an open question."""
    return sum(question.max_chars for question in instrument.open_questions[:1])


def cleaned(text: str, instrument: Instrument) -> str:
    """Return a comment as it may be stored, see `redacted`; blank without text or question.

    Raises CommentTooLong, whose message has lengths and never the text.
    """
    stripped, most = "\n".join(text.splitlines()).strip(), room(instrument)
    if not stripped or not most:
        return ""
    require_short(stripped, most=most)
    return redacted(stripped)


def require_short(text: str, *, most: int) -> None:
    """Raise CommentTooLong when a text has more than `most` characters."""
    if len(text) > most:
        raise CommentTooLong(
            "Kommentaren er på {length} tegn, og der er plads til {most}. Gør den kortere.",
            length=len(text),
            most=most,
        )


def keep(db: Db, wave_id: str, texts: Iterable[tuple[str, str]]) -> None:
    """Store comments, each (unit id, `cleaned` text), under the unit that `filed_at` returns.

    The units are those of the wave. Raises UnitUnknown.
    """
    tree = wave_organisation(db, wave_id)
    for unit_id, text in texts:
        comments.add(db, wave_id, filed_at(tree, unit_id), text)
