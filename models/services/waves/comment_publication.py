"""Publishing comments: once, each at one place, until a year after the wave has closed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.access import Permission, Viewer, require
from models.errors import SteeringError
from models.ideas.idea import Idea
from models.ideas.language import content, language_of, stems
from models.ideas.themes import group
from models.services.units import require_within_reach, wave_organisation
from models.services.waves.answering import find_wave, lock_wave
from models.storage import Db, marks
from models.storage.answers import comments
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from survey.asking.comment import Comment
from survey.asking.organisation import Organisation, Unit
from survey.asking.wave import Wave, WaveState, WaveStillOpen
from survey.disclosure.comments import FEWEST_UNITS, places
from survey.disclosure.threshold import detail_threshold

KEPT_AFTER_CLOSING = timedelta(days=365)


class CommentsPublished(SteeringError):
    """Comments were to be published a second time."""


class CommentsUnread(SteeringError):
    """Comments were to be published while some have not been read by two."""


@dataclass(frozen=True)
class Publication:
    """The numbers of comments that are read, of places they are read at, and of those left out."""

    comments: int
    places: int
    left_out: int


@dataclass(frozen=True)
class PlaceComments:
    """The published comments that are read at a unit.

    unit: the unit itself, or the nearest above it with enough comments; None when there is none.
    themes: (the theme's words, its comments in random order), the largest first. Comments without a
    theme come last, under blank words.
    below: (unit, number) of the places under the unit, whose comments are read there only.
    """

    unit: Unit | None
    themes: tuple[tuple[str, tuple[str, ...]], ...]
    below: tuple[tuple[Unit, int], ...]

    @property
    def count(self) -> int:
        """The number of comments in all themes."""
        return sum(len(texts) for _terms, texts in self.themes)


def is_published(db: Db, wave_id: str) -> bool:
    """Whether a wave's comments have been published, even if none could be shown."""
    return bool(marks.get(db, _mark(wave_id)))


def _mark(wave_id: str) -> str:
    return f"comments of {wave_id} published"


def publish(
    db: Db, wave_id: str, *, leave_unread: bool = False, by: Viewer, on: date
) -> Publication:
    """Publish a released wave's comments, each at one place; this is done once and not undone.

    Deleted: comments that two have not agreed to show, and those too few together to be shown.
    leave_unread: publish although some have not been read by two.
    Raises WaveStillOpen, CommentsPublished, CommentsUnread or Refused.
    """
    require(by, Permission.REVIEW_COMMENTS)
    forget_old(db, by=by, on=on)
    wave = lock_wave(db, wave_id)
    if wave.state is not WaveState.RELEASED:
        raise WaveStillOpen(
            "Frigiv først resultatet af undersøgelsen {wave}. Så kan kommentarerne vises.",
            wave=wave.name,
        )
    if is_published(db, wave_id):
        raise CommentsPublished("Kommentarerne er allerede vist. Det ændres ikke mere.")
    of_wave = comments.of(db, wave_id)
    undecided = sum(not comment.decided for comment in of_wave)
    if undecided and not leave_unread:
        raise CommentsUnread(
            "Kommentarer, som to ikke har læst endnu: {n}. De slettes, hvis du viser de andre nu.",
            n=undecided,
        )
    approved = [comment for comment in of_wave if comment.approved]
    publishable = list(_at_places(wave_organisation(db, wave_id), approved, wave))
    comments.replace(db, of_wave, publishable)
    marks.put(db, _mark(wave_id), on.isoformat())
    # Without numbers: few comments of a small place would stand here for ever.
    trace.add(db, Write(Action.PUBLISH_COMMENTS, subject.wave(wave_id), by))
    return Publication(
        len(publishable),
        len({comment.published_at for comment in publishable}),
        len(of_wave) - len(publishable),
    )


def _at_places(tree: Organisation, approved: Sequence[Comment], wave: Wave) -> Iterable[Comment]:
    """Yield the comments that may be shown, with place and theme but without their own unit."""
    counts = Counter(comment.unit_id for comment in approved)
    place_of = places(tree, counts, k=detail_threshold(wave.smallest_group))
    by_place: dict[str, list[Comment]] = {}
    for comment in approved:
        if comment.unit_id in place_of:
            by_place.setdefault(place_of[comment.unit_id], []).append(comment)
    for unit_id, together in by_place.items():
        theme_of = _themes(together)
        for comment in together:
            yield replace(
                comment,
                unit_id=unit_id,
                text="",
                published_text=comment.text,
                published_at=unit_id,
                theme=theme_of.get(comment.id, ""),
            )


def _themes(together: Sequence[Comment]) -> dict[str, str]:
    """Comment id -> the words of its theme; empty where all are from one unit and not divided.

    The words are those that at least two comments of the theme share; with fewer than two such
    words the theme is blank, since short texts often come together by chance.
    """
    if len({comment.unit_id for comment in together}) < FEWEST_UNITS:
        return {}
    languages = {comment.id: language_of(comment.text) for comment in together}
    stems_of = {
        comment.id: set(stems(content(comment.text, languages[comment.id]), languages[comment.id]))
        for comment in together
    }
    grouping = group(
        Idea(comment.id, "", comment.text, languages[comment.id], None, None, date.min)
        for comment in together
    )
    themes = {}
    for theme in grouping.themes:
        shared = [
            term
            for term in theme.terms
            if sum(
                # The term is stemmed in the language of each comment: their stems differ.
                bool(stems_of[comment_id] & set(stems([term], languages[comment_id])))
                for comment_id in theme.idea_ids
            )
            > 1
        ]
        terms = ", ".join(shared) if len(shared) > 1 else ""
        themes.update(dict.fromkeys(theme.idea_ids, terms))
    return themes


def comments_at(
    db: Db, wave_id: str, unit_id: str, *, by: Viewer, on: date
) -> PlaceComments | None:
    """Return the published comments that are read at a unit; None without any, or a year later.

    Raises UnitUnknown, Refused.
    """
    require(by, Permission.SEE_OWN_CULTURE)
    tree = wave_organisation(db, wave_id)
    require_within_reach(by, tree, unit_id)
    if _is_old(find_wave(db, wave_id), on):
        return None
    counts = comments.published_counts(db, wave_id)
    below = [
        (tree.unit(place), counts[place]) for place in tree.subtree(unit_id)[1:] if place in counts
    ]
    nearest = next((unit for unit in reversed(tree.path(unit_id)) if unit.id in counts), None)
    if nearest is None and not below:
        return None
    themes: dict[str, list[str]] = {}
    for terms, text in comments.published(db, wave_id, at=nearest.id if nearest else ""):
        themes.setdefault(terms, []).append(text)
    # Blank words last, then the largest theme first, the alphabet for a draw.
    ordered = sorted(themes.items(), key=lambda theme: (not theme[0], -len(theme[1]), theme[0]))
    return PlaceComments(
        nearest, tuple((terms, tuple(texts)) for terms, texts in ordered), tuple(below)
    )


def forget_old(db: Db, *, by: Viewer, on: date) -> None:
    """Delete the comments of every wave that closed a year ago or more.

    To be called before another wave is locked: two who lock the same waves in the same order never
    wait for each other.
    """
    require(by, Permission.REVIEW_COMMENTS)
    for wave_id in sorted(comments.waves(db)):
        if _is_old(find_wave(db, wave_id), on):
            lock_wave(db, wave_id)
            comments.forget(db, wave_id)
            trace.add(db, Write(Action.FORGET_COMMENTS, subject.wave(wave_id), by))


def _is_old(wave: Wave, on: date) -> bool:
    has_closed = wave.state in {WaveState.CLOSED, WaveState.RELEASED}
    return has_closed and wave.closes_on is not None and on >= wave.closes_on + KEPT_AFTER_CLOSING
