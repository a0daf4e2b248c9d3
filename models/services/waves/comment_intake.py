"""What a respondent says in own words: asked, measured, freed of numbers that name, and filed."""

from collections.abc import Iterable

from models.storage import Db, structures, units
from models.storage.answers import comments
from survey.asking.instrument import Instrument
from survey.asking.organisation import join_units
from survey.asking.question import OpenQuestion
from survey.asking.redaction import redacted
from survey.disclosure.comments import filed_at
from survey.errors import SurveyError


class CommentTooLong(SurveyError):
    """Somebody wrote more than there is room for; nothing has been kept."""


def question(instrument: Instrument) -> OpenQuestion | None:
    """What is asked in an instrument that leaves the words to the respondent; None: nothing."""
    return next(iter(instrument.open_questions), None)


def room(instrument: Instrument) -> int:
    """How many signs the answer to it may have; 0 where nothing is asked."""
    return sum(asked.max_chars for asked in instrument.open_questions[:1])


def as_kept(text: str, instrument: Instrument) -> str:
    """The words as they may be kept, see `redacted`; blank where nothing is said or asked.

    Raises CommentTooLong, which tells lengths and never the words.
    """
    said, most = "\n".join(text.splitlines()).strip(), room(instrument)
    if not said or not most:
        return ""
    require_short(said, most=most)
    return redacted(said)


def require_short(text: str, *, most: int) -> None:
    """Pass when a text has room; raises CommentTooLong otherwise."""
    if len(text) > most:
        raise CommentTooLong(
            "Kommentaren er på {length} tegn, og der er plads til {most}. "
            "Gør den {over} tegn kortere.",
            length=len(text),
            most=most,
            over=len(text) - most,
        )


def keep(db: Db, wave_id: str, said: Iterable[tuple[str, str]]) -> None:
    """Keep comments, each (unit id, text `as_kept`), under the unit that `filed_at` says.

    The tree is the one the wave was opened in. Raises UnitUnknown.
    """
    tree = join_units(structures.get(db, wave_id) or units.all_units(db))
    for unit_id, text in said:
        comments.add(db, wave_id, filed_at(tree, unit_id), text)
