"""Bars of the progress of criteria: the share of the change achieved, and the share expected."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from models.charts.chart_file import Table, tenths
from models.charts.palette import Mode, palette
from models.charts.promises.counts import red_count, sign_counts
from models.charts.promises.figures import (
    decided_figure,
    late_word,
    moved_text,
    share,
    target_text,
    yes_or_no,
)
from models.charts.promises.signs import SHAPE, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.rows import Look, RowText, plan
from models.charts.tiers import FIGURE_X, along, at, grid, row_texts, tiered
from models.wording import Words

# The bar ends a little past the target: "more than promised" shows without stretching the rest.
FARTHEST = 1.12
_LOOK, _THICK = Look(band=28, gap=14, sign=19), 16
_QUARTERS = (0, 0.25, 0.5, 0.75, 1)


def drawable(standings: Sequence[CriterionStanding]) -> tuple[CriterionStanding, ...]:
    """Return the standings with a share of the change achieved; no bar is drawn of the others.

    What is done or not has no share to draw; `checklist` lists it.
    """
    return tuple(
        standing
        for standing in standings
        if standing.assessment.share_achieved is not None and not yes_or_no(standing)
    )


def farthest_behind(
    standings: Sequence[CriterionStanding], most: int | None = None
) -> tuple[CriterionStanding, ...]:
    """Return the drawable standings, the farthest behind first, at most `most` of them."""
    return tuple(sorted(drawable(standings), key=_lead)[:most])


def _lead(standing: CriterionStanding) -> tuple[bool, float]:
    """Return the sort key: achieved last, even if late; then share achieved less share expected."""
    assessment = standing.assessment
    ahead = (assessment.share_achieved or 0.0) - (assessment.share_expected or 0.0)
    return sign_of(assessment) in {Sign.ACHIEVED, Sign.ACHIEVED_LATE}, ahead


def bullet(
    standings: Sequence[CriterionStanding], *, mode: Mode, words: Words, most: int | None = None
) -> alt.LayerChart:
    """Draw one bar a criterion: the share of the planned change achieved, a tick at the expected.

    most: how many are drawn at most, the farthest behind first.
    Those without a share have no bar. Shares below 0 are drawn as 0,
    those past the target end at the edge; the words beside the bar carry the true figures.
    """
    rows = [_bar_row(standing, mode, words) for standing in farthest_behind(standings, most)]
    texts = [RowText(row["whole"], row["standing"], row["moved"]) for row in rows]
    layers = [*_bars(mode, words), *row_texts(_LOOK, mode, note=True), _sign()]
    return tiered(plan(texts, _LOOK), rows, layers, mode=mode, words=words)


def table(
    standings: Sequence[CriterionStanding], words: Words, *, most: int | None = None
) -> Table:
    """The chart's figures, a row a bar: in words, and the two shares in percent."""
    rows = [_bar_row(standing, "light", words) for standing in farthest_behind(standings, most)]
    return [
        {
            words.say("Løfte"): row["whole"],
            words.say("Status"): row["standing"],
            words.say("Frist"): row["moved"],
            words.say("Tilbagelagt"): row["walked_text"],
            words.say("Forventet"): row["expected_text"],
            words.say("Tilbagelagt i procent"): tenths(row["reached"]),
            words.say("Forventet i procent"): tenths(row["due"]),
        }
        for row in rows
    ]


def headline(standings: Sequence[CriterionStanding], words: Words) -> str:
    """Return the chart's title: how many are achieved or on track, how many late, how many red.

    All standings are counted, those without a bar too: the reds are as many as on the page.
    """
    counts = sign_counts(standings)
    well, red = counts[Sign.ACHIEVED] + counts[Sign.ON_TRACK], red_count(counts)
    if late := counts[Sign.ACHIEVED_LATE]:
        return words.ngettext(
            "{well} af {all} løfter er nået til tiden eller på sporet, {late} nået for sent, "
            "{n} er rødt",
            "{well} af {all} løfter er nået til tiden eller på sporet, {late} nået for sent, "
            "{n} er røde",
            red,
            well=well,
            all=len(standings),
            late=late,
        )
    return words.ngettext(
        "{well} af {all} løfter er nået eller på sporet, {n} er rødt",
        "{well} af {all} løfter er nået eller på sporet, {n} er røde",
        red,
        well=well,
        all=len(standings),
    )


def _bar_row(standing: CriterionStanding, mode: Mode, words: Words) -> dict[str, Any]:
    assessment, criterion = standing.assessment, standing.criterion
    sign, reached = sign_of(assessment), assessment.share_achieved or 0.0
    return {
        "id": criterion.id,
        "whole": criterion.text,
        "moved": moved_text(standing, words),
        "walked": min(max(reached, 0.0), FARTHEST),
        "expected": assessment.share_expected,
        "reached": 100 * reached,
        "due": None if assessment.share_expected is None else 100 * assessment.share_expected,
        "walked_text": share(reached, words),
        "expected_text": share(assessment.share_expected, words),
        "standing": words.say(
            "{word}: {value}, mål {target}",
            word=late_word(standing, words),
            value=decided_figure(standing, words),
            target=target_text(standing, words),
        ),
        "sign": str(sign),
        "fill": palette(mode).fill[sign],
        "ink": palette(mode).text[sign],
        "shape": SHAPE[sign],
    }


def _bars(mode: Mode, words: Words) -> list[alt.Chart]:
    ink, base, scale = palette(mode), alt.Chart(), along((0, FARTHEST))
    axis = alt.Axis(
        labelExpr=f"round(100 * datum.value) + '{words.percent_sign}'",
        values=_QUARTERS,
        title=None,
        domain=False,
        ticks=False,
        grid=False,
        labelFlush=False,
    )
    track = base.mark_bar(height=_THICK, orient="horizontal", color=ink.surface).encode(
        x=alt.XDatum(0, type="quantitative"), x2=alt.X2Datum(1), y=at()
    )
    bar = base.mark_bar(height=_THICK, orient="horizontal").encode(
        x=alt.X("walked", type="quantitative"),
        y=at(),
        color=alt.Color("fill", type="nominal", scale=None),
    )
    tick = base.mark_tick(color=ink.ink, thickness=3, height=26, orient="vertical", opacity=1)
    expected = tick.encode(x=alt.X("expected", type="quantitative"), y=at())
    return [*grid(_QUARTERS, scale, axis, mode), track, bar, expected]


def _sign() -> alt.Chart:
    mark = alt.Chart().mark_point(
        x=alt.ExprRef(expr=f"{FIGURE_X} + 7"), yOffset=9, filled=True, size=110, opacity=1
    )
    sign: alt.Chart = mark.encode(
        y=at("figure_at"),
        shape=alt.Shape("shape", type="nominal", scale=None),
        color=alt.Color("fill", type="nominal", scale=None),
    )
    return sign


def subtitle(words: Words) -> str:
    """Return how the bars are read."""
    return words.say(
        "Procent af den lovede ændring, længst bagud først. Streg: hvor vi burde være."
    )
