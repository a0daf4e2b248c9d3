"""A unit's dimensions as dots with their intervals, beside its hospital and the region."""

from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps, loads
from textwrap import wrap
from typing import Any, Literal

import altair as alt
import vl_convert

from models.charts.culture.dimension_words import (
    Comparison,
    DimensionDot,
    contrast_word,
    headline,
)
from models.charts.palette import Mode, palette
from models.charts.style import dress
from models.wording import Words
from models.wording.figures import mean_with_interval

_LEGEND, _LINE = " ", 15
# In the second of two columns on a phone.
_LONGEST = 27
# So much of a name leaves room for its figure on a phone.
_NAME = 240
_UP, _DOWN, _HOLLOW = "triangle-up", "triangle-down", "circle"


@dataclass(frozen=True)
class Layout:
    """The layout of the rows: on a screen the name above its dot, on paper to the left of it.

    width: "container" fills what room there is. step: a row's height. down: how far below its
    row's middle a dot lies. The legend begins at `left`, in columns of `lines` lines.
    """

    width: Literal["container"] | int
    step: int
    down: int
    left: int
    column: int
    lines: int
    line_length: int


SCREEN = Layout("container", step=50, down=9, left=8, column=176, lines=3, line_length=44)
PAPER = Layout(385, step=25, down=0, left=-192, column=215, lines=2, line_length=90)


def dimension_chart(
    dots: Sequence[DimensionDot],
    comparison: Comparison,
    *,
    ends: Sequence[str],
    mode: Mode,
    words: Words,
    layout: Layout = SCREEN,
) -> alt.LayerChart:
    """One row a dimension: its name, the figure in words, dot and interval.

    ends: the scale's labels from 0 to 100, evenly spread.
    """
    names = [_LEGEND, *(dot.name for dot in dots)]
    scale = alt.Scale(domain=names)
    first = alt.Y("name", type="nominal", scale=scale, axis=_rows_axis(mode, layout))
    layers = [
        *_dots(first, ends, mode, layout),
        *_texts(mode, layout),
        *_legend(comparison, mode, words, layout),
    ]
    return alt.LayerChart(
        config=dress(mode, words),
        # Not a frame: how frames are written out is a setting that all threads share.
        data=alt.InlineData(values=[_row(dot, mode, words) for dot in dots]),
        layer=layers,
        width=layout.width,
        height=alt.Step(layout.step),
        title=_title(dots, comparison, words, layout),
        # What is measured before the web font is there would lose its right edge.
        padding={"left": 5, "top": 5, "bottom": 5, "right": 12},
    )


def fixed_chart(chart: alt.LayerChart) -> alt.LayerChart:
    """The same chart, its specification written once and unchecked; each `to_dict` copies it."""
    text = dumps(chart.to_dict(validate=False))
    object.__setattr__(chart, "to_dict", lambda **_options: loads(text))
    return chart


def svg(chart: alt.LayerChart) -> str:
    """The chart as a drawing that needs nothing beside itself."""
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def _row(dot: DimensionDot, mode: Mode, words: Words) -> dict[str, Any]:
    ink = palette(mode)
    colour = {1: ink.primary, -1: ink.categorical[1], 0: ink.ink2}[dot.contrast]
    return {
        "name": dot.name,
        "figure": mean_with_interval(dot.own, words),
        "mean": dot.own.mean,
        "low": dot.own.low,
        "high": dot.own.high,
        "hospital": dot.hospital.mean,
        "region": dot.region.mean,
        "colour": colour,
        "inside": colour if dot.contrast else ink.background,
        "shape": {1: _UP, -1: _DOWN, 0: _HOLLOW}[dot.contrast],
    }


def _dots(first: alt.Y, ends: Sequence[str], mode: Mode, layout: Layout) -> list[alt.Chart]:
    """Scales and axes are said once, in the first layer; the others share them."""
    ink, base, down = palette(mode), alt.Chart(), layout.down
    whole = alt.Scale(domain=[0, 100], nice=False)
    interval = base.mark_rule(strokeWidth=5, strokeCap="round", opacity=0.5, yOffset=down).encode(
        x=alt.X("low", type="quantitative", scale=whole, axis=_scale_axis(ends)),
        x2=alt.X2("high"),
        y=first,
        color=alt.Color("colour", type="nominal", scale=None),
    )
    region = base.mark_tick(thickness=3, height=19, color=ink.ink, opacity=1, yOffset=down).encode(
        x=alt.X("region", type="quantitative"), y=_row_place()
    )
    # A hospital beside itself has no marks, and an empty group has no name to read aloud.
    hospital = base.mark_point(
        shape="diamond", filled=True, size=75, fill=ink.background, stroke=ink.ink2, opacity=1,
        strokeWidth=1.5, yOffset=down, aria=False,
    ).encode(x=alt.X("hospital", type="quantitative"), y=_row_place())  # fmt: skip
    dot = base.mark_point(filled=True, size=125, opacity=1, strokeWidth=2.5, yOffset=down).encode(
        x=alt.X("mean", type="quantitative"),
        y=_row_place(),
        shape=alt.Shape("shape", type="nominal", scale=None),
        stroke=alt.Stroke("colour", type="nominal", scale=None),
        fill=alt.Fill("inside", type="nominal", scale=None),
    )
    return [interval, region, hospital, dot]


