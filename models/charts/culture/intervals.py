"""Figures as dots with their intervals, one row each; hollow where the difference may be chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import altair as alt

from models.charts.chart_file import Table, tenths
from models.charts.palette import Mode, Palette, palette
from models.charts.rows import Look, RowText, plan
from models.charts.tiers import along, at, grid, row_texts, tiered
from models.wording import Words

_LOOK = Look(band=22, gap=10)
_MOST_TICKS = 6
_STEPS = (5, 10, 20, 50)
_SHAPE = {
    "up": "M0,-.95L1,.82L-1,.82Z",
    "down": "M0,.95L1,-.82L-1,-.82Z",
    "hollow": "circle",
    "quiet": "circle",
    "plain": "circle",
}


class Mark(StrEnum):
    """The mark of a figure: surely above or below what it is compared with, or neither."""

    UP = "up"
    DOWN = "down"
    HOLLOW = "hollow"
    QUIET = "quiet"
    PLAIN = "plain"


@dataclass(frozen=True)
class Dot:
    """One row: what it is called, the figure in words, the figure, and its interval if any.

    meaning: what the mark means, for whoever does not see it. note: a few words under the name.
    """

    name: str
    text: str
    value: float
    low: float | None = None
    high: float | None = None
    mark: Mark = Mark.PLAIN
    meaning: str = ""
    note: str = ""


def intervals(
    dots: Sequence[Dot],
    *,
    mode: Mode,
    words: Words,
    beside: float | None = None,
    domain: tuple[float, float] = (0, 100),
) -> alt.LayerChart:
    """One row a figure, in the order given.

    beside: what the figures are compared with, drawn as a line through every row.
    """
    texts = [RowText(dot.name, dot.text, dot.note) for dot in dots]
    ticks = _ticks(domain)
    axis = alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        grid=False,
        values=ticks,
        labelFlush=False,
        format="d",
    )
    layers = [
        *grid(ticks, along(domain), axis, mode),
        *_beside(beside, mode),
        *_marks(),
        *row_texts(_LOOK, mode, note=any(dot.note for dot in dots)),
    ]
    rows = [_row(dot, mode) for dot in dots]
    return tiered(plan(texts, _LOOK), rows, layers, mode=mode, words=words)


def table(dots: Sequence[Dot], words: Words) -> Table:
    """The chart's figures, a row a dot: in words, what the mark means, and as numbers."""
    return [
        {
            words.say("Navn"): ", ".join(filter(None, (dot.name, dot.note))),
            words.say("Tal med interval"): dot.text,
            words.say("Forskel"): dot.meaning,
            words.say("Værdi"): tenths(dot.value),
            words.say("Fra"): tenths(dot.low),
            words.say("Til"): tenths(dot.high),
        }
        for dot in dots
    ]


def _ticks(domain: tuple[float, float]) -> list[float]:
    low, high = domain
    step = next((step for step in _STEPS if (high - low) / step < _MOST_TICKS), _STEPS[-1])
    first = int(-(-low // step) * step)
    return [float(tick) for tick in range(first, int(high) + 1, step)]


def _row(dot: Dot, mode: Mode) -> dict[str, object]:
    ink = palette(mode)
    colour = _colour(dot.mark, ink)
    return {
        "value": dot.value,
        "low": dot.value if dot.low is None else dot.low,
        "high": dot.value if dot.high is None else dot.high,
        "fill": ink.background if dot.mark is Mark.HOLLOW else colour,
        "stroke": colour,
        "shape": _SHAPE[dot.mark],
    }


def _colour(mark: Mark, ink: Palette) -> str:
    if mark in {Mark.HOLLOW, Mark.QUIET}:
        return ink.ink2
    return ink.categorical[1] if mark is Mark.DOWN else ink.categorical[0]


def _beside(value: float | None, mode: Mode) -> list[alt.Chart]:
    if value is None:
        return []
    ruler = alt.Chart().mark_rule(color=palette(mode).ink, strokeWidth=1.5, strokeDash=[4, 3])
    return [
        ruler.encode(x=alt.XDatum(value, type="quantitative"), y=at("upper"), y2=alt.Y2("lower"))
    ]


def _marks() -> list[alt.Chart]:
    line = alt.Chart().mark_rule(strokeWidth=5, strokeCap="round", opacity=0.5)
    point = alt.Chart().mark_point(size=120, opacity=1, strokeWidth=2, filled=True)
    return [
        line.encode(
            x=alt.X("low", type="quantitative"),
            x2="high",
            y=at(),
            color=alt.Color("stroke", type="nominal", scale=None),
        ),
        point.encode(
            x=alt.X("value", type="quantitative"),
            y=at(),
            shape=alt.Shape("shape", type="nominal", scale=None),
            fill=alt.Fill("fill", type="nominal", scale=None),
            stroke=alt.Stroke("stroke", type="nominal", scale=None),
        ),
    ]
