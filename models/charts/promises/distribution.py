"""How the promises stand, theme by theme: one mark a promise, and the counts in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill, shorten, wrap
from typing import Any

import altair as alt
import pandas as pd

from models.charts.palette import Mode, palette
from models.charts.promises.signs import SHAPE, Sign, sign_word
from models.charts.style import dress
from models.wording import Words

_ROW, _GAP, _LINE = 92, 19, 48


@dataclass(frozen=True)
class ThemeCounts:
    """One theme's promises, counted by sign."""

    name: str
    counts: Mapping[Sign, int]


def distribution(heaps: Sequence[ThemeCounts], *, mode: Mode, words: Words) -> alt.LayerChart:
    """One row a theme: its promises as marks, sorted by sign, and the counts in words below."""
    rows = _rows(heaps, words)
    marks = pd.DataFrame(
        [mark for heap in heaps for mark in _marks(heap, mode)],
        columns=["name", "place", "sign", "fill", "shape"],
    )
    base, row = alt.Chart(rows), _row(heaps)
    label = base.mark_text(
        x=0, align="left", baseline="middle", dy=-32, fontWeight=600, color=palette(mode).ink
    ).encode(y=row, text=alt.Text("short", type="nominal"))
    told = base.mark_text(
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
    title = alt.TitleParams(wrap(headline(heaps, words), 44))
    return alt.LayerChart(
        config=dress(mode, words),
        layer=[label, shapes, told],
        width="container",
        height=alt.Step(_ROW),
        title=title,
    )


def alt_text(heaps: Sequence[ThemeCounts], words: Words) -> str:
    """The chart told in words, from the same numbers."""
    told = [f"{heap.name}: {counts_text(heap.counts, words)}." for heap in heaps]
    return " ".join([headline(heaps, words) + ".", *told])


def headline(heaps: Sequence[ThemeCounts], words: Words) -> str:
    """All themes together, in one sentence."""
    total: Counter[Sign] = Counter()
    for heap in heaps:
        total.update(heap.counts)
    return words.say("{n} løfter: {counts}", n=total.total(), counts=counts_text(total, words))


def counts_text(counts: Mapping[Sign, int], words: Words) -> str:
    """The counts that are not zero, in fixed order: "2 nået, 1 bagud, 9 ingen data"."""
    said = [
        words.say("{n} {word}", n=counts[shown], word=count_word(shown, words))
        for shown in Sign
        if counts.get(shown)
    ]
    return ", ".join(said) if said else words.say("ingen løfter")


def count_word(shown: Sign, words: Words) -> str:
    """The word after a number: "9 uden data", not "9 ingen data"."""
    if shown is Sign.NO_DATA:
        return words.say("uden data")
    return sign_word(shown, words).lower()


def _rows(heaps: Sequence[ThemeCounts], words: Words) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": [heap.name for heap in heaps],
            "short": [shorten(heap.name, _LINE, placeholder=" …") for heap in heaps],
            "counts": [fill(counts_text(heap.counts, words), _LINE) for heap in heaps],
        }
    )


def _marks(heap: ThemeCounts, mode: Mode) -> list[dict[str, Any]]:
    signs = [shown for shown in Sign for _ in range(heap.counts.get(shown, 0))]
    return [
        {
            "name": heap.name,
            "place": 8 + _GAP * place,
            "sign": str(shown),
            "fill": palette(mode).fill[shown],
            "shape": SHAPE[shown],
        }
        for place, shown in enumerate(signs)
    ]


def _row(heaps: Sequence[ThemeCounts]) -> alt.Y:
    return alt.Y("name", type="nominal", sort=[heap.name for heap in heaps], axis=None)
