"""A criterion through time: the adopted path, the observed values and the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from models.charts.chart_file import Table
from models.charts.palette import Mode, palette
from models.charts.promises.figures import (
    decided_figure,
    figure,
    in_percent,
    late_word,
    measured_figure,
    target_text,
)
from models.charts.promises.signs import SHAPE, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.style import dress
from models.charts.text import LINE, SIZE, text_lines, text_width
from models.charts.tiers import PADDING, WIDTH
from models.strategy.observation import Observation
from models.strategy.rule.trajectory import path
from models.strategy.target import Target
from models.wording import Words

_PLOT = 250
# A figure this near to the foot of the plot would stand among the years.
_FOOT = 40
# Over the highest value there is room for its figure.
_HEADROOM = 1.16
_LABEL_ROOM, _MARGIN = 96, 20
# Nearer to an end than this a figure centred on its point would reach over it.
_LEFT, _RIGHT = 0.2, 0.8


def trajectory(
    standing: CriterionStanding, observations: Sequence[Observation], *, mode: Mode, words: Words
) -> alt.LayerChart:
    """Draw the adopted path (dashed), the observed values and the target mark of one criterion.

    observations: those that `counting_observations` returns: a replaced record is not drawn.
    """
    observed = sorted(observations, key=lambda observation: observation.ref)
    frame = _frame(standing, observed, words)
    layers = [
        *_path(standing, frame, mode, words),
        *_observed(standing, observed, frame, mode, words),
    ]
    return alt.LayerChart(
        config=dress(mode, words),
        data=alt.InlineData(values=[{}]),
        layer=layers,
        width=WIDTH,
        height=_PLOT,
        padding=PADDING,
        # The figures of the axis stand outside the plot, which gives them the room.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def table(standing: CriterionStanding, observations: Sequence[Observation], words: Words) -> Table:
    """The chart's figures, a row a day: the observed values, then the corners of the path."""
    observed = sorted(observations, key=lambda observation: observation.ref)
    rows = [(row.ref, words.say("målt"), row.value) for row in observed]
    rows += [(day, words.say("vejen til målet"), value) for day, value in _corners(standing.target)]
    return [
        {
            words.say("Dag"): day.isoformat(),
            words.say("Hvad"): kind,
            words.say("Tal"): measured_figure(value, standing, words),
            words.say("Værdi"): value,
        }
        for day, kind, value in rows
    ]


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
        "{word}: {value} den {day}, forventet {expected}",
        word=word,
        value=value,
        day=words.day(assessment.ref),
        expected=figure(assessment.expected, standing, words),
    )


@dataclass(frozen=True)
class _Frame:
    """The axes, the last value of the scale, the days, and the lines of the target's label."""

    x: alt.X
    y: alt.Y
    top: float
    days: tuple[date, ...]
    goal: tuple[str, ...]


def _frame(standing: CriterionStanding, observed: Sequence[Observation], words: Words) -> _Frame:
    target = standing.target
    corners = _corners(target)
    days = (*(day for day, _ in corners), *(row.ref for row in observed))
    values = [value for _, value in corners] + [row.value for row in observed]
    values += [limit for limit in _limits(target) if limit is not None]
    top = max([*values, 0.0]) * _HEADROOM or 1.0
    goal = text_lines(target_text(standing, words), _LABEL_ROOM, bold=True) if values else ()
    if target is None or not any(limit is not None for limit in _limits(target)):
        goal = ()
    right = max((text_width(line, bold=True) for line in goal), default=-_MARGIN) + _MARGIN
    return _Frame(
        _x(days, right, words), _y(standing, min([*values, 0.0]), top, words), top, days, goal
    )


def _limits(target: Target | None) -> tuple[float | None, ...]:
    return (target.target, target.low, target.high) if target else ()


def _x(days: Sequence[date], right: float, words: Words) -> alt.X:
    """Return a time axis with a tick at each year's end, and room for the target at its right."""
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    # Yearly figures describe the last day of the year, so the ticks stand there, not on 1 January.
    ends = [alt.DateTime(year=year, month=12, date=31) for year in years]
    axis = alt.Axis(
        format="%Y",
        values=ends,
        title=words.say("Ved udgangen af året"),
        grid=False,
        labelOverlap=True,
        labelSeparation=8,
    )
    scale = alt.Scale(padding=24, range=[0, alt.ExprRef(expr=f"width - {right:.0f}")])
    return alt.X("day", type="temporal", axis=axis, scale=scale)


def _y(standing: CriterionStanding, low: float, top: float, words: Words) -> alt.Y:
    unit = f" + '{words.percent_sign}'" if in_percent(standing) else ""
    axis = alt.Axis(
        title=None, domain=False, ticks=False, tickCount=5, labelExpr=f"datum.label{unit}"
    )
    scale = alt.Scale(domain=[low, top], nice=False)
    return alt.Y("value", type="quantitative", axis=axis, scale=scale)


