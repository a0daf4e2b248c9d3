"""Reviewing comments: two people must agree before one is shown."""

from dataclasses import dataclass, replace
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError, SteeringError
from models.services import questionnaires
from models.services.waves.answering import find_wave, lock_wave
from models.services.waves.comment_intake import require_short, room
from models.services.waves.comment_publication import is_published
from models.storage import Db
from models.storage.answers import comments
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from survey.asking.comment import PUBLISHABLE, Comment, CommentState
from survey.asking.redaction import redacted
from survey.asking.wave import Wave, WaveState, require_closed

# The names of everybody where nobody signs in: they tell no two people apart.
NOBODYS_NAMES = frozenset({"", "lokal"})
HAS_CLOSED = frozenset({WaveState.CLOSED, WaveState.RELEASED})


class SamePerson(SteeringError):
    """The same person would be both of the two who must agree."""


class CommentDecided(SteeringError):
    """A comment to be judged is deleted, or two have already agreed on it."""


@dataclass(frozen=True)
class Review:
    """The state of the review of a wave's comments.

    for_me: the comments that this reviewer may judge, in random order. unread, half: judged by
    nobody, by one. approved, withheld: two have agreed.
    """

    wave: Wave
    for_me: tuple[Comment, ...]
    unread: int
    half: int
    approved: int
    withheld: int

    @property
    def of(self) -> int:
        """The number of all comments."""
        return self.unread + self.half + self.approved + self.withheld


def reviewed_waves(db: Db, *, by: Viewer) -> tuple[Wave, ...]:
    """Return the waves with comments to review, closed and not yet published, newest first."""
    require(by, Permission.REVIEW_COMMENTS)
    with_comments = [
        find_wave(db, wave_id) for wave_id in comments.waves(db) if not is_published(db, wave_id)
    ]
    closed = [wave for wave in with_comments if wave.state in HAS_CLOSED]
    return tuple(
        sorted(closed, key=lambda wave: (wave.closes_on or date.min, wave.id), reverse=True)
    )


def read_by_one(db: Db, wave_id: str, *, by: Viewer) -> tuple[int, int]:
    """Return how many of a wave's comments at least one person has judged, and how many there are.

    It needs no unit of work that may read answers.
    """
    require(by, Permission.REVIEW_COMMENTS)
    counts = comments.state_counts(db, wave_id)
    of = sum(counts.values())
    return of - counts.get(CommentState.PENDING, 0), of


def open_review(db: Db, wave_id: str, *, by: Viewer) -> Review:
    """Return the comments that wait for a reviewer and the numbers of the others.

    The units are not in it: a reviewer judges texts and shall not look for their writers.
    Raises WaveStillOpen, SamePerson or Refused.
    """
    require(by, Permission.REVIEW_COMMENTS)
    wave = find_wave(db, wave_id)
    require_closed(wave)
    of_wave = comments.of(db, wave_id)
    me = _name(by)
    return Review(
        wave,
        for_me=tuple(
            comment for comment in of_wave if not comment.decided and comment.first_by != me
        ),
        unread=sum(comment.state is CommentState.PENDING for comment in of_wave),
        half=sum(bool(comment.first_by) and not comment.decided for comment in of_wave),
        approved=sum(comment.approved for comment in of_wave),
        withheld=sum(comment.decided and not comment.approved for comment in of_wave),
    )


def _name(by: Viewer) -> str:
    name = by.name.strip().casefold()
    if name in NOBODYS_NAMES:
        raise SamePerson("Skriv, hvem du er: to forskellige skal læse hver kommentar.")
    return name


def judge(db: Db, comment_id: str, *, show: bool, text: str = "", by: Viewer) -> Comment:
    """Judge whether a comment may be shown, and with which text; return it as it is afterwards.

    A second reviewer with the same judgement and text decides; any other judgement replaces the
    first and waits for another person. The earlier text of an edited comment is deleted, and so is
    the text of a withheld one.
    Raises SamePerson, CommentDecided, CommentTooLong, WaveStillOpen, InputError or Refused.
    """
    require(by, Permission.REVIEW_COMMENTS)
    wave = _lock_wave_of(db, comment_id)
    comment = comments.get(db, comment_id)
    if wave is None or comment is None or comment.decided:
        raise CommentDecided("Kommentaren er der ikke længere, eller to har allerede læst den.")
    require_closed(wave)
    me = _name(by)
    if comment.first_by == me:
        raise SamePerson("Du har allerede læst den. En anden end dig skal være enig.")
    most = room(questionnaires.of_wave(db, wave))
    proposal = _approval(comment, text.strip(), most) if show else _rejection(comment)
    if comment.first_by and proposal == comment:
        judgement = replace(proposal, second_by=me, text=proposal.text if show else "")
    else:
        judgement = replace(proposal, first_by=me)
    comments.judge(db, judgement)
    # Neither the text nor the judgement: the second reader shall not find the first one's.
    after = {"wave_id": wave.id, "decided": judgement.decided}
    trace.add(db, Write(Action.REVIEW_COMMENT, subject.comment(comment_id), by, None, after))
    return judgement


def _lock_wave_of(db: Db, comment_id: str) -> Wave | None:
    """Return the locked wave of a comment, which must be read again then; None without it."""
    comment = comments.get(db, comment_id)
    return None if comment is None else lock_wave(db, comment.wave_id)


def _approval(comment: Comment, text: str, most: int) -> Comment:
    if text == comment.text:
        state = comment.state if comment.state in PUBLISHABLE else CommentState.APPROVED
        return replace(comment, state=state)
    edited = redacted(text)
    if not edited:
        raise InputError("Der står intet at vise. Skriv noget, eller hold kommentaren tilbage.")
    require_short(edited, most=max(most, len(comment.text)))
    return replace(comment, text=edited, state=CommentState.EDITED)


def _rejection(comment: Comment) -> Comment:
    return replace(comment, state=CommentState.WITHHELD)
