"""A criterion through time: the adopted path, the observed values and the target."""

from collections.abc import Sequence
from datetime import date

import altair as alt

from models.charts.chart_file import Table, tenths
from models.charts.palette import Mode, palette
from models.charts.promises.adopted_path import path_layers
from models.charts.promises.figures import (
    decided_figure,
    figure,
    late_word,
    measured_figure,
    target_text,
    yes_or_no,
)
from models.charts.promises.frame import (
    PLOT,
    Frame,
    TimeAxis,
    aside,
    chart_of,
    frame,
    iso_day,
    path_corners,
)
from models.charts.promises.outlook import outlook_band, outlook_points
from models.charts.promises.signs import SHAPE, sign_of
from models.charts.promises.standing import CriterionStanding
from models.charts.style import dress
from models.charts.tiers import PADDING, WIDTH
from models.strategy.observation import Observation
from models.strategy.rule.evidence import interval
from models.strategy.rule.forecast import Forecast
from models.strategy.rule.versions.rule import CURRENT
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
    forecast: Forecast | None = None,
) -> alt.LayerChart:
    """Draw the adopted path (dashed), the observed values and the target mark of one criterion.

    Shares of a number of answers have their 95 % interval.
    observations: those that `counting_observations` returns.
    time: by the day of entry there is neither path nor forecast, and replaced records are hollow.
    """
    entered = time is TimeAxis.ENTERED
    observed = sorted(observations, key=time.day)
    hollow = list(replaced) if entered else []
    ends = [end for row in observed for end in _ends(standing, row) or ()]
    points = [(time.day(row), row.value) for row in (*observed, *hollow)]
    # The ends of an interval need their room, at a day that is there already.
    points += [(time.day(observed[0]), end) for end in ends]
    ahead = forecast if observed and not entered else None
    points += outlook_points(ahead)
    place, sign = frame(standing, points, words, time), sign_of(standing.assessment)
    layers = [
        *path_layers(standing, place, mode),
        *(outlook_band(ahead, observed[-1], sign, place, mode) if ahead else ()),
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


def table(
    standing: CriterionStanding,
    observations: Sequence[Observation],
    words: Words,
    forecast: Forecast | None = None,
) -> Table:
    """The chart's figures, a row a day: the observed values, the path's corners, the forecast."""
    observed = sorted(observations, key=lambda observation: observation.ref)
    rows = [
        _table_row(
            row.ref, words.say("målt"), row.value, standing, words,
            ends=_ends(standing, row), entered=row.recorded,
        )
        for row in observed
    ]  # fmt: skip
    path = words.say("vejen til målet")
    corners = path_corners(standing.target)
    rows += [_table_row(day, path, value, standing, words) for day, value in corners]
    if forecast is not None:
        kind, ends = words.say("går det som hidtil"), (forecast.low, forecast.high)
        rows.append(_table_row(forecast.due, kind, forecast.point, standing, words, ends=ends))
    return rows


def _table_row(
    day: date,
    kind: str,
    value: float,
    standing: CriterionStanding,
    words: Words,
    *,
    ends: tuple[float | None, float | None] | None = None,
    entered: date | None = None,
) -> dict[str, str | float | None]:
    low, high = ends or (None, None)
    return {
        words.say("Dag"): day.isoformat(),
        words.say("Hvad"): kind,
        words.say("Tal"): measured_figure(value, standing, words),
        words.say("Værdi"): value,
        words.say("Fra"): tenths(low),
        words.say("Til"): tenths(high),
        words.say("Skrevet ind"): entered.isoformat() if entered else "",
    }


def headline(standing: CriterionStanding, words: Words) -> str:
    """Return the chart's title: the word of the status and the figures behind it."""
    assessment = standing.assessment
    word = late_word(standing, words)
    if assessment.value is None:
        return words.say("{word}: mål {target}", word=word,
                         target=target_text(standing, words))  # fmt: skip
    value = decided_figure(standing, words)
    if assessment.expected is None or yes_or_no(standing):
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
    forecast: Forecast | None = None,
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
    if observations and forecast is not None and time is TimeAxis.DESCRIBED:
        sentences.append(_band_reading(forecast, words))
    if any(_ends(standing, row) for row in observations):
        sentences.append(words.say("Lodret streg: 95 % sikkerhed."))
    return " ".join(sentences)


def _band_reading(forecast: Forecast, words: Words) -> str:
    if forecast.low is None:
        return words.say("Prikket: hvis det går som hidtil.")
    return words.say(
        "Prikket med bånd: hvis det går som hidtil, med {level} % sikkerhed.",
        level=words.number(100 * CURRENT.pi_level, 0),
    )


def _ends(standing: CriterionStanding, observation: Observation) -> Ends | None:
    return interval(standing.target, observation) if standing.target else None


def _replaced(records: Sequence[Observation], place: Frame, mode: Mode) -> list[alt.Chart]:
    if not records:
        return []
    rows = [{"day": iso_day(place.time.day(row)), "value": row.value} for row in records]
    ring = chart_of(rows).mark_point(filled=False, color=palette(mode).ink2, size=70, opacity=1)
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
        {"day": iso_day(place.time.day(row)), "value": row.value, "series": row.series}
        for row in observed
    ]
    latest = [
        {**row, "figure": measured_figure(observation.value, standing, words)}
        for row, observation in zip(rows, observed, strict=True)
        if observation.ref == standing.assessment.ref
    ]
    days = [place.time.day(row) for row in observed if row.ref == standing.assessment.ref]
    line = chart_of(rows).mark_line(color=fill, strokeWidth=3)
    points = chart_of(rows).mark_point(filled=True, color=fill, size=45, opacity=1)
    decided = chart_of(latest).mark_point(
        filled=True, color=fill, size=190, opacity=1, shape=SHAPE[sign]
    )
    text = chart_of(latest).mark_text(
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
        {"day": iso_day(place.time.day(row)), "value": ends[0], "high": ends[1]}
        for row in observed
        if (ends := _ends(standing, row))
    ]
    if not rows:
        return []
    rule = chart_of(rows).mark_rule(color=palette(mode).ink2, strokeWidth=1.5)
    return [rule.encode(x=place.x, y=place.y, y2=alt.Y2("high"))]
