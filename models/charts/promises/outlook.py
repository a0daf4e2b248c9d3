"""The value to be expected on the due date if things go on: drawn as a band, and in words."""

from datetime import date

import altair as alt

from models.charts.palette import Mode, palette
from models.charts.promises.figures import figure
from models.charts.promises.frame import Frame, chart_of, iso_day
from models.charts.promises.signs import Sign
from models.charts.promises.standing import CriterionStanding
from models.strategy.observation import Observation
from models.strategy.rule.forecast import Forecast, Outlook
from models.strategy.rule.versions.rule import CURRENT
from models.wording import N_, Words

OUTLOOK_SENTENCE = {
    Outlook.LIKELY: N_("Udsigt: målet nås sandsynligvis."),
    Outlook.UNCERTAIN: N_("Udsigt: usikkert, om målet nås."),
    Outlook.UNLIKELY: N_("Udsigt: målet nås næppe."),
}


def outlook_text(standing: CriterionStanding, forecast: Forecast | None, words: Words) -> str:
    """Return what is to be expected on the due date, and how surely; nothing without a forecast."""
    if forecast is None:
        return ""
    value = figure(forecast.point, standing, words)
    if forecast.low is None or forecast.outlook is None:
        return words.say(
            "Går det som hidtil, er tallet {value} ved fristen. Det er en antydning: der er kun "
            "{n} målinger.",
            value=value,
            n=forecast.n,
        )
    sentence = _expectation(standing, forecast, words)
    if forecast.indicative:
        note = words.say("Det er en antydning: fristen ligger længere fremme, end der er målt.")
        return f"{sentence} {note}"
    return f"{words.say(OUTLOOK_SENTENCE[forecast.outlook])} {sentence}"


def _expectation(standing: CriterionStanding, forecast: Forecast, words: Words) -> str:
    """Return the value at the due date with its interval, where the scale leaves one."""
    value, low, high = (
        figure(number, standing, words) for number in (forecast.point, forecast.low, forecast.high)
    )
    if low == high:
        return words.say("Går det som hidtil, er tallet {value} ved fristen.", value=value)
    return words.say(
        "Går det som hidtil, er tallet {value} ved fristen, med {level} % sikkerhed mellem {low} "
        "og {high}.",
        value=value,
        level=words.number(100 * CURRENT.pi_level, 0),
        low=low,
        high=high,
    )


def outlook_points(forecast: Forecast | None) -> list[tuple[date, float]]:
    """Return the values that the picture of a forecast needs room for, each with its day."""
    if forecast is None:
        return []
    values = (forecast.point, forecast.low, forecast.high)
    return [(forecast.due, value) for value in values if value is not None]


def outlook_band(
    forecast: Forecast, latest: Observation, sign: Sign, place: Frame, mode: Mode
) -> list[alt.Chart]:
    """Draw the line from the latest value to the one expected, and the interval about it."""
    start = {"day": iso_day(latest.ref), "value": latest.value, "high": latest.value}
    fill = palette(mode).fill[sign]
    middle = {"day": iso_day(forecast.due), "value": forecast.point}
    latest_point = {"day": iso_day(latest.ref), "value": latest.value}
    line = chart_of([latest_point, middle]).mark_line(
        color=fill, strokeDash=[2, 4], strokeWidth=2.5
    )
    layers = [line.encode(x=place.x, y=place.y)]
    if forecast.low is not None:
        end = {"day": iso_day(forecast.due), "value": forecast.low, "high": forecast.high}
        area = chart_of([start, end]).mark_area(color=fill, opacity=0.2)
        layers.insert(0, area.encode(x=place.x, y=place.y, y2=alt.Y2("high")))
    return layers
