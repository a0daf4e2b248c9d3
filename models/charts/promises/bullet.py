"""How far the promises have come: the share of the way walked, and where they should be."""

from collections.abc import Sequence
from textwrap import fill, shorten, wrap
from typing import Any

import altair as alt
import pandas as pd

from models.charts.palette import Mode, palette
from models.charts.promises.figures import figure, late_word, share, target_text
from models.charts.promises.signs import RED, SHAPE, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.style import dress
from models.wording import Words

# The bar ends a little past the target: "more than promised" shows without stretching the rest.
FARTHEST = 1.12
_ROW, _LINE = 100, 46
_COLUMNS = (
    "id", "label", "whole", "walked", "expected", "walked_text", "expected_text", "standing",
    "sign", "fill", "ink", "shape",
)  # fmt: skip


def drawable(promises: Sequence[CriterionStanding]) -> tuple[CriterionStanding, ...]:
    """The promises that can be drawn: those with a share of the way walked."""
    return tuple(p for p in promises if p.assessment.share_achieved is not None)


def farthest_behind(
    promises: Sequence[CriterionStanding], most: int | None = None
) -> tuple[CriterionStanding, ...]:
    """Those that can be drawn, the one farthest behind its path first; at most so many."""
    return tuple(sorted(drawable(promises), key=_lead)[:most])


def _lead(promise: CriterionStanding) -> tuple[bool, float]:
    """What is reached, even late, is not behind any more."""
    found = promise.assessment
    ahead = (found.share_achieved or 0.0) - (found.share_expected or 0.0)
    return sign_of(found) is Sign.ACHIEVED, ahead


def bullet(
    promises: Sequence[CriterionStanding], *, mode: Mode, words: Words, most: int | None = None
) -> alt.LayerChart:
    """One bar a promise: share of the planned change reached, a tick where the path should be.

    most: how many are drawn at most, the farthest behind first; the title speaks of all of them.
    Promises without a share are left out; the caller counts them. Shares below 0 are drawn as 0,
    those past the target end at the edge; the words below the bar carry the true figures.
    """
    drawn = farthest_behind(promises, most)
    ways = pd.DataFrame([_way(p, mode, words) for p in drawn], columns=list(_COLUMNS))
    layers = _bars(mode) + _words(mode)
    return alt.LayerChart(
        config=dress(mode, words),
        data=ways,
        layer=layers,
        width="container",
        height=alt.Step(_ROW),
        title=_title(promises, words),
    )


def alt_text(
    promises: Sequence[CriterionStanding], words: Words, *, most: int | None = None
) -> str:
    """The chart told in words, from the same numbers."""
    drawn = farthest_behind(promises, most)
    told = [
        words.say(
            "{text}: {standing}; {walked} af den lovede ændring, ventet {expected}.",
            text=way["whole"],
            standing=way["standing"],
            walked=way["walked_text"],
            expected=way["expected_text"],
        )
        for way in (_way(promise, "light", words) for promise in drawn)
    ]
    return " ".join([headline(promises, words) + ".", *told])


def headline(promises: Sequence[CriterionStanding], words: Words) -> str:
    """What the picture says in one sentence."""
    shown = [sign_of(promise.assessment) for promise in drawable(promises)]
    well = sum(s in {Sign.ACHIEVED, Sign.ON_TRACK} for s in shown)
    red = sum(s in RED for s in shown)
    return words.say(
        "{well} af {n} målte løfter er nået eller på sporet, {red} er røde",
        well=well,
        n=len(shown),
        red=red,
    )


def _way(promise: CriterionStanding, mode: Mode, words: Words) -> dict[str, Any]:
    standing, criterion = promise.assessment, promise.criterion
    shown, reached = sign_of(standing), standing.share_achieved or 0.0
    return {
        "id": criterion.id,
        "label": fill(shorten(criterion.text, 2 * _LINE, placeholder=" …"), _LINE),
        "whole": criterion.text,
        "walked": min(max(reached, 0.0), FARTHEST),
        "expected": standing.share_expected,
        "walked_text": share(reached, words),
        "expected_text": share(standing.share_expected, words),
        "standing": words.say(
            "{word}: {value}, mål {target}",
            word=late_word(promise, words),
            value=figure(standing.value, promise, words),
            target=target_text(promise, words),
        ),
        "sign": str(shown),
        "fill": palette(mode).fill[shown],
        "ink": palette(mode).text[shown],
        "shape": SHAPE[shown],
    }


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


def _title(promises: Sequence[CriterionStanding], words: Words) -> alt.TitleParams:
    told = words.say(
        "Procent af den lovede ændring, længst bagud først. Streg: hvor vi burde være."
    )
    return alt.TitleParams(wrap(headline(promises, words), 44), subtitle=wrap(told, 56))
