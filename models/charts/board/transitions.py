"""The promises whose status changed between two days, and the lines of their picture."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from models.charts.palette import Mode, palette
from models.charts.promises.signs import RED, Sign, sign_of
from models.charts.promises.standing import CriterionStanding

# From best to worst; what cannot be assessed is neither.
ORDER = (
    Sign.ACHIEVED, Sign.ACHIEVED_LATE, Sign.ON_TRACK, Sign.AT_RISK,
    Sign.OFF_TRACK, Sign.MISSED, Sign.UNDOCUMENTED,
)  # fmt: skip
_THINNEST, _STEP, _THICKEST = 2.0, 1.5, 14.0
_WIDE = 100


class Turn(StrEnum):
    """The way a status has gone; `other` is to what cannot be assessed, or from there to no red."""

    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"


@dataclass(frozen=True)
class Transition:
    """A promise with its sign before and its sign after, which differ."""

    standing: CriterionStanding
    before: Sign
    after: Sign

    @property
    def turn(self) -> Turn:
        """Whether the status is better or worse than it was; whatever has become red is worse."""
        if self.before is Sign.NO_DATA and self.after in RED:
            return Turn.WORSE
        if Sign.NO_DATA in {self.before, self.after}:
            return Turn.OTHER
        better = ORDER.index(self.after) < ORDER.index(self.before)
        return Turn.BETTER if better else Turn.WORSE


def transitions(
    before: Iterable[CriterionStanding], after: Iterable[CriterionStanding]
) -> tuple[Transition, ...]:
    """Return the promises whose sign differs, those that fell first, then those that rose."""
    signs = {standing.criterion.id: sign_of(standing.assessment) for standing in before}
    changes = [
        Transition(standing, signs[standing.criterion.id], sign_of(standing.assessment))
        for standing in after
        if standing.criterion.id in signs
        and signs[standing.criterion.id] is not sign_of(standing.assessment)
    ]
    order = (Turn.WORSE, Turn.BETTER, Turn.OTHER)
    return tuple(sorted(changes, key=lambda change: order.index(change.turn)))


@dataclass(frozen=True)
class Side:
    """One side of the picture: the signs from best to worst, each with its promises' number."""

    counts: tuple[tuple[Sign, int], ...]


def sides(
    standings: Iterable[CriterionStanding], changes: Sequence[Transition]
) -> tuple[Side, Side]:
    """Return both sides, with a row for each sign that stands on either.

    standings: all criteria as they stand after the changes.
    """
    after = Counter(sign_of(standing.assessment) for standing in standings)
    before = after.copy()
    before.subtract(change.after for change in changes)
    before.update(change.before for change in changes)
    signs = [sign for sign in (*ORDER, Sign.NO_DATA) if before[sign] or after[sign]]
    first, second = (Side(tuple((sign, n[sign]) for sign in signs)) for n in (before, after))
    return first, second


def lines(changes: Sequence[Transition], signs: Sequence[Sign], *, mode: Mode) -> str:
    """Return the lines from side to side as a data URI, thicker the more promises went that way.

    signs: the rows from the top, all of the same height. The picture is stretched to its place.
    """
    rows = {sign: 20 * place + 10 for place, sign in enumerate(signs)}
    ink = palette(mode)
    colours = {
        Turn.BETTER: ink.primary, Turn.WORSE: ink.fill[Sign.OFF_TRACK], Turn.OTHER: ink.line_strong,
    }  # fmt: skip
    turns = {(change.before, change.after): change.turn for change in changes}
    paths = [
        f'<line x1="0" y1="{rows[start]}" x2="{_WIDE}" y2="{rows[end]}" '
        f'stroke="{colours[turns[start, end]]}" vector-effect="non-scaling-stroke" '
        f'stroke-width="{min(_THINNEST + _STEP * (n - 1), _THICKEST)}"/>'
        for (start, end), n in Counter((row.before, row.after) for row in changes).items()
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {20 * len(rows)}" '
        f'width="{_WIDE}" height="{20 * len(rows)}" preserveAspectRatio="none">'
        f"{''.join(paths)}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe="")
