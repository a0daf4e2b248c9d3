"""The rows of a chart laid out for narrow, middling and wide places: names, figures and marks.

Only the browser knows how wide a chart becomes. So each position and each text stands in the rows
once for each tier, and the drawing takes those of the tier that its width has reached.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from models.charts.text import LINE, text_lines, text_width

# The width that each tier is laid out for; drawn so up to the width of the next.
TIERS = (264, 400, 520, 800)
# From this tier on a name stands to the left of its marks, below it above them.
BESIDE = 2
# An axis label of three figures is centred on the end of the marks.
AIR, INSET = 14, 13
_NAME_SHARE, _FIGURE_SHARE = 0.38, 0.3
# A picture's words may take so much of a narrow row that a name still fits beside them.
_MOST_BESIDE_A_NAME = 0.6
Numbers = tuple[float, ...]
Lines = tuple[str, ...]
_NOWHERE: Numbers = (0,) * len(TIERS)


@dataclass(frozen=True)
class RowText:
    """The words of a row: its name, its figure at the right, a note below the name.

    marks: how many marks stand side by side, in as many lines as they need.
    """

    name: str
    figure: str = ""
    note: str = ""
    marks: int = 0


@dataclass(frozen=True)
class Look:
    """The measures of rows: pixels for a row's marks and between rows, and which text is bold.

    step: pixels from mark to mark where several stand side by side; the figure is then under them.
    """

    band: int = 24
    gap: int = 10
    bold_name: bool = False
    step: int = 0

    def lines(self, text: RowText, room: float) -> int:
        """Return how many lines the marks of a row take."""
        return max(-(-text.marks // self.in_line(room)), 1)

    def in_line(self, room: float) -> int:
        """Return how many marks stand side by side."""
        return max(int(room // self.step), 1) if self.step else 1


@dataclass(frozen=True)
class Plan:
    """Rows with their places and texts in each tier, the margins of the marks, and the heights."""

    rows: tuple[Mapping[str, list[Any]], ...]
    left: Numbers
    right: Numbers
    height: Numbers


def plan(texts: Sequence[RowText], look: Look, *, start: Numbers = _NOWHERE) -> Plan:
    """Return the places of the rows in each tier; start: pixels above the first row."""
    tiers = [_tier(texts, look, tier, start[tier]) for tier in range(len(TIERS))]
    rows = tuple(
        {field: [tier.rows[at][field] for tier in tiers] for field in FIELDS}
        for at in range(len(texts))
    )
    return Plan(
        rows,
        left=tuple(tier.left for tier in tiers),
        right=tuple(tier.right for tier in tiers),
        height=tuple(tier.height for tier in tiers),
    )


FIELDS = (
    "at", "upper", "lower", "first", "in_line",
    "name", "name_at", "note", "note_at", "figure", "figure_at",
)  # fmt: skip


@dataclass(frozen=True)
class _Tier:
    rows: list[dict[str, Any]]
    left: float
    right: float
    height: float


def _tier(texts: Sequence[RowText], look: Look, tier: int, start: float) -> _Tier:
    layout = _names_above if tier < BESIDE else _names_beside
    return layout(texts, look, TIERS[tier], start)


def _names_beside(texts: Sequence[RowText], look: Look, width: int, start: float) -> _Tier:
    """The name in a column at the left, the figure in one at the right, the marks between."""
    left = max(
        _column((text.name for text in texts), _NAME_SHARE * width, bold=look.bold_name),
        _column((text.note for text in texts), _NAME_SHARE * width, bold=False),
    )
    room = between = width - left - AIR - INSET
    right = 0.0
    if not look.step:
        room = _column((text.figure for text in texts), _FIGURE_SHARE * width, bold=True)
        right = room and room + AIR
    rows, top = [], start
    for text in texts:
        name, note, figure = _lines(text, look, left, left, room)
        words, band = LINE * len(name + note), look.band * look.lines(text, between)
        under = LINE * len(figure) if look.step else 0
        high = max(words, LINE * len(figure), band + under) + look.gap
        middle = top + high / 2
        at = middle - under / 2
        figure_at = at + band / 2 if look.step else middle - LINE * len(figure) / 2
        name_at = middle - words / 2
        first = at - (band - look.band) / 2
        places = (at, top, top + high, first, look.in_line(between))
        texts_at = (name_at, name_at + LINE * len(name), figure_at)
        rows.append(_row((name, note, figure), places, texts_at))
        top += high
    return _Tier(rows, left + AIR + INSET, right + INSET, top)


def _names_above(texts: Sequence[RowText], look: Look, width: int, start: float) -> _Tier:
    """The name over the marks and the figure at its right, or under it where both do not fit."""
    widest = max((text_width(text.figure, bold=True) for text in texts), default=0)
    beside = not look.step and widest <= _MOST_BESIDE_A_NAME * width
    room = width - (widest + AIR if beside else 0)
    rows, top = [], start
    for text in texts:
        name, note, figure = _lines(text, look, room, width, width)
        words, own = LINE * len(name + note), LINE * len(figure)
        upper = top + words + (0 if beside or look.step else own)
        lower = upper + look.band * look.lines(text, width)
        figure_at = lower if look.step else top if beside else top + words
        first = upper + look.band / 2
        places = ((upper + lower) / 2, upper, lower, first, look.in_line(width))
        texts_at = (top, top + LINE * len(name), figure_at)
        rows.append(_row((name, note, figure), places, texts_at))
        top = lower + (own if look.step else 0) + look.gap
    return _Tier(rows, INSET, INSET, top)


def _lines(
    text: RowText, look: Look, name_room: float, note_room: float, figure_room: float
) -> tuple[Lines, Lines, Lines]:
    return (
        text_lines(text.name, name_room, bold=look.bold_name),
        text_lines(text.note, note_room),
        text_lines(text.figure, figure_room, bold=not look.step),
    )


def _row(
    words: tuple[Lines, ...], places: tuple[float, ...], texts_at: tuple[float, ...]
) -> dict[str, Any]:
    """The fields of a row: of its marks and their band, then its texts, each with its place."""
    texts = ("\n".join(lines) for lines in words)
    fields = chain.from_iterable(zip(texts, texts_at, strict=True))
    return dict(zip(FIELDS, (*places, *fields), strict=True))


def _column(texts: Iterable[str], most: float, *, bold: bool) -> float:
    """The width of the longest line of the texts, none of them longer than `most`."""
    lines = chain.from_iterable(text_lines(text, most, bold=bold) for text in texts)
    return max((text_width(line, bold=bold) for line in lines), default=0)
