"""A unit's dimensions as dots with their intervals, beside its hospital and the region."""

from collections.abc import Sequence
from itertools import chain
from json import dumps
from typing import Any

import altair as alt

from models.charts.chart_file import Cell, Table, tenths
from models.charts.culture.dimension_words import Comparison, DimensionDot, contrast_word
from models.charts.legend import Key, key_layers, key_rows
from models.charts.palette import Mode, palette
from models.charts.rows import TIERS, Look, Plan, RowText, plan
from models.charts.text import text_lines, text_width
from models.charts.tiers import along, at, grid, row_texts, tiered
from models.wording import Words
from models.wording.figures import mean_with_interval

_UP, _DOWN, _HOLLOW = "triangle-up", "triangle-down", "circle"
SCREEN = Look(band=24, gap=12, bold_name=True)
# The words of the scale's ends stand in lines of so many pixels, and so far apart.
_END, _BETWEEN = 70, 8
# The dialogue sheet is one page.
PAPER = Look(band=20, gap=5, bold_name=True)


def dimension_chart(
    dots: Sequence[DimensionDot],
    comparison: Comparison,
    *,
    ends: Sequence[str],
    mode: Mode,
    words: Words,
    look: Look = SCREEN,
) -> alt.LayerChart:
    """One row a dimension: its name, the figure in words, dot and interval; over them the legend.

    ends: the scale's labels from 0 to 100, evenly spread.
    """
    keys = key_rows(_keys(comparison, mode, words))
    texts = [RowText(dot.name, mean_with_interval(dot.own, words)) for dot in dots]
    places = [round(100 * at / (len(ends) - 1)) for at in range(len(ends))]
    rows = plan(texts, look, start=keys.height)
    return tiered(
        rows,
        [_row(dot, comparison, mode) for dot in dots],
        [
            *grid(places, along((0, 100)), _scale_axis(places, ends, rows), mode),
            *_dots(mode),
            *row_texts(look, mode),
            *key_layers(keys, mode),
        ],
        mode=mode,
        words=words,
    )


def dimension_table(dots: Sequence[DimensionDot], comparison: Comparison, words: Words) -> Table:
    """The chart's figures, a row a dimension."""
    rows = []
    for dot in dots:
        row: dict[str, Cell] = {
            words.say("Emne"): dot.name,
            words.say("Tal med interval"): mean_with_interval(dot.own, words),
            comparison.unit: tenths(dot.own.mean),
            words.say("Fra"): tenths(dot.own.low),
            words.say("Til"): tenths(dot.own.high),
        }
        if comparison.hospital:
            row[comparison.hospital] = tenths(dot.hospital.mean)
        if comparison.region:
            row[words.say("Regionen")] = tenths(dot.region.mean)
            row[words.say("Forskel")] = contrast_word(dot.contrast, words)
        rows.append(row)
    return rows


def _row(dot: DimensionDot, comparison: Comparison, mode: Mode) -> dict[str, Any]:
    ink = palette(mode)
    colour = {1: ink.primary, -1: ink.categorical[1], 0: ink.ink2}[dot.contrast]
    inside = colour if dot.contrast else ink.background
    if not comparison.region:
        colour = inside = ink.primary
    return {
        "dimension": dot.name,
        "mean": dot.own.mean,
        "low": dot.own.low,
        "high": dot.own.high,
        "hospital": dot.hospital.mean,
        "region": dot.region.mean if comparison.region else None,
        "colour": colour,
        "inside": inside,
        "shape": {1: _UP, -1: _DOWN, 0: _HOLLOW}[dot.contrast],
    }


def _dots(mode: Mode) -> list[alt.Chart]:
    ink, base = palette(mode), alt.Chart()
    interval = base.mark_rule(strokeWidth=5, strokeCap="round", opacity=0.5).encode(
        x=alt.X("low", type="quantitative"),
        x2=alt.X2("high"),
        y=at(),
        color=alt.Color("colour", type="nominal", scale=None),
    )
    tick = base.mark_tick(thickness=3, height=19, orient="vertical", color=ink.ink, opacity=1)
    region = tick.encode(x=alt.X("region", type="quantitative"), y=at())
    hospital = base.mark_point(
        shape="diamond", filled=True, size=75, fill=ink.background, stroke=ink.ink2, opacity=1,
        strokeWidth=1.5,
    ).encode(x=alt.X("hospital", type="quantitative"), y=at())  # fmt: skip
    dot = base.mark_point(filled=True, size=125, opacity=1, strokeWidth=2.5).encode(
        x=alt.X("mean", type="quantitative"),
        y=at(),
        shape=alt.Shape("shape", type="nominal", scale=None),
        stroke=alt.Stroke("colour", type="nominal", scale=None),
        fill=alt.Fill("inside", type="nominal", scale=None),
    )
    return [interval, region, hospital, dot]


def _scale_axis(places: Sequence[int], ends: Sequence[str], rows: Plan) -> alt.Axis:
    """The scale in figures, with its words at both ends, and between them where there is room."""
    lines = [text_lines(end, _END) for end in ends]
    widest = max(text_width(line) for line in chain.from_iterable(lines)) + _BETWEEN
    labels = []
    for tier, width in enumerate(TIERS):
        apart = (width - rows.left[tier] - rows.right[tier]) / (len(ends) - 1)
        outer = (0, len(ends) - 1)
        labels.append(
            {
                place: [str(place), *(lines[at] if apart >= widest or at in outer else ())]
                for at, place in enumerate(places)
            }
        )
    return alt.Axis(
        labelExpr=f"({dumps(labels)})[tier][datum.value]",
        values=places,
        title=None,
        domain=False,
        ticks=False,
        grid=False,
        labelLineHeight=14,
    )


def _keys(comparison: Comparison, mode: Mode, words: Words) -> list[Key]:
    """The marks with their meanings; a blank name is not drawn."""
    ink = palette(mode)
    amber = ink.categorical[1]
    marks: tuple[Key, ...] = (
        Key(contrast_word(0, words), _HOLLOW, ink.ink2, ink.background),
        Key(contrast_word(1, words), _UP, ink.primary, ink.primary),
        Key(contrast_word(-1, words), _DOWN, amber, amber),
    )
    if not comparison.region:
        marks = (Key(words.say("Gennemsnit"), _HOLLOW, ink.primary, ink.primary),)
    keys = (
        *marks,
        Key(words.say("90 % interval"), "M-1,-.3L1,-.3L1,.3L-1,.3Z", ink.ink2, ink.ink2, 130),
        Key(comparison.region, "M-.2,-1.2L.2,-1.2L.2,1.2L-.2,1.2Z", ink.ink, ink.ink, 60),
        Key(comparison.hospital, "diamond", ink.ink2, ink.background, 60),
    )
    return [key for key in keys if key.text]
