"""A criterion through time: the adopted path, the observed values and the target."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from models.charts.palette import Mode, palette
from models.charts.promises.figures import decided_figure, figure, late_word, target_text
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
    standing: CriterionStanding, observations: Sequence[Observation], *, mode: Mode, words: Words
) -> alt.LayerChart:
    """Draw the adopted path (dashed), the observed values and the target mark of one criterion.

    observations: those that `counting_observations` returns: a replaced record is not drawn.
    """
    corners = _corners(standing.target)
    days = [*(day for day, _ in corners), *(o.ref for o in observations)]
    axes = _axes(days, words)
    observed = _observed_rows(standing, observations, words)
    title = _title(standing, mode, words)
    layers = [
        *_path(standing, axes, mode, words),
        *_observed(standing, observed, axes, mode),
        _title_mark(standing, title, mode),
    ]
    return alt.LayerChart(
        config=dress(mode, words), layer=layers, width="container", height=330, title=title
    )


def alt_text(standing: CriterionStanding, observations: Sequence[Observation], words: Words) -> str:
    """Return the chart's content as text, from the same numbers."""
    sentences = [headline(standing, words) + "."]
    if standing.target is not None:
        sentences.append(_path_text(standing, standing.target, words))
    for observation in sorted(observations, key=lambda o: o.ref):
        value = figure(observation.value, standing, words)
        sentences.append(f"{words.day(observation.ref)}: {value}.")
    return " ".join(sentences)


def headline(standing: CriterionStanding, words: Words) -> str:
    """Return the chart's title: the word of the status and the figures behind it."""
    assessment = standing.assessment
    word = late_word(standing, words)
    if assessment.value is None:
        return words.say("{word}: mål {target}", word=word,
                         target=target_text(standing, words))  # fmt: skip
    value = decided_figure(standing, words)
    if assessment.expected is None:
        return words.say("{word}: {value} den {day}", word=word, value=value,
                         day=words.day(assessment.ref))  # fmt: skip
    return words.say(
        "{word}: {value} den {day}, ventet {expected}",
        word=word,
        value=value,
        day=words.day(assessment.ref),
        expected=figure(assessment.expected, standing, words),
    )


def _path_text(standing: CriterionStanding, target: Target, words: Words) -> str:
    steps = _corners(target)
    start = (
        words.say("Udgangspunkt {value} den {day}. ", value=figure(steps[0][1], standing, words),
                  day=words.day(steps[0][0]))
        if steps
        else ""
    )  # fmt: skip
    goal = target_text(standing, words)
    return start + words.say("Mål {target} den {day}.", target=goal, day=words.day(target.due))


def _path(
    standing: CriterionStanding, axes: tuple[alt.X, alt.Y], mode: Mode, words: Words
) -> list[alt.Chart]:
    target, ink = standing.target, palette(mode)
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
        aim = (target.due, target.target, target_text(standing, words))
        goal = alt.Chart(_frame([aim], ["day", "value", "aim"]))
        bar = goal.mark_tick(color=ink.ink, thickness=4, width=28, orient="horizontal", opacity=1)
        label = goal.mark_text(align="right", dy=-13, dx=14, fontWeight=600, color=ink.ink)
        layers.append(bar.encode(x=x, y=y))
        layers.append(label.encode(x=x, y=y, text=alt.Text("aim", type="nominal")))
    return layers


def _corners(target: Target | None) -> tuple[tuple[date, float], ...]:
    return path(target, until=target.due) if target and target.due else ()


def _corridor(target: Target, mode: Mode, y: alt.Y) -> list[alt.Chart]:
    """Draw the limits of a range to be held; nothing for a change to be made."""
    if target.low is None and target.high is None:
        return []
    limits = pd.DataFrame(
        {"value": [limit for limit in (target.low, target.high) if limit is not None]}
    )
    rule = alt.Chart(limits).mark_rule(color=palette(mode).line_strong, strokeDash=[2, 2])
    return [rule.encode(y=y)]


