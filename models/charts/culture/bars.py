"""Bars from zero, one row each, with the figure in words and an interval where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap

import altair as alt
import pandas as pd

from models.charts.culture.rows import along, row_texts
from models.charts.palette import Mode, palette
from models.charts.style import dress
from models.wording import Words

_ROW, _NAME, _DOWN, _THICK = 44, 46, 9, 14
_COLUMNS = ["place", "name", "text", "value", "low", "high", "beside", "fill", "edge"]


@dataclass(frozen=True)
class Bar:
    """One row: its name, the figure in words, the figure, its interval, and what it is beside.

    level: 1 to 5 paints the bar as that level; None paints it plainly. hollow: only its outline.
    """

    name: str
    text: str
    value: float
    low: float | None = None
    high: float | None = None
    beside: float | None = None
    level: int | None = None
    hollow: bool = False


def bars(
    rows: Sequence[Bar],
    *,
    title: str,
    subtitle: str,
    longest: float,
    mode: Mode,
    words: Words,
) -> alt.LayerChart:
    """One bar a row, in the order given. longest: where the scale ends."""
    values = [_row(bar, place, mode) for place, bar in enumerate(rows)]
    return alt.LayerChart(
        config=dress(mode, words),
        data=pd.DataFrame(values, columns=_COLUMNS),
        layer=[*_bars(longest, mode), *row_texts(mode, above=9)],
        width="container",
        height=alt.Step(_ROW),
        title=alt.TitleParams(wrap(title, 40), subtitle=wrap(subtitle, 56)),
    )


def alt_text(rows: Sequence[Bar], *, title: str) -> str:
    """The chart in words, from the same figures."""
    return " ".join([title + ".", *(f"{bar.name}: {bar.text}." for bar in rows)])


def _row(bar: Bar, place: int, mode: Mode) -> tuple[object, ...]:
    ink = palette(mode)
    fill = ink.primary if bar.level is None else ink.sequential[bar.level - 1]
    inside = ink.background if bar.hollow else fill
    name = shorten(bar.name, _NAME, placeholder=" …")
    edge = ink.line_strong if bar.hollow or bar.level else fill
    return (place, name, bar.text, bar.value, bar.low, bar.high, bar.beside, inside, edge)


def _bars(longest: float, mode: Mode) -> list[alt.Chart]:
    ink, base = palette(mode), alt.Chart()
    scale = alt.Scale(domain=[0, longest], nice=False, clamp=True)
    bar = base.mark_bar(height=_THICK, yOffset=_DOWN, strokeWidth=1.5).encode(
        x=alt.X("value", type="quantitative", scale=scale, axis=None),
        y=along(),
        fill=alt.Fill("fill", type="nominal", scale=None),
        stroke=alt.Stroke("edge", type="nominal", scale=None),
    )
    # A line on a bar of its own colour is read only with an edge round it.
    halo, whisker = (
        base.mark_rule(strokeWidth=width, yOffset=_DOWN, color=colour, aria=False).encode(
            x=alt.X("low", type="quantitative"), x2="high", y=along()
        )
        for width, colour in ((5.5, ink.background), (2.5, ink.ink))
    )
    beside = base.mark_tick(
        color=ink.categorical[1], thickness=3, height=20, yOffset=_DOWN, opacity=1, aria=False
    ).encode(x=alt.X("beside", type="quantitative"), y=along())
    return [bar, halo, whisker, beside]