def _row_place() -> alt.Y:
    return alt.Y("name", type="nominal")


def _scale_axis(ends: Sequence[str]) -> alt.Axis:
    places = [round(100 * at / (len(ends) - 1)) for at in range(len(ends))]
    labels = {at: [str(at), *wrap(end, 10)] for at, end in zip(places, ends, strict=True)}
    return alt.Axis(
        labelExpr=f"({dumps(labels)})[datum.value]",
        values=places,
        title=None,
        domain=False,
        ticks=False,
        labelFlush=True,
        labelLineHeight=14,
    )


def _rows_axis(mode: Mode, layout: Layout) -> alt.Axis | None:
    """On paper the names stand to the left; on a screen there is no room, see `_texts`."""
    if layout is SCREEN:
        return None
    return alt.Axis(title=None, domain=False, ticks=False, grid=False, labelPadding=8,
                    labelColor=palette(mode).ink, labelFontWeight=600, labelLimit=200)  # fmt: skip


def _texts(mode: Mode, layout: Layout) -> list[alt.Chart]:
    base, ink, up = alt.Chart(), palette(mode), -layout.down
    beside = 0 if layout is SCREEN else 66
    text = base.mark_text(align="right", baseline="middle", dx=beside, dy=up, color=ink.ink2)
    figure = text.encode(
        x=alt.value("width"), y=_row_place(), text=alt.Text("figure", type="nominal")
    )
    if layout is not SCREEN:
        return [figure]
    name = base.mark_text(
        x=0, align="left", baseline="middle", dy=up, fontWeight=600, color=ink.ink, limit=_NAME
    ).encode(y=_row_place(), text=alt.Text("name", type="nominal"))
    return [name, figure]


def _legend(comparison: Comparison, mode: Mode, words: Words, layout: Layout) -> list[alt.Chart]:
    """The meaning of the marks in a row above the first one: signs, and a text for each column."""
    signs = [sign for sign in _signs(comparison, mode, words) if sign[-1]]
    base = alt.Chart(alt.InlineData(values=[{}]))
    top = layout.step // 2 - layout.step // 3 - 2
    layers: list[alt.Chart] = []
    for at, (shape, edge, inside, size, _text) in enumerate(signs):
        column, line = divmod(at, layout.lines)
        layers.append(
            base.mark_point(
                x=layout.left + layout.column * column, y=top + _LINE * line, shape=shape,
                size=size, fill=inside, filled=True, stroke=edge, strokeWidth=1.5, opacity=1,
                aria=False,
            )
        )  # fmt: skip
    for begin in range(0, len(signs), layout.lines):
        texts = [_short(sign[-1]) for sign in signs[begin : begin + layout.lines]]
        layers.append(
            base.mark_text(
                x=layout.left + layout.column * (begin // layout.lines) + 12, y=top, text=texts,
                align="left", baseline="middle", lineHeight=_LINE, color=palette(mode).ink2,
                aria=False,
            )
        )  # fmt: skip
    return layers


def _signs(
    comparison: Comparison, mode: Mode, words: Words
) -> tuple[tuple[str, str, str, int, str], ...]:
    """Shape, edge, inside, size and meaning of each; a blank meaning is not drawn."""
    ink = palette(mode)
    amber = ink.categorical[1]
    return (
        (_HOLLOW, ink.ink2, ink.background, 90, contrast_word(0, words)),
        (_UP, ink.primary, ink.primary, 90, contrast_word(1, words)),
        (_DOWN, amber, amber, 90, contrast_word(-1, words)),
        ("M-1,-.3L1,-.3L1,.3L-1,.3Z", ink.ink2, ink.ink2, 130, words.say("90 % interval")),
        ("M-.2,-1.2L.2,-1.2L.2,1.2L-.2,1.2Z", ink.ink, ink.ink, 60, comparison.region),
        ("diamond", ink.ink2, ink.background, 60, comparison.hospital),
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _title(
    dots: Sequence[DimensionDot], comparison: Comparison, words: Words, layout: Layout
) -> alt.TitleParams:
    subtitle = words.say(
        "{unit}. Gennemsnit fra 0 til 100. {source}", unit=comparison.unit, source=comparison.source
    )
    line = layout.line_length
    return alt.TitleParams(
        wrap(headline(dots, words), line), subtitle=wrap(subtitle, line + 12), frame="bounds"
    )
