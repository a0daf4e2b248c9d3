"""The configuration of every chart: fonts, colours, and the language of figures and days."""

from functools import cache
from json import dumps, loads
from typing import Any

import altair as alt
from babel import Locale

from models.charts.palette import Mode, palette
from models.wording import Words

FONT = "IBM Plex Sans, Noto Sans, Arial, sans-serif"


def fixed(chart: alt.LayerChart) -> alt.LayerChart:
    """Return the same chart, its specification written once and unchecked; `to_dict` copies it.

    The tests check every chart; done again for every visitor it is a fifth of the scoreboard's
    time (benchmarks/pages.py).
    """
    text = dumps(chart.to_dict(validate=False))
    object.__setattr__(chart, "to_dict", lambda **_options: loads(text))
    return chart


def dress(mode: Mode, words: Words) -> alt.Config:
    """Return the configuration for a chart's `config=`, made once per mode and language."""
    return _dress(mode, words.language)


@cache
def _dress(mode: Mode, language: str) -> alt.Config:
    return alt.Config(**_config(mode, language))


def _config(mode: Mode, language: str) -> dict[str, Any]:
    ink = palette(mode)
    return {
        "background": "transparent",
        # A reader is given the chart's name and its table; what Vega says of the marks is English.
        "aria": False,
        "mark": {"aria": False},
        "font": FONT,
        "locale": locale(language),
        "view": {"stroke": None},
        "axis": {
            "labelColor": ink.ink2,
            "titleColor": ink.ink2,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "gridColor": ink.line,
            "domainColor": ink.line_strong,
            "tickColor": ink.line_strong,
            "labelFont": FONT,
            "titleFont": FONT,
        },
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "color": ink.ink,
            "subtitleColor": ink.ink2,
            "fontSize": 17,
            "fontWeight": 600,
            "lineHeight": 22,
            "subtitleFontSize": 13,
            "subtitleLineHeight": 17,
            "subtitlePadding": 5,
            "offset": 14,
            "font": FONT,
            "subtitleFont": FONT,
        },
        "text": {"color": ink.ink, "font": FONT, "fontSize": 12},
    }


@cache
def locale(language: str) -> dict[str, Any]:
    """Return the format of figures and days for Vega, which has English alone built in."""
    cldr = Locale.parse(language)
    months, days = cldr.months["format"], cldr.days["format"]
    signs = cldr.number_symbols["latn"]
    week = [6, 0, 1, 2, 3, 4, 5]
    return {
        "number": {
            "decimal": signs["decimal"],
            "thousands": signs["group"],
            "grouping": [3],
            "currency": ["", ""],
        },
        "time": {
            "dateTime": "%A %-d. %B %Y %H:%M",
            "date": "%d.%m.%Y",
            "time": "%H:%M",
            "periods": ["AM", "PM"],
            "days": [days["wide"][day] for day in week],
            "shortDays": [days["abbreviated"][day] for day in week],
            "months": [months["wide"][month] for month in range(1, 13)],
            "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
        },
    }
