"""Bars of the progress of criteria: the share of the change achieved, and the share expected."""

from collections.abc import Sequence
from textwrap import fill, shorten, wrap
from typing import Any

import altair as alt
import pandas as pd

from models.charts.palette import Mode, palette
from models.charts.promises.counts import red_count, sign_counts
from models.charts.promises.figures import decided_figure, late_word, moved_text, share, target_text
from models.charts.promises.signs import SHAPE, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.style import dress
from models.wording import Words

# The bar ends a little past the target: "more than promised" shows without stretching the rest.
FARTHEST = 1.12
_ROW, _LINE = 100, 46
_COLUMNS = (
    "id", "label", "whole", "moved", "walked", "expected", "walked_text", "expected_text",
    "standing", "sign", "fill", "ink", "shape",
)  # fmt: skip


def drawable(standings: Sequence[CriterionStanding]) -> tuple[CriterionStanding, ...]:
    """Return the standings with a share of the change achieved; no bar is drawn of the others."""
    return tuple(
        standing for standing in standings if standing.assessment.share_achieved is not None
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

    most: how many are drawn at most, the farthest behind first; the title counts all criteria.
    Those without a share have no bar. Shares below 0 are drawn as 0,
    those past the target end at the edge; the words below the bar carry the true figures.
    """
    farthest = farthest_behind(standings, most)
    rows = pd.DataFrame(
        [_bar_row(standing, mode, words) for standing in farthest], columns=list(_COLUMNS)
    )
    layers = _bars(mode) + _words(mode)
    return alt.LayerChart(
        config=dress(mode, words),
        data=rows,
        layer=layers,
        width="container",
        height=alt.Step(_ROW),
        title=_title(standings, words),
    )


def alt_text(
    standings: Sequence[CriterionStanding], words: Words, *, most: int | None = None
) -> str:
    """Return the chart's content as text, from the same numbers."""
    farthest = farthest_behind(standings, most)
    sentences = [
        words.say(
            "{text}: {standing}; {walked} af den lovede ændring, ventet {expected}.",
            text=" · ".join(filter(None, (row["whole"], row["moved"]))),
            standing=row["standing"],
            walked=row["walked_text"],
            expected=row["expected_text"],
        )
        for row in (_bar_row(standing, "light", words) for standing in farthest)
    ]
    return " ".join([headline(standings, words) + ".", *sentences])


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
        "label": _label(standing, words),
        "whole": criterion.text,
        "moved": moved_text(standing, words),
        "walked": min(max(reached, 0.0), FARTHEST),
        "expected": assessment.share_expected,
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


def _label(standing: CriterionStanding, words: Words) -> str:
    """Return the text of a criterion on two lines; a moved due date takes the second."""
    text, moved = standing.criterion.text, moved_text(standing, words)
    if moved:
        return shorten(text, _LINE, placeholder=" …") + "\n" + moved
    return fill(shorten(text, 2 * _LINE, placeholder=" …"), _LINE)


def _bars(mode: Mode) -> list[alt.Chart]:
    ink, base, row = palette(mode), alt.Chart(), _row()
    along = alt.Scale(domain=[0, FARTHEST], nice=False)
    axis = alt.Axis(
        labelExpr="round(100 * datum.value) + '\u00a0%'",
        values=[0, 0.25, 0.5, 0.75, 1],
        title=None,
        domain=False,
        ticks=False,
    )
    track = base.mark_bar(height=14, color=ink.surface).encode(
        x=alt.XDatum(0), x2=alt.X2Datum(1), y=row
    )
    bar = base.mark_bar(height=14).encode(
        x=alt.X("walked", type="quantitative", scale=along, axis=axis),
        y=row,
        color=alt.Color("fill", type="nominal", scale=None),
    )
    goal = base.mark_tick(color=ink.ink2, thickness=2, height=14, opacity=1).encode(
        x=alt.XDatum(1), y=row
    )
    tick = base.mark_tick(color=ink.ink, thickness=3, height=26, opacity=1).encode(
        x=alt.X("expected", type="quantitative"), y=row
    )
    return [track, bar, goal, tick]


def _words(mode: Mode) -> list[alt.Chart]:
    base, row = alt.Chart(), _row()
    label = base.mark_text(
        x=0,
        align="left",
        baseline="line-bottom",
        dy=-28,
        lineHeight=15,
        lineBreak="\n",
        color=palette(mode).ink,
    ).encode(y=row, text=alt.Text("label", type="nominal"))
    mark = base.mark_point(x=0, filled=True, size=110, yOffset=26, xOffset=7, opacity=1).encode(
        y=row,
        shape=alt.Shape("shape", type="nominal", scale=None),
        color=alt.Color("fill", type="nominal", scale=None),
    )
    word = base.mark_text(
        x=0, align="left", baseline="middle", dy=26, dx=19, fontWeight=600
    ).encode(
        y=row,
        text=alt.Text("standing", type="nominal"),
        color=alt.Color("ink", type="nominal", scale=None),
    )
    return [label, mark, word]


def _row() -> alt.Y:
    return alt.Y("id", type="nominal", sort=None, axis=None)


def _title(standings: Sequence[CriterionStanding], words: Words) -> alt.TitleParams:
    subtitle = words.say(
        "Procent af den lovede ændring, længst bagud først. Streg: hvor vi burde være."
    )
    return alt.TitleParams(wrap(headline(standings, words), 44), subtitle=wrap(subtitle, 56))
