"""The picture of what changed: the statuses then and now, and lines from side to side."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from models.charts.board.transitions import ORDER, Transition, Turn
from models.charts.changes.sides import after, sign_pairs
from models.charts.palette import Mode, palette
from models.charts.promises.signs import SHAPE, Sign, sign_word
from models.charts.style import dress, fixed
from models.charts.text import SIZE, text_width
from models.charts.tiers import PADDING, WIDTH
from models.strategy.rule.change import StatusChange
from models.wording import Words

# Pixels: the heads, from row to row, from a mark to its words, and the breadth of lines.
_HEAD, _ROW, _WORDS = 30, 38, 16
_THINNEST, _STEP, _THICKEST = 1.5, 1.5, 14.0
# From this width on both sides have room for the words; below it the left ones name the rows.
_WIDE = 520
_EDGE = 10


@dataclass(frozen=True)
class _Margins:
    """The room of the words at the left, and at the right in wide and in narrow places."""

    left: float
    wide: float
    narrow: float


def slope(
    compared: Sequence[StatusChange], days: tuple[str, str], *, mode: Mode, words: Words
) -> alt.LayerChart:
    """Draw a row a status and a line for each way that promises went, thicker for more.

    compared: every promise of the strategy. days: both days in words. What stayed is a thin line.
    """
    pairs = sign_pairs(compared)
    rows = _rows(pairs, mode, words)
    return fixed(_chart(rows, _lines(compared, pairs, rows, mode), days, mode, words))


def _rows(
    pairs: Counter[tuple[Sign, Sign]], mode: Mode, words: Words
) -> dict[Sign, dict[str, Any]]:
    """Return the rows from best to worst, those without a status last; empty ones are left out."""
    then, now = Counter[Sign](), Counter[Sign]()
    for (first, last), n in pairs.items():
        then[first] += n
        now[last] += n
    signs = [sign for sign in (*ORDER, Sign.NO_DATA) if then[sign] or now[sign]]
    return {
        sign: {
            "y": _HEAD + _ROW * (place + 0.5),
            "left": f"{sign_word(sign, words)}  {words.number(then[sign], 0)}",
            "count": words.number(now[sign], 0),
            "right": f"{words.number(now[sign], 0)}  {sign_word(sign, words)}",
            "shape": SHAPE[sign],
            "fill": palette(mode).fill[sign],
        }
        for place, sign in enumerate(signs)
    }


def _lines(
    compared: Sequence[StatusChange],
    pairs: Counter[tuple[Sign, Sign]],
    rows: Mapping[Sign, Mapping[str, Any]],
    mode: Mode,
) -> list[dict[str, Any]]:
    """Return a line for each pair of signs, what fell last and so on top."""
    ink = palette(mode)
    colours = {
        Turn.BETTER: ink.primary,
        Turn.WORSE: ink.fill[Sign.OFF_TRACK],
        Turn.OTHER: ink.line_strong,
    }
    standing = after(compared[0])
    lines = []
    for (first, last), n in pairs.items():
        stays = first is last
        turn = Turn.OTHER if stays else Transition(standing, first, last).turn
        lines.append(
            {
                "from": rows[first]["y"],
                "to": rows[last]["y"],
                "colour": ink.line if stays else colours[turn],
                "breadth": _THINNEST if stays else min(_THINNEST + _STEP * n, _THICKEST),
                "layer": -1 if stays else [Turn.OTHER, Turn.BETTER, Turn.WORSE].index(turn),
            }
        )
    return sorted(lines, key=lambda line: (line["layer"], -line["breadth"]))


def _chart(
    rows: Mapping[Sign, Mapping[str, Any]],
    lines: Sequence[Mapping[str, Any]],
    days: tuple[str, str],
    mode: Mode,
    words: Words,
) -> alt.LayerChart:
    ink, room = palette(mode), _margins(rows)
    left, right = alt.ExprRef(expr="left"), alt.ExprRef(expr="width - right")
    data = alt.InlineData(values=list(rows.values()))
    base = alt.Chart(data)
    line = alt.Chart(alt.InlineData(values=list(lines))).mark_rule()
    sides = []
    for x in (left, right):
        sides.append(base.mark_point(x=x, filled=True, size=190, opacity=1).encode(
            y=_at("y"),
            shape=alt.Shape("shape", type="nominal", scale=None),
            color=alt.Color("fill", type="nominal", scale=None),
        ))  # fmt: skip
    text: dict[str, Any] = {"baseline": "middle", "fontSize": SIZE, "color": ink.ink}
    words_left = base.mark_text(align="right", x=alt.ExprRef(expr=f"left - {_WORDS}"), **text)
    words_right = base.mark_text(
        align="left", x=alt.ExprRef(expr=f"width - right + {_WORDS}"), fontWeight=600, **text
    )
    return alt.LayerChart(
        config=dress(mode, words),
        params=[
            alt.VariableParameter(name="left", value=room.left),
            alt.VariableParameter(
                name="right", expr=f"width < {_WIDE} ? {room.narrow} : {room.wide}"
            ),
        ],
        layer=[
            *_axes((left, right), len(rows), mode),
            line.transform_calculate(first="left", last="width - right").encode(
                x=alt.X("first", type="quantitative", scale=None, axis=None),
                x2=alt.X2("last"),
                y=_at("from"),
                y2=alt.Y2("to"),
                color=alt.Color("colour", type="nominal", scale=None),
                strokeWidth=alt.StrokeWidth("breadth", type="quantitative", scale=None),
            ),
            *sides,
            words_left.encode(y=_at("y"), text=alt.Text("left", type="nominal")),
            words_right.transform_calculate(
                words=f"width < {_WIDE} ? datum.count : datum.right"
            ).encode(y=_at("y"), text=alt.Text("words", type="nominal")),
            *_heads(days, mode),
        ],
        width=WIDTH,
        height=_HEAD + _ROW * len(rows),
        padding=PADDING,
        autosize=alt.AutoSizeParams(type="pad", contains="padding"),
    )


def _margins(rows: Mapping[Sign, Mapping[str, Any]]) -> _Margins:
    def widest(field: str, *, bold: bool) -> float:
        return max(text_width(row[field], bold=bold) for row in rows.values()) + _WORDS + _EDGE

    return _Margins(
        widest("left", bold=False), widest("right", bold=True), widest("count", bold=True)
    )


def _axes(ends: Sequence[alt.ExprRef], n: int, mode: Mode) -> list[alt.Chart]:
    """Return an upright line at each side."""
    return [
        alt.Chart(alt.InlineData(values=[{"top": _HEAD, "low": _HEAD + _ROW * n}]))
        .mark_rule(x=x, color=palette(mode).line_strong)
        .encode(y=_at("top"), y2=alt.Y2("low"))
        for x in ends
    ]


def _heads(days: tuple[str, str], mode: Mode) -> list[alt.Chart]:
    """Return the two days above the sides, at the edges where the sides are near each other."""
    ends: tuple[dict[str, Any], ...] = (
        {"align": "left", "x": alt.ExprRef(expr=f"width < {_WIDE} ? 0 : left")},
        {"align": "right", "x": alt.ExprRef(expr=f"width < {_WIDE} ? width : width - right")},
    )
    return [
        alt.Chart(alt.InlineData(values=[{"day": day, "y": SIZE}]))
        .mark_text(
            fontSize=SIZE,
            fontWeight=600,
            baseline="middle",
            color=palette(mode).ink,
            **end,
        )
        .encode(y=_at("y"), text=alt.Text("day", type="nominal"))
        for day, end in zip(days, ends, strict=True)
    ]


def _at(field: str) -> alt.Y:
    return alt.Y(field, type="quantitative", scale=None, axis=None)
