"""A chart as a file to take along: SVG, PNG and a table, each with its finding and its source."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from json import dumps
from typing import Any

import altair as alt
import vl_convert

from models.charts.palette import Mode
from models.charts.text import FONTS, text_lines
from models.wording import Words

Cell = str | float | None
Table = Sequence[Mapping[str, Cell]]
Chart = alt.LayerChart
# Gives a chart in the colours of a mode.
Draw = Callable[[Mode], Chart]

_WIDTH, _EDGE, _PIXELS = 880, 24, 2
_TITLE, _SUBTITLE = 17, 13
vl_convert.register_font_directory(str(FONTS))


@dataclass(frozen=True)
class Caption:
    """The words around a chart.

    finding: what it shows, in a sentence. reading: the unit of the figures and how the marks are
    read. source: where the figures come from. invented: whether they are made up.
    """

    finding: str
    reading: str
    source: str
    invented: bool = False


def drawing(chart: Chart, *, width: int) -> str:
    """The chart as SVG that needs nothing beside itself, `width` pixels wide."""
    return str(vl_convert.vegalite_to_svg(dumps({**chart.to_dict(), "width": width})))


def svg(chart: Chart, caption: Caption, words: Words) -> str:
    """The chart with its caption as SVG, named for whoever does not see it."""
    lines = _below(caption, words)
    spec: dict[str, Any] = {
        **chart.to_dict(),
        "width": _WIDTH,
        "background": "white",
        "padding": _EDGE,
        "title": {
            "text": text_lines(caption.finding, _WIDTH, bold=True, size=_TITLE),
            "subtitle": [
                line for text in lines for line in text_lines(text, _WIDTH, size=_SUBTITLE)
            ],
        },
    }
    picture = str(vl_convert.vegalite_to_svg(dumps(spec)))
    head, body = picture.split(">", maxsplit=1)
    name, text = escape(caption.finding), escape(" ".join(lines))
    return f'{head} role="img"><title>{name}</title><desc>{text}</desc>{body}'


def png(chart: Chart, caption: Caption, words: Words) -> bytes:
    """The chart with its caption as PNG, sharp enough for a printed page."""
    return bytes(vl_convert.svg_to_png(svg(chart, caption, words), scale=_PIXELS))


def captioned(table: Table, caption: Caption, words: Words) -> list[dict[str, Cell]]:
    """Return the rows with the caption in columns of its own, so that a row says whose it is."""
    more: dict[str, Cell] = {
        words.say("Figur"): caption.finding,
        words.say("Læses sådan"): caption.reading,
        words.say("Kilde"): caption.source,
    }
    if caption.invented:
        more[words.say("Data")] = _invented(words)
    return [{**row, **more} for row in table]


def tenths(value: float | None) -> float | None:
    """Return a value with one decimal, for a file; None where it is missing."""
    return None if value is None or value != value else round(value, 1)  # noqa: PLR0124 - NaN


def _below(caption: Caption, words: Words) -> list[str]:
    texts = [caption.reading, caption.source]
    return [text for text in texts if text] + ([_invented(words)] if caption.invented else [])


def _invented(words: Words) -> str:
    return words.say("Opdigtede data: intet her handler om en virkelig region.")
