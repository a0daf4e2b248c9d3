"""The adopted path of a criterion as it is drawn, with the target's mark and words."""

import altair as alt

from models.charts.palette import Mode, palette
from models.charts.promises.frame import Frame, TimeAxis, chart_of, iso_day, limits, path_corners
from models.charts.promises.standing import CriterionStanding
from models.charts.text import LINE, SIZE
from models.strategy.target import Target


def path_layers(standing: CriterionStanding, place: Frame, mode: Mode) -> list[alt.Chart]:
    """Draw the path dashed, the mark of the target, and its words; nothing without a target."""
    target, ink = standing.target, palette(mode)
    if target is None:
        return []
    layers = _corridor(target, mode, place.y)
    if (corners := path_corners(target)) and place.time is TimeAxis.DESCRIBED:
        dashed = chart_of([{"day": iso_day(day), "value": value} for day, value in corners])
        line = dashed.mark_line(strokeDash=[6, 4], color=ink.ink2, strokeWidth=1.5)
        layers.append(line.encode(x=place.x, y=place.y))
    if target.target is not None and target.due is not None:
        goal = chart_of([{"day": iso_day(target.due), "value": target.target}])
        bar = goal.mark_tick(color=ink.ink, thickness=4, width=28, orient="horizontal", opacity=1)
        layers.append(bar.encode(x=place.x, y=place.y))
    return [*layers, *_goal_text(target, place, mode)]


def _goal_text(target: Target, place: Frame, mode: Mode) -> list[alt.Chart]:
    """Write the target in the margin, at its height."""
    bounds = [limit for limit in limits(target) if limit is not None]
    if not place.goal:
        return []
    height = target.target if target.target is not None else sum(bounds) / len(bounds)
    label = chart_of([{"value": height, "aim": "\n".join(place.goal)}]).mark_text(
        x="width", align="right", baseline="middle", dy=-LINE * (len(place.goal) - 1) / 2,
        lineHeight=LINE, lineBreak="\n", fontSize=SIZE, fontWeight=600, color=palette(mode).ink,
    )  # fmt: skip
    return [label.encode(y=place.y, text=alt.Text("aim", type="nominal"))]


def _corridor(target: Target, mode: Mode, y: alt.Y) -> list[alt.Chart]:
    """Draw the limits of a range to be held; nothing for a change to be made."""
    bounds = [{"value": limit} for limit in (target.low, target.high) if limit is not None]
    if not bounds:
        return []
    rule = chart_of(bounds).mark_rule(color=palette(mode).line_strong, strokeDash=[2, 2])
    return [rule.encode(y=y)]
