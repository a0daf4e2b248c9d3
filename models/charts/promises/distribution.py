"""A chart of the criteria of each theme: one mark per criterion, and the counts in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill, shorten, wrap
from typing import Any

import altair as alt
import pandas as pd

from models.charts.palette import Mode, palette
from models.charts.promises.counts import red_count
from models.charts.promises.signs import SHAPE, Sign, sign_word
from models.charts.style import dress
from models.wording import Words

_ROW, _GAP, _LINE = 92, 19, 48


@dataclass(frozen=True)
class ThemeCounts:
    """A theme's name with the number of its criteria by sign."""

    name: str
    counts: Mapping[Sign, int]


def distribution(themes: Sequence[ThemeCounts], *, mode: Mode, words: Words) -> alt.LayerChart:
    """Draw one row a theme: its criteria as marks, sorted by sign, with the counts below."""
    rows = _rows(themes, words)
    marks = pd.DataFrame(
        [mark for theme in themes for mark in _marks(theme, mode)],
        columns=["name", "place", "sign", "fill", "shape"],
    )
    base, row = alt.Chart(rows), _row(themes)
    label = base.mark_text(
        x=0, align="left", baseline="middle", dy=-32, fontWeight=600, color=palette(mode).ink
    ).encode(y=row, text=alt.Text("short", type="nominal"))
    counts = base.mark_text(
        x=0,
        align="left",
        baseline="line-top",
        dy=2,
        lineHeight=15,
        lineBreak="\n",
        color=palette(mode).ink2,
    ).encode(y=row, text=alt.Text("counts", type="nominal"))
    shapes = (
        alt.Chart(marks)
        .mark_point(filled=True, size=130, opacity=1, yOffset=-12)
        .encode(
            x=alt.X("place", type="quantitative", scale=None, axis=None),
            y=row,
            shape=alt.Shape("shape", type="nominal", scale=None),
            color=alt.Color("fill", type="nominal", scale=None),
        )
    )
    title = alt.TitleParams(wrap(headline(themes, words), 44))
    return alt.LayerChart(
        config=dress(mode, words),
        layer=[label, shapes, counts],
        width="container",
        height=alt.Step(_ROW),
        title=title,
    )


def alt_text(themes: Sequence[ThemeCounts], words: Words) -> str:
    """Return the chart's content as text, from the same numbers."""
    counts = [f"{theme.name}: {counts_text(theme.counts, words)}." for theme in themes]
    return " ".join([headline(themes, words) + ".", *counts])


def headline(themes: Sequence[ThemeCounts], words: Words) -> str:
    """Return the counts of all themes together, with the number of the red ones."""
    total: Counter[Sign] = Counter()
    for theme in themes:
        total.update(theme.counts)
    return words.ngettext(
        "{n} løfte, {red} rødt: {counts}",
        "{n} løfter, {red} røde: {counts}",
        total.total(),
        red=red_count(total),
        counts=counts_text(total, words),
    )


def counts_text(counts: Mapping[Sign, int], words: Words) -> str:
    """Return the counts that are not zero, in fixed order: "2 nået, 1 bagud, 9 ingen data"."""
    parts = [
        words.say("{n} {word}", n=counts[sign], word=count_word(sign, words))
        for sign in Sign
        if counts.get(sign)
    ]
    return ", ".join(parts) if parts else words.say("ingen løfter")


def count_word(sign: Sign, words: Words) -> str:
    """Return the word after a number: "9 uden data", not "9 ingen data"."""
    if sign is Sign.NO_DATA:
        return words.say("uden data")
    return sign_word(sign, words).lower()


def _rows(themes: Sequence[ThemeCounts], words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": [theme.name for theme in themes],
            "short": [shorten(theme.name, _LINE, placeholder=" …") for theme in themes],
            "counts": [fill(counts_text(theme.counts, words), _LINE) for theme in themes],
        }
    )


def _marks(theme: ThemeCounts, mode: Mode) -> list[dict[str, Any]]:
    signs = [sign for sign in Sign for _ in range(theme.counts.get(sign, 0))]
    return [
        {
            "name": theme.name,
            "place": 8 + _GAP * place,
            "sign": str(sign),
            "fill": palette(mode).fill[sign],
            "shape": SHAPE[sign],
        }
        for place, sign in enumerate(signs)
    ]


def _row(themes: Sequence[ThemeCounts]) -> alt.Y:
    return alt.Y("name", type="nominal", sort=[theme.name for theme in themes], axis=None)
