"""The axes of a criterion through time, and the room for the words beside its points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import altair as alt

from models.charts.promises.figures import in_percent, target_text
from models.charts.promises.standing import CriterionStanding
from models.charts.text import text_lines, text_width
from models.strategy.observation import Observation
from models.strategy.rule.trajectory import path
from models.strategy.target import Target
from models.wording import Words

PLOT = 270
# A figure this near to the foot of the plot would stand among the years.
_FOOT = 40
# Over the highest value there is room for its figure.
_HEADROOM = 1.16
_LABEL_ROOM, _MARGIN = 96, 20
# Nearer to an end than this a figure centred on its point would reach over it.
_LEFT, _RIGHT = 0.2, 0.8


class TimeAxis(StrEnum):
    """The day at which a measurement stands: the one it describes, or the one it was entered."""

    DESCRIBED = "described"
    ENTERED = "entered"

    def day(self, observation: Observation) -> date:
        """Return an observation's day on this axis."""
        return observation.ref if self is TimeAxis.DESCRIBED else observation.recorded


@dataclass(frozen=True)
class Frame:
    """The axes, the last value of the scale, the days, and the lines of the target's label."""

    time: TimeAxis
    x: alt.X
    y: alt.Y
    top: float
    days: tuple[date, ...]
    goal: tuple[str, ...]


def frame(
    standing: CriterionStanding,
    points: Sequence[tuple[date, float]],
    words: Words,
    time: TimeAxis,
) -> Frame:
    """Return the frame that holds the target's path and the points, each a day and a value."""
    target = standing.target
    corners = path_corners(target)
    days = (*(day for day, _ in corners), *(day for day, _ in points))
    values = [value for _, value in corners] + [value for _, value in points]
    values += [limit for limit in limits(target) if limit is not None]
    top = max([*values, 0.0]) * _HEADROOM or 1.0
    goal = text_lines(target_text(standing, words), _LABEL_ROOM, bold=True) if values else ()
    if not any(limit is not None for limit in limits(target)):
        goal = ()
    right = max((text_width(line, bold=True) for line in goal), default=-_MARGIN) + _MARGIN
    y = _y(standing, min([*values, 0.0]), top, words)
    return Frame(time, _x(days, right, words, time), y, top, days, goal)


def limits(target: Target | None) -> tuple[float | None, ...]:
    """Return the target's figure and the ends of its range, None where there is none."""
    return (target.target, target.low, target.high) if target else ()


def path_corners(target: Target | None) -> tuple[tuple[date, float], ...]:
    """Return the corners of the adopted path up to the due date; none without one."""
    return path(target, until=target.due) if target and target.due else ()


def _x(days: Sequence[date], right: float, words: Words, time: TimeAxis) -> alt.X:
    """Return a time axis with a tick at each year's end, and room for the target at its right."""
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    # Yearly figures describe the last day of the year, so the ticks stand there, not on 1 January.
    ends = [alt.DateTime(year=year, month=12, date=31) for year in years]
    title = words.say("Ved udgangen af året")
    if time is TimeAxis.ENTERED:
        title = words.say("Dagen, tallet blev skrevet ind; streg ved udgangen af året")
    axis = alt.Axis(
        format="%Y",
        values=ends,
        title=title,
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


def aside(standing: CriterionStanding, place: Frame, day: date) -> dict[str, Any]:
    """Return where the latest figure stands: off the path, the years and the target's words."""
    assessment = standing.assessment
    value = assessment.value or 0.0
    below = assessment.expected is not None and value < assessment.expected
    if PLOT * value / place.top < _FOOT:
        below = False
    first, last = min(place.days), max(place.days)
    share = (day - first).days / max((last - first).days, 1)
    align = "right" if share > _RIGHT else "left" if share < _LEFT else "center"
    return {
        "dy": 22 if below else -18,
        "align": align,
        "dx": {"right": 8, "left": -8}.get(align, 0),
    }


def chart_of(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    """Return a chart of rows that are its own."""
    return alt.Chart(alt.InlineData(values=list(rows)))


def iso_day(day: date) -> str:
    """Return a day as the axis reads it; with an hour it is that day wherever the reader is."""
    return f"{day}T00:00:00"
