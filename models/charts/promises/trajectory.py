"""A criterion through time: the adopted path, the observed values and the target."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import altair as alt

from models.charts.chart_file import Table, tenths
from models.charts.palette import Mode, palette
from models.charts.promises.figures import (
    decided_figure,
    figure,
    late_word,
    measured_figure,
    target_text,
)
from models.charts.promises.frame import (
    PLOT,
    Frame,
    TimeAxis,
    aside,
    frame,
    limits,
    path_corners,
)
from models.charts.promises.signs import SHAPE, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.style import dress
from models.charts.text import LINE, SIZE
from models.charts.tiers import PADDING, WIDTH
from models.strategy.observation import Observation
from models.strategy.rule.evidence import interval
from models.strategy.target import Target
from models.wording import Words

Ends = tuple[float, float]


def trajectory(
    standing: CriterionStanding,
    observations: Sequence[Observation],
    *,
    mode: Mode,
    words: Words,
    time: TimeAxis = TimeAxis.DESCRIBED,
    replaced: Sequence[Observation] = (),
) -> alt.LayerChart:
    """Draw the adopted path (dashed), the observed values and the target mark of one criterion.

    Shares of a number of answers have their 95 % interval.
    observations: those that `counting_observations` returns.
    time: by the day of entry there is no path, and the replaced records are hollow points.
    """
    entered = time is TimeAxis.ENTERED
    observed = sorted(observations, key=time.day)
    hollow = list(replaced) if entered else []
    ends = [end for row in observed for end in _ends(standing, row) or ()]
    points = [(time.day(row), row.value) for row in (*observed, *hollow)]
    # The ends of an interval need their room, at a day that is there already.
    points += [(time.day(observed[0]), end) for end in ends]
    place = frame(standing, points, words, time)
    layers = [
        *_path(standing, place, mode),
        *_replaced(hollow, place, mode),
        *_observed(standing, observed, place, mode, words),
    ]
    return alt.LayerChart(
        config=dress(mode, words),
        data=alt.InlineData(values=[{}]),
        layer=layers,
        width=WIDTH,
        height=PLOT,
        padding=PADDING,
        # The figures of the axis stand outside the plot, which gives them the room.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def table(standing: CriterionStanding, observations: Sequence[Observation], words: Words) -> Table:
    """The chart's figures, a row a day: the observed values, then the corners of the path."""
    observed = sorted(observations, key=lambda observation: observation.ref)
    rows = [
        _table_row(row.ref, words.say("målt"), row.value, standing, words, measured=row)
        for row in observed
    ]
    path = words.say("vejen til målet")
    corners = path_corners(standing.target)
    return rows + [_table_row(day, path, value, standing, words) for day, value in corners]


def _table_row(
    day: date,
    kind: str,
    value: float,
    standing: CriterionStanding,
    words: Words,
    *,
    measured: Observation | None = None,
) -> dict[str, str | float | None]:
    low, high = (measured and _ends(standing, measured)) or (None, None)
    return {
        words.say("Dag"): day.isoformat(),
        words.say("Hvad"): kind,
        words.say("Tal"): measured_figure(value, standing, words),
        words.say("Værdi"): value,
        words.say("Fra"): tenths(low),
        words.say("Til"): tenths(high),
        words.say("Skrevet ind"): measured.recorded.isoformat() if measured else "",
    }


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


def subtitle(
    standing: CriterionStanding,
    observations: Sequence[Observation],
    words: Words,
    time: TimeAxis = TimeAxis.DESCRIBED,
) -> str:
    """Return the name of the figures with their unit, and how the marks are read."""
    indicator = standing.criterion.indicator
    unit = indicator.unit or words.say("uden enhed")
    sentences = [words.say("{name} ({unit}).", name=indicator.name, unit=unit)]
    if time is TimeAxis.ENTERED:
        sentences.append(
            words.say("Hver måling står på den dag, den blev skrevet ind. Åben ring: rettet siden.")
        )
    elif path_corners(standing.target):
        sentences.append(words.say("Stiplet: den vedtagne vej til målet."))
    if any(_ends(standing, row) for row in observations):
        sentences.append(words.say("Lodret streg: 95 % sikkerhed."))
    return " ".join(sentences)


def _ends(standing: CriterionStanding, observation: Observation) -> Ends | None:
    return interval(standing.target, observation) if standing.target else None


