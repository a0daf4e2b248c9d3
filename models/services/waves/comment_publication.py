"""Comments that two have agreed on: published once, read at one place each, forgotten in time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.access import Permission, Viewer, require
from models.errors import SteeringError
from models.ideas.idea import Idea
from models.ideas.language import content, language, stems
from models.ideas.themes import group
from models.services import units
from models.services.waves.answering import wave
from models.storage import Db, marks
from models.storage import waves as stored
from models.storage.answers import comments as kept
from survey.asking.comment import Comment
from survey.asking.organisation import Organisation, Unit
from survey.asking.wave import Wave, WaveState, WaveStillOpen
from survey.disclosure.comments import FEWEST_UNITS, places
from survey.disclosure.threshold import detail_threshold

KEPT_AFTER_CLOSING = timedelta(days=365)


class CommentsPublished(SteeringError):
    """A wave's comments were to be changed or published after they had been published."""


class CommentsUnread(SteeringError):
    """Comments were to be published while some wait for one of the two who must read them."""


@dataclass(frozen=True)
class Published:
    """What became of a wave's comments: how many are read, at how many places, and how many not."""

    shown: int
    places: int
    left_out: int


@dataclass(frozen=True)
class Shown:
    """The comments that are read where a unit's own are read.

    unit: the unit itself, or the nearest above it with comments enough; None when there is none.
    themes: (the theme's words, its comments in random order), the largest first. Last those that
    are in none; their words are blank.
    below: (unit, how many) of the places under the unit asked for, whose comments are read there.
    """

    unit: Unit | None
    themes: tuple[tuple[str, tuple[str, ...]], ...]
    below: tuple[tuple[Unit, int], ...]

    @property
    def count(self) -> int:
        """How many comments."""
        return sum(len(texts) for _words, texts in self.themes)


def is_published(db: Db, wave_id: str) -> bool:
    """Whether a wave's comments have been published, be it that none could be shown."""
    return bool(marks.get(db, _mark(wave_id)))


def _mark(wave_id: str) -> str:
    return f"comments of {wave_id} published"


def publish(db: Db, wave_id: str, *, leave_unread: bool = False, by: Viewer, on: date) -> Published:
    """Let a released wave's comments be read, each at one place; once, and it stays so.

    What two have not agreed to show, and what are too few to be shown, is deleted.
    leave_unread: also when some have not been read by two.
    Raises WaveStillOpen, CommentsPublished, CommentsUnread or Refused.
    """
    require(by, Permission.REVIEW_COMMENTS)
    asked = wave(db, wave_id)
    if asked.state is not WaveState.RELEASED:
        raise WaveStillOpen(
            "Frigiv først resultatet af undersøgelsen {wave}. Så kan kommentarerne vises.",
            wave=asked.name,
        )
    if is_published(db, wave_id):
        raise CommentsPublished("Kommentarerne er allerede vist. Det ændres ikke mere.")
    found = kept.of(db, wave_id)
    undecided = sum(not comment.decided for comment in found)
    if undecided and not leave_unread:
        raise CommentsUnread(
            "{n} kommentarer er ikke læst af to endnu. De slettes, hvis du viser de andre nu.",
            n=undecided,
        )
    placed = list(
        _placed(units.wave_organisation(db, wave_id), [one for one in found if one.approved], asked)
    )
    kept.replace(db, wave_id, placed)
    marks.put(db, _mark(wave_id), on.isoformat())
    forget_old(db, on=on)
    return Published(len(placed), len({one.shown_at for one in placed}), len(found) - len(placed))


def _placed(tree: Organisation, approved: Sequence[Comment], asked: Wave) -> Iterable[Comment]:
    """The comments that may be shown, each with place and theme and no longer with its unit."""
    counts = Counter(comment.unit_id for comment in approved)
    place = places(tree, counts, k=detail_threshold(asked.smallest_group))
    at: dict[str, list[Comment]] = {}
    for comment in approved:
        if comment.unit_id in place:
            at.setdefault(place[comment.unit_id], []).append(comment)
    for unit_id, together in at.items():
        theme = _themes(together)
        for one in together:
            yield replace(
                one,
                unit_id=unit_id,
                text="",
                shown=one.text,
                shown_at=unit_id,
                theme=theme.get(one.id, ""),
            )


def _themes(together: Sequence[Comment]) -> dict[str, str]:
    """Comment -> the words of its theme; empty where all are from one unit and so not divided.

    Only words that several of its comments share; a theme that has not two of them is blank, for
    short texts are often brought together by chance.
    """
    if len({comment.unit_id for comment in together}) < FEWEST_UNITS:
        return {}
    spoken = {one.id: language(one.text) for one in together}
    said = {
        one.id: set(stems(content(one.text, spoken[one.id]), spoken[one.id])) for one in together
    }
    grouping = group(
        Idea(one.id, "", one.text, spoken[one.id], None, None, date.min) for one in together
    )
    named = {}
    for theme in grouping.themes:
        shared = [
            term
            for term in theme.terms
            if sum(bool(said[one] & set(stems([term], spoken[one]))) for one in theme.idea_ids) > 1
        ]
        words = ", ".join(shared) if len(shared) > 1 else ""
        named.update(dict.fromkeys(theme.idea_ids, words))
    return named


def shown(db: Db, wave_id: str, unit_id: str, *, on: date) -> Shown | None:
    """What is read where a unit's own comments are; None where nothing is, or no longer.

    Raises UnitUnknown.
    """
    asked = wave(db, wave_id)
    if _is_old(asked, on):
        return None
    at, tree = kept.published_counts(db, wave_id), units.wave_organisation(db, wave_id)
    below = [(tree.unit(one), at[one]) for one in tree.below(unit_id)[1:] if one in at]
    unit = next((one for one in reversed(tree.path(unit_id)) if one.id in at), None)
    if unit is None and not below:
        return None
    themes: dict[str, list[str]] = {}
    for words, text in kept.published(db, wave_id, at=unit.id if unit else ""):
        themes.setdefault(words, []).append(text)
    largest = sorted(themes.items(), key=lambda theme: (not theme[0], -len(theme[1]), theme[0]))
    return Shown(unit, tuple((words, tuple(texts)) for words, texts in largest), tuple(below))


def forget_old(db: Db, *, on: date) -> None:
    """Delete the comments of every wave that closed a year ago or more."""
    for asked in stored.all_waves(db):
        if _is_old(asked, on):
            kept.forget(db, asked.id)


def _is_old(asked: Wave, on: date) -> bool:
    closed = asked.state in {WaveState.CLOSED, WaveState.RELEASED}
    return closed and asked.closes_on is not None and on >= asked.closes_on + KEPT_AFTER_CLOSING
