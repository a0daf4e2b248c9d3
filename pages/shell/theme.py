"""The look of the dashboard: the style sheets of `pages/static/styles` in the colours of a mode."""

from functools import cache
from pathlib import Path

import streamlit as st

from models.charts.palette import Mode, palette

STYLES = Path(__file__).parents[1] / "static" / "styles"

# A later sheet may narrow what an earlier one says, so the order is the cascade's.
SHEETS = ("frame.css", "tables.css", "culture.css", "own_culture.css", "survey.css", "forms.css")

# Colours that only the frame around a page has; the others are the palette's.
_FRAME = {
    "light": {"selected": "#0B5563", "banner": "#F3F7F8", "accent": "#9D5B0B", "wrong": "#96100D"},
    "dark": {"selected": "#7FD0DB", "banner": "#17252D", "accent": "#F0A857", "wrong": "#F79B93"},
}
# Text on a light tint stays dark in the dark mode too.
_ON_LIGHT = "#15232C"


def mode() -> Mode:
    """Return the viewer's choice of "light" or "dark"; light until the browser has sent it."""
    return "dark" if st.context.theme.get("type") == "dark" else "light"


def apply() -> None:
    """Put the style sheets on the page, once for everything that is drawn after."""
    st.html(style_element(mode()))


@cache
def style_element(mode: Mode) -> str:
    """Return all sheets as one style element, with a mode's colours as custom properties."""
    declarations = "".join(f"--pj-{name}: {colour}; " for name, colour in colours(mode).items())
    sheets = "".join((STYLES / name).read_text(encoding="utf-8") for name in SHEETS)
    return f"<style>\n:root {{ {declarations}}}\n{sheets}</style>"


def colours(mode: Mode) -> dict[str, str]:
    """Return a mode's colours by the names the sheets use, as in `var(--pj-ink)`."""
    ink = palette(mode)
    levels = {f"level-{level}": tint for level, tint in enumerate(ink.sequential, start=1)}
    return {
        "ink": ink.ink,
        "ink2": ink.ink2,
        "line": ink.line,
        "line-strong": ink.line_strong,
        "background": ink.background,
        "surface": ink.surface,
        "primary": ink.primary,
        "at-risk": ink.fill["at_risk"],
        "on-light": _ON_LIGHT,
        **_FRAME[mode],
        **levels,
    }