def _path(standing: CriterionStanding, frame: _Frame, mode: Mode, words: Words) -> list[alt.Chart]:
    target, ink = standing.target, palette(mode)
    if target is None:
        return []
    layers = _corridor(target, mode, frame.y)
    if corners := _corners(target):
        dashed = _chart([{"day": _iso(day), "value": value} for day, value in corners])
        line = dashed.mark_line(strokeDash=[6, 4], color=ink.ink2, strokeWidth=1.5)
        layers.append(line.encode(x=frame.x, y=frame.y))
    if target.target is not None and target.due is not None:
        goal = _chart([{"day": _iso(target.due), "value": target.target}])
        bar = goal.mark_tick(color=ink.ink, thickness=4, width=28, orient="horizontal", opacity=1)
        layers.append(bar.encode(x=frame.x, y=frame.y))
    return [*layers, *_goal_text(target, frame, mode)]


def _goal_text(target: Target, frame: _Frame, mode: Mode) -> list[alt.Chart]:
    """Write the target in the margin, at its height."""
    limits = [limit for limit in _limits(target) if limit is not None]
    if not frame.goal:
        return []
    height = target.target if target.target is not None else sum(limits) / len(limits)
    label = _chart([{"value": height, "aim": "\n".join(frame.goal)}]).mark_text(
        x="width", align="right", baseline="middle", dy=-LINE * (len(frame.goal) - 1) / 2,
        lineHeight=LINE, lineBreak="\n", fontSize=SIZE, fontWeight=600, color=palette(mode).ink,
    )  # fmt: skip
    return [label.encode(y=frame.y, text=alt.Text("aim", type="nominal"))]


def _corners(target: Target | None) -> tuple[tuple[date, float], ...]:
    return path(target, until=target.due) if target and target.due else ()


def _corridor(target: Target, mode: Mode, y: alt.Y) -> list[alt.Chart]:
    """Draw the limits of a range to be held; nothing for a change to be made."""
    limits = [{"value": limit} for limit in (target.low, target.high) if limit is not None]
    if not limits:
        return []
    rule = _chart(limits).mark_rule(color=palette(mode).line_strong, strokeDash=[2, 2])
    return [rule.encode(y=y)]


def _observed(
    standing: CriterionStanding,
    observed: Sequence[Observation],
    frame: _Frame,
    mode: Mode,
    words: Words,
) -> list[alt.Chart]:
    if not observed:
        return []
    sign = sign_of(standing.assessment)
    fill, ink = palette(mode).fill[sign], palette(mode).text[sign]
    rows = [{"day": _iso(row.ref), "value": row.value, "series": row.series} for row in observed]
    latest = [
        {**row, "figure": measured_figure(observation.value, standing, words)}
        for row, observation in zip(rows, observed, strict=True)
        if observation.ref == standing.assessment.ref
    ]
    line = _chart(rows).mark_line(color=fill, strokeWidth=3)
    points = _chart(rows).mark_point(filled=True, color=fill, size=45, opacity=1)
    decided = _chart(latest).mark_point(
        filled=True, color=fill, size=190, opacity=1, shape=SHAPE[sign]
    )
    text = _chart(latest).mark_text(
        **_aside(standing, frame), fontSize=15, fontWeight=600, color=ink
    )
    x, y = frame.x, frame.y
    return [
        line.encode(x=x, y=y, detail=alt.Detail("series", type="nominal")),
        points.encode(x=x, y=y),
        decided.encode(x=x, y=y),
        text.encode(x=x, y=y, text=alt.Text("figure", type="nominal")),
    ]


def _aside(standing: CriterionStanding, frame: _Frame) -> dict[str, Any]:
    """Return where the latest figure stands: off the path, the years and the target's words."""
    assessment = standing.assessment
    value, day = assessment.value or 0.0, assessment.ref
    below = assessment.expected is not None and value < assessment.expected
    if _PLOT * value / frame.top < _FOOT:
        below = False
    span = max((max(frame.days) - min(frame.days)).days, 1)
    place = (day - min(frame.days)).days / span if day else 0.5
    align = "right" if place > _RIGHT else "left" if place < _LEFT else "center"
    return {
        "dy": 22 if below else -18,
        "align": align,
        "dx": {"right": 8, "left": -8}.get(align, 0),
    }


def subtitle(standing: CriterionStanding, words: Words) -> str:
    """Return the name of the figures with their unit, and how the path is read."""
    indicator = standing.criterion.indicator
    return words.say(
        "{name} ({unit}). Stiplet: den vedtagne vej til målet.",
        name=indicator.name,
        unit=indicator.unit or words.say("uden enhed"),
    )


def _chart(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(rows)))


def _iso(day: date) -> str:
    # With an hour it is that day wherever the reader is.
    return f"{day}T00:00:00"
