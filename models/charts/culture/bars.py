"""Bars from zero, one row each, with the figure in words and an interval where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from models.charts.chart_file import Table, tenths
from models.charts.palette import Mode, palette
from models.charts.rows import Look, RowText, plan
from models.charts.tiers import along, at, row_texts, tiered
from models.wording import Words

_LOOK, _THICK = Look(band=24, gap=10), 16


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


def bars(rows: Sequence[Bar], *, longest: float, mode: Mode, words: Words) -> alt.LayerChart:
    """One bar a row, in the order given. longest: where the scale ends."""
    texts = [RowText(bar.name, bar.text) for bar in rows]
    return tiered(
        plan(texts, _LOOK),
        [_row(bar, mode) for bar in rows],
        [*_bars(longest, mode), *row_texts(_LOOK, mode)],
        mode=mode,
        words=words,
    )


def table(rows: Sequence[Bar], words: Words) -> Table:
    """The chart's figures, a row a bar: in words and as numbers."""
    return [
        {
            words.say("Navn"): bar.name,
            words.say("Tal med interval"): bar.text,
            words.say("Værdi"): tenths(bar.value),
            words.say("Fra"): tenths(bar.low),
            words.say("Til"): tenths(bar.high),
        }
        for bar in rows
    ]


def _row(bar: Bar, mode: Mode) -> dict[str, object]:
    ink = palette(mode)
    fill = ink.primary if bar.level is None else ink.level[bar.level - 1]
    return {
        "value": bar.value,
        "low": bar.low,
        "high": bar.high,
        "beside": bar.beside,
        "fill": ink.background if bar.hollow else fill,
        "edge": ink.line_strong if bar.hollow or bar.level else fill,
    }


def _bars(longest: float, mode: Mode) -> list[alt.Chart]:
    ink, base = palette(mode), alt.Chart()
    bar = base.mark_bar(height=_THICK, orient="horizontal", strokeWidth=1.5).encode(
        x=alt.X("value", type="quantitative", scale=along((0, longest)), axis=None),
        y=at(),
        fill=alt.Fill("fill", type="nominal", scale=None),
        stroke=alt.Stroke("edge", type="nominal", scale=None),
    )
    # A line on a bar of its own colour is read only with an edge round it.
    halo, whisker = (
        base.mark_rule(strokeWidth=width, color=colour).encode(
            x=alt.X("low", type="quantitative"), x2="high", y=at()
        )
        for width, colour in ((5.5, ink.background), (2.5, ink.ink))
    )
    beside = base.mark_tick(
        color=ink.categorical[1], thickness=3, height=22, orient="vertical", opacity=1
    ).encode(x=alt.X("beside", type="quantitative"), y=at())
    return [bar, halo, whisker, beside]