def _observed_rows(
    standing: CriterionStanding, observations: Sequence[Observation], words: Words
) -> pd.DataFrame:
    sign = sign_of(standing.assessment)
    rows = [
        (o.ref, o.value, o.series, figure(o.value, standing, words),
         o.ref == standing.assessment.ref)
        for o in sorted(observations, key=lambda o: o.ref)
    ]  # fmt: skip
    observed = _frame(rows, ["day", "value", "series", "figure", "latest"])
    return observed.assign(sign=str(sign), shape=SHAPE[sign])


def _observed(
    standing: CriterionStanding, observed: pd.DataFrame, axes: tuple[alt.X, alt.Y], mode: Mode
) -> list[alt.Chart]:
    if observed.empty:
        return []
    sign = Sign(observed["sign"].iloc[0])
    fill, ink = palette(mode).fill[sign], palette(mode).text[sign]
    x, y = axes
    line = alt.Chart(observed).mark_line(color=fill, strokeWidth=3)
    points = alt.Chart(observed[~observed["latest"]]).mark_point(
        filled=True, color=fill, size=45, opacity=1
    )
    latest = observed[observed["latest"]]
    sign_mark = alt.Chart(latest).mark_point(
        filled=True, color=fill, size=190, opacity=1, shape=SHAPE[sign]
    )
    value = alt.Chart(latest).mark_text(dy=_aside(standing), fontSize=15, fontWeight=600, color=ink)
    return [
        line.encode(x=x, y=y, detail=alt.Detail("series", type="nominal")),
        points.encode(x=x, y=y),
        sign_mark.encode(x=x, y=y),
        value.encode(x=x, y=y, text=alt.Text("figure", type="nominal")),
    ]


def _aside(standing: CriterionStanding) -> int:
    """Return the vertical offset of the latest figure: on the side of the point off the path."""
    assessment = standing.assessment
    below = (
        assessment.value is not None
        and assessment.expected is not None
        and assessment.value < assessment.expected
    )
    return 20 if below else -18


def _title(standing: CriterionStanding, mode: Mode, words: Words) -> alt.TitleParams:
    indicator = standing.criterion.indicator
    path_note = words.say(
        "{name} ({unit}). Stiplet: den vedtagne vej til målet.",
        name=indicator.name,
        unit=indicator.unit or words.say("uden enhed"),
    )
    title, subtitle = wrap(headline(standing, words), _LINE - 10), wrap(path_note, _LINE)
    return alt.TitleParams(
        title,
        dx=_INDENT,
        offset=7 - _height(title, subtitle),
        color=palette(mode).text[sign_of(standing.assessment)],
        subtitle=subtitle,
    )


def _height(title: Sequence[str], subtitle: Sequence[str]) -> int:
    return _TITLE_LINE * len(title) + _SUBTITLE_LINE * len(subtitle)


def _title_mark(standing: CriterionStanding, title: alt.TitleParams, mode: Mode) -> alt.Chart:
    """Draw the shape of the status before the title's first word."""
    sign = sign_of(standing.assessment)
    mark: alt.Chart = alt.Chart(pd.DataFrame({"sign": [str(sign)]})).mark_point(
        x=8,
        y=-_height(title.text, title.subtitle) - 24,
        filled=True,
        size=150,
        opacity=1,
        shape=SHAPE[sign],
        color=palette(mode).fill[sign],
        aria=False,
    )
    return mark


def _frame(rows: Sequence[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=columns)
    return frame.assign(day=pd.to_datetime(frame["day"]))


def _axes(days: Sequence[date], words: Words) -> tuple[alt.X, alt.Y]:
    """Return a time axis with a tick at each year's end, and a value axis from zero."""
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    # Yearly figures describe the last day of the year, so the ticks stand there, not on 1 January.
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
