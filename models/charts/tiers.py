"""Altair's part of a chart that is laid out in tiers: its size, its fields and its layers."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from models.charts.palette import Mode, palette
from models.charts.rows import FIELDS, INSET, TIERS, Look, Plan
from models.charts.style import dress
from models.charts.text import LINE, SIZE
from models.wording import Words

# What a chart is as long as no place gives it a width.
WIDTH = 640
# Streamlit adds room where none is asked for.
PADDING = {"left": 0, "right": 0, "top": 2, "bottom": 4}
_TIER = " + ".join(f"(width < {least} ? 0 : 1)" for least in TIERS[1:])


def tiered(
    plan: Plan,
    rows: Sequence[Mapping[str, Any]],
    layers: Sequence[alt.Chart | alt.LayerChart],
    *,
    mode: Mode,
    words: Words,
) -> alt.LayerChart:
    """Return the chart of the layers, as wide as its place and as high as its tier.

    rows: what each row of the plan holds beside its places.
    """
    values = [{**numbered(places), **row} for places, row in zip(plan.rows, rows, strict=True)]
    return alt.LayerChart(
        config=dress(mode, words),
        # Not a frame: how frames are written out is a setting that all threads share.
        data=alt.InlineData(values=values),
        params=[
            _signal("tier", _TIER),
            *(
                _signal(name, f"{list(getattr(plan, name))}[tier]")
                for name in ("left", "right", "height")
            ),
        ],
        transform=chosen(FIELDS),
        layer=list(layers),
        width=WIDTH,
        height=max(plan.height),
        padding=PADDING,
        autosize=alt.AutoSizeParams(type="pad", contains="padding"),
    )


def chosen(fields: Sequence[str]) -> list[alt.CalculateTransform]:
    """Return the steps that take a field from the tier of the chart's width."""
    return [alt.CalculateTransform(calculate=in_tier(field), **{"as": field}) for field in fields]


def in_tier(field: str) -> str:
    """Return the expression for a field in the tier of the chart's width."""
    return f"datum['{field}_' + tier]"


def numbered(places: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return the places of a row as fields for `in_tier`: a browser is sent no lists in a row."""
    return {
        f"{field}_{tier}": value
        for field, values in places.items()
        for tier, value in enumerate(values)
    }


def _signal(name: str, expression: str) -> alt.VariableParameter:
    return alt.VariableParameter(name=name, expr=expression)


def at(field: str = "at") -> alt.Y:
    """Return the place of a row, in pixels from the top."""
    return alt.Y(field, type="quantitative", scale=None, axis=None)


def along(domain: tuple[float, float]) -> alt.Scale:
    """Return the scale of the marks, between the names and the figures."""
    ends = [alt.ExprRef(expr="left"), alt.ExprRef(expr="width - right")]
    return alt.Scale(domain=list(domain), nice=False, clamp=True, range=ends)


def grid(ticks: Sequence[float], scale: alt.Scale, axis: alt.Axis | None,
         mode: Mode) -> list[alt.Chart]:  # fmt: skip
    """Return a line through the marks of every row at each tick, and the axis below them."""
    rule = alt.Chart().mark_rule(color=palette(mode).line)
    lines: list[alt.Chart] = [
        rule.encode(
            x=alt.XDatum(tick, type="quantitative", scale=scale, axis=axis),
            y=at("upper"),
            y2=alt.Y2("lower"),
        )
        for tick in ticks
    ]
    return lines


def row_texts(look: Look, mode: Mode, *, note: bool = False) -> list[alt.Chart]:
    """Return the layers of a row's name, of its note if there are any, and of its figure."""
    ink = palette(mode)
    name = {"x": 0, "align": "left", "color": ink.ink, "fontWeight": 600 if look.bold_name else 400}
    layers = [_text("name", name)]
    if note:
        layers.append(_text("note", {"x": 0, "align": "left", "color": ink.ink2}))
    if look.step:
        x = alt.ExprRef(expr=f"left - {INSET}")
        return [*layers, _text("figure", {"x": x, "align": "left", "color": ink.ink2})]
    figure_look = {"x": "width", "align": "right", "color": ink.ink, "fontWeight": 600}
    return [*layers, _text("figure", figure_look)]


def _text(field: str, look: Mapping[str, Any]) -> alt.Chart:
    mark = alt.Chart().mark_text(
        baseline="top", dy=2, lineHeight=LINE, lineBreak="\n", fontSize=SIZE, **look
    )
    text: alt.Chart = mark.encode(y=at(f"{field}_at"), text=alt.Text(field, type="nominal"))
    return text
