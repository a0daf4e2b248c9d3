"""One promise through time: the adopted path, what was observed, and where it should end."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from models.charts.palette import Mode, palette
from models.charts.promises.figures import figure, late_word, target_text
from models.charts.promises.signs import SHAPE, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.style import dress
from models.strategy.observation import Observation
from models.strategy.rule.trajectory import path
from models.strategy.target import Target
from models.wording import Words

_LINE, _INDENT = 48, 22
# Pixels of a line of the title and of the subtitle, to stand the mark beside the first word.
_TITLE_LINE, _SUBTITLE_LINE = 19, 15


def trajectory(
    promise: CriterionStanding, observations: Sequence[Observation], *, mode: Mode, words: Words
) -> alt.LayerChart:
    """The adopted path (dashed), the observed values and the target mark of one criterion.

    observations: those that `counting_observations` returns: a replaced record is not drawn.
    """
    corners = _corners(promise.target)
    days = [*(day for day, _ in corners), *(o.ref for o in observations)]
    axes = _axes(days, words)
    seen = _seen(promise, observations, words)
    title = _title(promise, mode, words)
    layers = [
        *_path(promise, axes, mode, words),
        *_observed(promise, seen, axes, mode),
        _title_mark(promise, title, mode),
    ]
    return alt.LayerChart(
        config=dress(mode, words), layer=layers, width="container", height=330, title=title
    )


def alt_text(promise: CriterionStanding, observations: Sequence[Observation], words: Words) -> str:
    """The chart told in words, from the same numbers."""
    told = [headline(promise, words) + "."]
    if promise.target is not None:
        told.append(_path_text(promise, promise.target, words))
    for observation in sorted(observations, key=lambda o: o.ref):
        value = figure(observation.value, promise, words)
        told.append(f"{words.day(observation.ref)}: {value}.")
    return " ".join(told)


def headline(promise: CriterionStanding, words: Words) -> str:
    """What the picture says: the word of the status and the figures behind it."""
    standing = promise.assessment
    word = late_word(promise, words)
    if standing.value is None:
        return words.say("{word}: mål {target}", word=word,
                         target=target_text(promise, words))  # fmt: skip
    value = figure(standing.value, promise, words)
    if standing.expected is None:
        return words.say("{word}: {value} den {day}", word=word, value=value,
                         day=words.day(standing.ref))  # fmt: skip
    return words.say(
        "{word}: {value} den {day}, ventet {expected}",
        word=word,
        value=value,
        day=words.day(standing.ref),
        expected=figure(standing.expected, promise, words),
    )


def _path_text(promise: CriterionStanding, target: Target, words: Words) -> str:
    steps = _corners(target)
    start = (
        words.say("Udgangspunkt {value} den {day}. ", value=figure(steps[0][1], promise, words),
                  day=words.day(steps[0][0]))
        if steps
        else ""
    )  # fmt: skip
    goal = target_text(promise, words)
    return start + words.say("Mål {target} den {day}.", target=goal, day=words.day(target.due))


def _path(
    promise: CriterionStanding, axes: tuple[alt.X, alt.Y], mode: Mode, words: Words
) -> list[alt.Chart]:
    target, ink = promise.target, palette(mode)
    if target is None:
        return []
    x, y = axes
    layers = _corridor(target, mode, y)
    if corners := _corners(target):
        dashed = alt.Chart(_frame(corners, ["day", "value"])).mark_line(
            strokeDash=[6, 4], color=ink.ink2, strokeWidth=1.5
        )
        layers.append(dashed.encode(x=x, y=y))
    if target.target is not None and target.due is not None:
        aim = (target.due, target.target, target_text(promise, words))
        goal = alt.Chart(_frame([aim], ["day", "value", "aim"]))
        bar = goal.mark_tick(color=ink.ink, thickness=4, width=28, orient="horizontal", opacity=1)
        said = goal.mark_text(align="right", dy=-13, dx=14, fontWeight=600, color=ink.ink)
        layers.append(bar.encode(x=x, y=y))
        layers.append(said.encode(x=x, y=y, text=alt.Text("aim", type="nominal")))
    return layers


def _corners(target: Target | None) -> tuple[tuple[date, float], ...]:
    return path(target, until=target.due) if target and target.due else ()


def _corridor(target: Target, mode: Mode, y: alt.Y) -> list[alt.Chart]:
    """What a maintained value may move within."""
    if target.low is None and target.high is None:
        return []
    limits = pd.DataFrame({"value": [one for one in (target.low, target.high) if one is not None]})
    rule = alt.Chart(limits).mark_rule(color=palette(mode).line_strong, strokeDash=[2, 2])
    return [rule.encode(y=y)]


def _seen(
    promise: CriterionStanding, observations: Sequence[Observation], words: Words
) -> pd.DataFrame:
    shown = sign_of(promise.assessment)
    rows = [
        (o.ref, o.value, o.series, figure(o.value, promise, words),
         o.ref == promise.assessment.ref)
        for o in sorted(observations, key=lambda o: o.ref)
    ]  # fmt: skip
    seen = _frame(rows, ["day", "value", "series", "figure", "latest"])
    return seen.assign(sign=str(shown), shape=SHAPE[shown])


def _observed(
    promise: CriterionStanding, seen: pd.DataFrame, axes: tuple[alt.X, alt.Y], mode: Mode
) -> list[alt.Chart]:
    if seen.empty:
        return []
    shown = Sign(seen["sign"].iloc[0])
    fill, ink = palette(mode).fill[shown], palette(mode).text[shown]
    x, y = axes
    line = alt.Chart(seen).mark_line(color=fill, strokeWidth=3)
    points = alt.Chart(seen[~seen["latest"]]).mark_point(
        filled=True, color=fill, size=45, opacity=1
    )
    latest = seen[seen["latest"]]
    sign_mark = alt.Chart(latest).mark_point(
        filled=True, color=fill, size=190, opacity=1, shape=SHAPE[shown]
    )
    value = alt.Chart(latest).mark_text(dy=_aside(promise), fontSize=15, fontWeight=600, color=ink)
    return [
        line.encode(x=x, y=y, detail=alt.Detail("series", type="nominal")),
        points.encode(x=x, y=y),
        sign_mark.encode(x=x, y=y),
        value.encode(x=x, y=y, text=alt.Text("figure", type="nominal")),
    ]


def _aside(promise: CriterionStanding) -> int:
    """Where the latest figure stands: on the far side of the point from the path."""
    standing = promise.assessment
    below = (
        standing.value is not None
        and standing.expected is not None
        and standing.value < standing.expected
    )
    return 20 if below else -18


def _title(promise: CriterionStanding, mode: Mode, words: Words) -> alt.TitleParams:
    indicator = promise.criterion.indicator
    told = words.say("{name} ({unit}). Stiplet: den vedtagne vej til målet.", name=indicator.name,
                     unit=indicator.unit or words.say("uden enhed"))  # fmt: skip
    title, subtitle = wrap(headline(promise, words), _LINE - 10), wrap(told, _LINE)
    return alt.TitleParams(
        title,
        dx=_INDENT,
        offset=7 - _height(title, subtitle),
        color=palette(mode).text[sign_of(promise.assessment)],
        subtitle=subtitle,
    )


def _height(title: Sequence[str], subtitle: Sequence[str]) -> int:
    return _TITLE_LINE * len(title) + _SUBTITLE_LINE * len(subtitle)


def _title_mark(promise: CriterionStanding, title: alt.TitleParams, mode: Mode) -> alt.Chart:
    """The shape of the status, standing before the title's first word."""
    shown = sign_of(promise.assessment)
    placed: alt.Chart = alt.Chart(pd.DataFrame({"sign": [str(shown)]})).mark_point(
        x=8,
        y=-_height(title.text, title.subtitle) - 24,
        filled=True,
        size=150,
        opacity=1,
        shape=SHAPE[shown],
        color=palette(mode).fill[shown],
        aria=False,
    )
    return placed


def _frame(rows: Sequence[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=columns)
    return frame.assign(day=pd.to_datetime(frame["day"]))


def _axes(days: Sequence[date], words: Words) -> tuple[alt.X, alt.Y]:
    """Time with a tick at each year's end, the day yearly figures describe; values from zero."""
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    ends = [alt.DateTime(year=year, month=12, date=31) for year in years]
    along = alt.Axis(
        format="%Y",
        values=ends,
        title=words.say("Ved udgangen af året"),
        grid=False,
        labelOverlap=True,
    )
    figures = alt.Axis(title=None, domain=False, ticks=False, tickCount=5)
    x = alt.X("day", type="temporal", axis=along, scale=alt.Scale(padding=24))
    return x, alt.Y("value", type="quantitative", axis=figures, scale=alt.Scale(zero=True))
