"""The legend over a chart: each mark with its meaning, in as many lines as the width asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from models.charts.palette import Mode, palette
from models.charts.rows import TIERS, Numbers
from models.charts.text import LINE, text_lines, text_width
from models.charts.tiers import at, chosen, numbered

_SIGN, _AIR, _BELOW = 20, 18, 12
_FIELDS = ("x", "sign_x", "at", "text_at", "text")


@dataclass(frozen=True)
class Key:
    """A mark of a chart: what it means, its shape, the colours of its edge and inside, its size."""

    text: str
    shape: str
    edge: str
    inside: str
    size: int = 90


@dataclass(frozen=True)
class KeyRows:
    """The marks of a legend with their places in each tier, and its height in each."""

    rows: tuple[Mapping[str, Any], ...]
    height: Numbers


def key_rows(keys: Sequence[Key]) -> KeyRows:
    """Return the legend side by side, and on a new line where the width is used up."""
    tiers = [_flow(keys, width) for width in TIERS]
    rows = tuple(
        {
            **numbered({field: [places[number][field] for places, _high in tiers]
                        for field in _FIELDS}),
            "shape": key.shape, "edge": key.edge, "inside": key.inside, "size": key.size,
        }
        for number, key in enumerate(keys)
    )  # fmt: skip
    return KeyRows(rows, tuple(high for _places, high in tiers))


def _flow(keys: Sequence[Key], width: int) -> tuple[list[dict[str, Any]], float]:
    places: list[dict[str, Any]] = []
    x = top = high = 0.0
    for key in keys:
        lines = text_lines(key.text, width - _SIGN)
        wide = _SIGN + max(text_width(line) for line in lines)
        if x and x + wide > width:
            x, top = 0.0, top + high
            high = 0.0
        high = max(high, LINE * len(lines))
        place = {"x": x + _SIGN, "sign_x": x + 7, "at": top + 9, "text_at": top}
        places.append({**place, "text": "\n".join(lines)})
        x += wide + _AIR
    return places, top + high + _BELOW


def key_layers(keys: KeyRows, mode: Mode) -> list[alt.Chart]:
    """Return the layers of the marks and of their meanings."""
    data = alt.InlineData(values=list(keys.rows))
    base = alt.Chart(data, transform=chosen(_FIELDS))
    sign = base.mark_point(filled=True, strokeWidth=1.5, opacity=1).encode(
        x=alt.X("sign_x", type="quantitative", scale=None, axis=None),
        y=at(),
        shape=alt.Shape("shape", type="nominal", scale=None),
        stroke=alt.Stroke("edge", type="nominal", scale=None),
        fill=alt.Fill("inside", type="nominal", scale=None),
        size=alt.Size("size", type="quantitative", scale=None),
    )
    text = base.mark_text(
        align="left", baseline="top", dy=2, lineHeight=LINE, lineBreak="\n",
        color=palette(mode).ink2,
    ).encode(
        x=alt.X("x", type="quantitative", scale=None, axis=None),
        y=at("text_at"),
        text=alt.Text("text", type="nominal"),
    )  # fmt: skip
    return [sign, text]
