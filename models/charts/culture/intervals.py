"""Figures as dots with their intervals, one row each; hollow where the difference may be chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from textwrap import shorten, wrap

import altair as alt
import pandas as pd

from models.charts.culture.rows import along, row_texts
from models.charts.palette import Mode, Palette, palette
from models.charts.style import dress
from models.wording import Words

_ROW, _NAME, _DOWN = 44, 40, 9
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

    meaning: what the mark means, for whoever does not see it.
    """

    name: str
    text: str
    value: float
    low: float | None = None
    high: float | None = None
    mark: Mark = Mark.PLAIN
    meaning: str = ""


def intervals(
    dots: Sequence[Dot],
    *,
    title: str,
    subtitle: str,
    mode: Mode,
    words: Words,
    beside: float | None = None,
    domain: tuple[float, float] = (0, 100),
) -> alt.LayerChart:
    """One row a figure, in the order given.

    beside: what the figures are compared with, drawn as a line through every row.
    """
    rows = [_row(dot, place, mode) for place, dot in enumerate(dots)]
    return alt.LayerChart(
        config=dress(mode, words),
        data=pd.DataFrame(rows, columns=_COLUMNS),
        layer=[
            *_beside(beside, domain, mode),
            _line(domain),
            *_marks(mode),
            *row_texts(mode, above=11),
        ],
        width="container",
        height=alt.Step(_ROW),
        title=alt.TitleParams(wrap(title, 40), subtitle=wrap(subtitle, 56)),
    )


def alt_text(dots: Sequence[Dot], *, title: str) -> str:
    """The chart in words, from the same figures."""
    sentences = [f"{dot.name}: {', '.join(filter(None, (dot.text, dot.meaning)))}." for dot in dots]
    return " ".join([title + ".", *sentences])


_COLUMNS = ["place", "name", "text", "value", "low", "high", "fill", "edge", "stroke", "shape"]


def _row(dot: Dot, place: int, mode: Mode) -> tuple[object, ...]:
    ink = palette(mode)
    colour = _colour(dot.mark, ink)
    hollow = dot.mark is Mark.HOLLOW
    name = shorten(dot.name, _NAME, placeholder=" …")
    low = dot.value if dot.low is None else dot.low
    high = dot.value if dot.high is None else dot.high
    inside = ink.background if hollow else colour
    return (place, name, dot.text, dot.value, low, high, inside, colour, colour, _SHAPE[dot.mark])


def _colour(mark: Mark, ink: Palette) -> str:
    if mark in {Mark.HOLLOW, Mark.QUIET}:
        return ink.ink2
    return ink.categorical[1] if mark is Mark.DOWN else ink.categorical[0]


def _beside(value: float | None, domain: tuple[float, float], mode: Mode) -> list[alt.Chart]:
    if value is None:
        return []
    ruler = alt.Chart().mark_tick(
        color=palette(mode).ink, thickness=1.5, height=26, yOffset=_DOWN, opacity=1
    )
    return [ruler.encode(x=alt.XDatum(value, scale=_scale(domain)), y=along())]


def _line(domain: tuple[float, float]) -> alt.Chart:
    axis = alt.Axis(title=None, domain=False, ticks=False, tickCount=5, orient="bottom")
    line: alt.Chart = (
        alt.Chart()
        .mark_rule(strokeWidth=5, strokeCap="round", opacity=0.5, yOffset=_DOWN)
        .encode(
            x=alt.X("low", type="quantitative", scale=_scale(domain), axis=axis),
            x2="high",
            y=along(),
            color=alt.Color("edge", type="nominal", scale=None),
        )
    )
    return line


def _marks(mode: Mode) -> list[alt.Chart]:
    point = alt.Chart().mark_point(size=120, opacity=1, strokeWidth=2, yOffset=_DOWN, filled=True)
    return [
        point.encode(
            x=alt.X("value", type="quantitative"),
            y=along(),
            shape=alt.Shape("shape", type="nominal", scale=None),
            fill=alt.Fill("fill", type="nominal", scale=None),
            stroke=alt.Stroke("stroke", type="nominal", scale=None),
        )
    ]


def _scale(domain: tuple[float, float]) -> alt.Scale:
    return alt.Scale(domain=list(domain), nice=False, clamp=True)
