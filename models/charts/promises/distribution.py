"""A chart of the criteria of each theme: one mark per criterion, and the counts in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from models.charts.chart_file import Table
from models.charts.palette import Mode, palette
from models.charts.promises.counts import red_count
from models.charts.promises.signs import SHAPE, Sign, sign_word
from models.charts.rows import INSET, Look, RowText, plan
from models.charts.tiers import at, in_tier, numbered, row_texts, tiered
from models.wording import NBSP, Words

# Pixels from mark to mark; a theme with more marks than fit takes another line of them.
_STEP = 19
_LOOK = Look(band=22, gap=12, bold_name=True, step=_STEP)


@dataclass(frozen=True)
class ThemeCounts:
    """A theme's name with the number of its criteria by sign."""

    name: str
    counts: Mapping[Sign, int]


def distribution(themes: Sequence[ThemeCounts], *, mode: Mode, words: Words) -> alt.LayerChart:
    """Draw one row a theme: its criteria as marks, sorted by sign, with the counts below."""
    texts = [
        RowText(theme.name, counts_text(theme.counts, words), marks=sum(theme.counts.values()))
        for theme in themes
    ]
    places = plan(texts, _LOOK)
    marks = [
        {**numbered({field: row[field] for field in ("first", "in_line")}), **mark}
        for theme, row in zip(themes, places.rows, strict=True)
        for mark in _marks(theme, mode)
    ]
    point = alt.Chart(alt.InlineData(values=marks)).mark_point(filled=True, size=130, opacity=1)
    in_line = in_tier("in_line")
    shapes = point.transform_calculate(
        line=f"floor(datum.number / {in_line})",
        place=f"left - {INSET - 7} + {_STEP} * (datum.number % {in_line})",
        at=f"{in_tier('first')} + {_LOOK.band} * datum.line",
    ).encode(
        x=alt.X("place", type="quantitative", scale=None, axis=None),
        y=at(),
        shape=alt.Shape("shape", type="nominal", scale=None),
        color=alt.Color("fill", type="nominal", scale=None),
    )
    rows = [{"theme": theme.name} for theme in themes]
    return tiered(places, rows, [*row_texts(_LOOK, mode), shapes], mode=mode, words=words)


def table(themes: Sequence[ThemeCounts], words: Words) -> Table:
    """The chart's figures, a row a theme: in words, and the count of each sign that occurs."""
    signs = [sign for sign in Sign if any(theme.counts.get(sign) for theme in themes)]
    return [
        {
            words.say("Tema"): theme.name,
            words.say("Løfter"): counts_text(theme.counts, words),
            **{sign_word(sign, words): theme.counts.get(sign, 0) for sign in signs},
        }
        for theme in themes
    ]


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
    """Return the counts that are not zero, in fixed order: "2 nået, 9 kan ikke vurderes".

    A count stays on one line: its blanks do not break.
    """
    parts = [
        words.say("{n} {word}", n=counts[sign], word=count_word(sign, words)).replace(" ", NBSP)
        for sign in Sign
        if counts.get(sign)
    ]
    return ", ".join(parts) if parts else words.say("ingen løfter")


def count_word(sign: Sign, words: Words) -> str:
    """Return the word after a number: "9 kan ikke vurderes"."""
    return sign_word(sign, words).lower()


def _marks(theme: ThemeCounts, mode: Mode) -> list[dict[str, Any]]:
    signs = [sign for sign in Sign for _ in range(theme.counts.get(sign, 0))]
    return [
        {
            "name": theme.name,
            "number": number,
            "sign": str(sign),
            "fill": palette(mode).fill[sign],
            "shape": SHAPE[sign],
        }
        for number, sign in enumerate(signs)
    ]
