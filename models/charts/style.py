"""How every chart looks and speaks: one configuration for screen, report and printer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal

import altair as alt
from babel import Locale

from models.wording import Words

Mode = Literal["light", "dark"]

FONT = "IBM Plex Sans, Noto Sans, Arial, sans-serif"


@dataclass(frozen=True)
class Palette:
    """The colours of one mode; `fill` is for shapes (3:1), `text` for words (4.5:1)."""

    ink: str
    ink2: str
    line: str
    line_strong: str
    background: str
    surface: str
    primary: str
    fill: Mapping[str, str]
    text: Mapping[str, str]
    tint: Mapping[str, str]
    categorical: tuple[str, ...]
    sequential: tuple[str, ...]


def _by_sign(achieved: str, on_track: str, at_risk: str, red: str, grey: str) -> dict[str, str]:
    reds = dict.fromkeys(("off_track", "missed", "undocumented"), red)
    greens = {"achieved": achieved, "on_track": on_track, "at_risk": at_risk}
    return greens | reds | {"no_data": grey}


_SEQUENTIAL = ("#E4F1F3", "#B7D9DF", "#7DB8C3", "#2E7D8C", "#0B5563")

_LIGHT = Palette(
    ink="#15232C",
    ink2="#44545E",
    line="#CBD5DA",
    line_strong="#82919A",
    background="#FFFFFF",
    surface="#E6EDEF",
    primary="#0B5563",
    fill=_by_sign("#0B5563", "#1D8462", "#BB7C00", "#A7120F", "#788D97"),
    text=_by_sign("#0B5563", "#0F6247", "#7A5000", "#96100D", "#4C5A63"),
    tint=_by_sign("#DDEEF0", "#DFF2EA", "#FDF1D3", "#FAE3E1", "#E9EEF0"),
    categorical=("#0B5563", "#9D5B0B", "#3096D2", "#C9628B", "#774FAB", "#7C9760"),
    sequential=_SEQUENTIAL,
)
_DARK = Palette(
    ink="#E9F0F2",
    ink2="#B9C7CD",
    line="#31434C",
    line_strong="#6C808A",
    background="#0F1A20",
    surface="#20323B",
    primary="#6CC5D1",
    fill=_by_sign("#8FD9E6", "#7CB992", "#EFB41F", "#D95045", "#7C8B92"),
    text=_by_sign("#A5DFE7", "#9AD3AE", "#F5C95C", "#F79B93", "#B9C7CD"),
    tint=_by_sign("#12333B", "#16352A", "#3A2C0B", "#441F1C", "#24343C"),
    categorical=("#6CC5D1", "#FF9550", "#4892C3", "#F0548D", "#BE9DFF", "#E5E983"),
    sequential=_SEQUENTIAL,
)


def palette(mode: Mode) -> Palette:
    """The colours of a mode; their contrast and colour-vision checks are in docs/."""
    return _LIGHT if mode == "light" else _DARK


def unchecked(chart: alt.LayerChart) -> alt.LayerChart:
    """The chart, told not to hold itself against Vega-Lite's schema when it is written out.

    The tests do that for every chart; done again for every visitor it is a fifth of the
    scoreboard's time (benchmarks/pages.py).
    """
    object.__setattr__(chart, "to_dict", partial(chart.to_dict, validate=False))
    return chart


def dress(mode: Mode, words: Words) -> alt.Config:
    """The configuration for a chart's `config=`, made once per mode and language."""
    return _dress(mode, words.language)


@cache
def _dress(mode: Mode, language: str) -> alt.Config:
    return alt.Config(**_config(mode, language))


def config(mode: Mode, words: Words) -> dict[str, Any]:
    """What every chart is configured with: `chart.configure(**config(mode, words))`."""
    return _config(mode, words.language)


def _config(mode: Mode, language: str) -> dict[str, Any]:
    ink = palette(mode)
    return {
        "background": "transparent",
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
            "frame": "group",
            "color": ink.ink,
            "subtitleColor": ink.ink2,
            "fontSize": 15,
            "fontWeight": 600,
            "subtitleFontSize": 12,
            "subtitlePadding": 4,
            "offset": 10,
            "font": FONT,
            "subtitleFont": FONT,
        },
        "text": {"color": ink.ink, "font": FONT, "fontSize": 12},
    }


@cache
def locale(language: str) -> dict[str, Any]:
    """How figures and days are written, in the form Vega wants; Vega itself would speak English."""
    spoken = Locale.parse(language)
    months, days = spoken.months["format"], spoken.days["format"]
    signs = spoken.number_symbols["latn"]
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
