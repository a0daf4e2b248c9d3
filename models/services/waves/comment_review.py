"""Reviewing comments: two people read each of them, and nothing is shown that one alone wanted."""

from dataclasses import dataclass, replace
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError, SteeringError
from models.services.waves.answering import wave
from models.services.waves.comment_intake import require_short, room
from models.services.waves.comment_publication import is_published
from models.storage import Db
from models.storage.answers import comments as kept
from survey.asking import instruments
from survey.asking.comment import PUBLISHABLE, Comment, CommentState
from survey.asking.redaction import redacted
from survey.asking.wave import Wave, WaveState, require_closed

# What everybody is called where nobody signs in; it tells no two people apart.
NOBODYS_NAMES = frozenset({"", "lokal"})


class SamePerson(SteeringError):
    """Somebody would be both of the two who must agree."""


class CommentDecided(SteeringError):
    """A comment was to be judged that is gone, or that two have read already."""


@dataclass(frozen=True)
class Review:
    """How far the reading of a wave's comments has come.

    for_me: what this reviewer may judge, in random order. unread: nobody has judged. half: one has.
    approved, withheld: two have agreed.
    """

    wave: Wave
    for_me: tuple[Comment, ...]
    unread: int
    half: int
    approved: int
    withheld: int

    @property
    def of(self) -> int:
        """How many comments there are."""
        return self.unread + self.half + self.approved + self.withheld


def reviewed_waves(db: Db) -> tuple[Wave, ...]:
    """The waves with comments that may be read: closed and not yet published, the newest first."""
    found = [
        wave(db, wave_id)
        for wave_id in kept.waves(db)
        if not is_published(db, wave_id) and _closed(wave(db, wave_id))
    ]
    return tuple(sorted(found, key=lambda one: (one.closes_on or date.min, one.id), reverse=True))


def _closed(asked: Wave) -> bool:
    return asked.state in {WaveState.CLOSED, WaveState.RELEASED}


def open_review(db: Db, wave_id: str, *, by: Viewer) -> Review:
    """What waits for a reviewer, and how far the reading has come; raises WaveStillOpen, Refused.

    Not the units: who judges words shall not look for who said them.
    """
    require(by, Permission.REVIEW_COMMENTS)
    asked = wave(db, wave_id)
    require_closed(asked)
    found = kept.of(db, wave_id)
    me = _name(by)
    return Review(
        asked,
        for_me=tuple(one for one in found if not one.decided and one.first_by != me),
        unread=sum(one.state is CommentState.PENDING for one in found),
        half=sum(bool(one.first_by) and not one.decided for one in found),
        approved=sum(one.approved for one in found),
        withheld=sum(one.decided and not one.approved for one in found),
    )


def _name(by: Viewer) -> str:
    name = by.name.strip().casefold()
    if name in NOBODYS_NAMES:
        raise SamePerson("Skriv, hvem du er: to forskellige skal læse hver kommentar.")
    return name


def judge(db: Db, comment_id: str, *, show: bool, text: str = "", by: Viewer) -> Comment:
    """Say whether a comment may be shown, and in which words; returns it as it stands afterwards.

    Who comes second and says the same of the same words decides. Who says anything else makes it a
    new proposal, which waits for another person. What an edited comment said before is not kept,
    nor what a withheld one said.
    Raises SamePerson, CommentDecided, CommentTooLong, WaveStillOpen, InputError or Refused.
    """
    require(by, Permission.REVIEW_COMMENTS)
    comment = kept.get(db, comment_id)
    if comment is None or comment.decided:
        raise CommentDecided("Kommentaren er der ikke længere, eller to har allerede læst den.")
    asked = wave(db, comment.wave_id)
    require_closed(asked)
    me = _name(by)
    if comment.first_by == me:
        raise SamePerson("Du har allerede læst den. En anden end dig skal være enig.")
    wanted = _wanted(comment, text.strip(), asked) if show else _withheld(comment)
    if comment.first_by and wanted == comment:
        decided = replace(wanted, second_by=me, text=wanted.text if show else "")
    else:
        decided = replace(wanted, first_by=me)
    kept.judge(db, decided)
    return decided


def _wanted(comment: Comment, text: str, asked: Wave) -> Comment:
    if text == comment.text:
        state = comment.state if comment.state in PUBLISHABLE else CommentState.APPROVED
        return replace(comment, state=state)
    words = redacted(text)
    if not words:
        raise InputError("Der står intet at vise. Skriv noget, eller hold kommentaren tilbage.")
    most = room(instruments.load(asked.instrument_id))
    require_short(words, most=max(most, len(comment.text)))
    return replace(comment, text=words, state=CommentState.EDITED)


def _withheld(comment: Comment) -> Comment:
    return replace(comment, state=CommentState.WITHHELD)