def _path(standing: CriterionStanding, place: Frame, mode: Mode) -> list[alt.Chart]:
    target, ink = standing.target, palette(mode)
    if target is None:
        return []
    layers = _corridor(target, mode, place.y)
    if (corners := path_corners(target)) and place.time is TimeAxis.DESCRIBED:
        dashed = _chart([{"day": _iso(day), "value": value} for day, value in corners])
        line = dashed.mark_line(strokeDash=[6, 4], color=ink.ink2, strokeWidth=1.5)
        layers.append(line.encode(x=place.x, y=place.y))
    if target.target is not None and target.due is not None:
        goal = _chart([{"day": _iso(target.due), "value": target.target}])
        bar = goal.mark_tick(color=ink.ink, thickness=4, width=28, orient="horizontal", opacity=1)
        layers.append(bar.encode(x=place.x, y=place.y))
    return [*layers, *_goal_text(target, place, mode)]


def _goal_text(target: Target, place: Frame, mode: Mode) -> list[alt.Chart]:
    """Write the target in the margin, at its height."""
    bounds = [limit for limit in limits(target) if limit is not None]
    if not place.goal:
        return []
    height = target.target if target.target is not None else sum(bounds) / len(bounds)
    label = _chart([{"value": height, "aim": "\n".join(place.goal)}]).mark_text(
        x="width", align="right", baseline="middle", dy=-LINE * (len(place.goal) - 1) / 2,
        lineHeight=LINE, lineBreak="\n", fontSize=SIZE, fontWeight=600, color=palette(mode).ink,
    )  # fmt: skip
    return [label.encode(y=place.y, text=alt.Text("aim", type="nominal"))]


def _corridor(target: Target, mode: Mode, y: alt.Y) -> list[alt.Chart]:
    """Draw the limits of a range to be held; nothing for a change to be made."""
    bounds = [{"value": limit} for limit in (target.low, target.high) if limit is not None]
    if not bounds:
        return []
    rule = _chart(bounds).mark_rule(color=palette(mode).line_strong, strokeDash=[2, 2])
    return [rule.encode(y=y)]


def _replaced(records: Sequence[Observation], place: Frame, mode: Mode) -> list[alt.Chart]:
    if not records:
        return []
    rows = [{"day": _iso(place.time.day(row)), "value": row.value} for row in records]
    ring = _chart(rows).mark_point(filled=False, color=palette(mode).ink2, size=70, opacity=1)
    return [ring.encode(x=place.x, y=place.y)]


def _observed(
    standing: CriterionStanding,
    observed: Sequence[Observation],
    place: Frame,
    mode: Mode,
    words: Words,
) -> list[alt.Chart]:
    if not observed:
        return []
    sign = sign_of(standing.assessment)
    fill, ink = palette(mode).fill[sign], palette(mode).text[sign]
    rows = [
        {"day": _iso(place.time.day(row)), "value": row.value, "series": row.series}
        for row in observed
    ]
    latest = [
        {**row, "figure": measured_figure(observation.value, standing, words)}
        for row, observation in zip(rows, observed, strict=True)
        if observation.ref == standing.assessment.ref
    ]
    days = [place.time.day(row) for row in observed if row.ref == standing.assessment.ref]
    line = _chart(rows).mark_line(color=fill, strokeWidth=3)
    points = _chart(rows).mark_point(filled=True, color=fill, size=45, opacity=1)
    decided = _chart(latest).mark_point(
        filled=True, color=fill, size=190, opacity=1, shape=SHAPE[sign]
    )
    text = _chart(latest).mark_text(
        **aside(standing, place, days[-1] if days else place.days[-1]),
        fontSize=15, fontWeight=600, color=ink,
    )  # fmt: skip
    x, y = place.x, place.y
    return [
        *_intervals(standing, observed, place, mode),
        line.encode(x=x, y=y, detail=alt.Detail("series", type="nominal")),
        points.encode(x=x, y=y),
        decided.encode(x=x, y=y),
        text.encode(x=x, y=y, text=alt.Text("figure", type="nominal")),
    ]


def _intervals(
    standing: CriterionStanding, observed: Sequence[Observation], place: Frame, mode: Mode
) -> list[alt.Chart]:
    rows = [
        {"day": _iso(place.time.day(row)), "value": ends[0], "high": ends[1]}
        for row in observed
        if (ends := _ends(standing, row))
    ]
    if not rows:
        return []
    rule = _chart(rows).mark_rule(color=palette(mode).ink2, strokeWidth=1.5)
    return [rule.encode(x=place.x, y=place.y, y2=alt.Y2("high"))]


def _chart(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(rows)))


def _iso(day: date) -> str:
    # With an hour it is that day wherever the reader is.
    return f"{day}T00:00:00"
