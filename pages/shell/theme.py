"""The look of the dashboard: the style sheets of `pages/static/styles` in the colours of a mode."""

from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

from models.charts.palette import Mode, palette, properties

STYLES = Path(__file__).parents[1] / "static" / "styles"

# A later sheet may narrow what an earlier one says, so the order is the cascade's.
SHEETS = (
    "frame.css", "tables.css", "culture.css", "own_culture.css", "survey.css", "forms.css",
    "steward.css", "promise.css", "board.css", "changes.css", "year.css",
)  # fmt: skip

# Colours that only the frame around a page has; the others are the palette's.
_FRAME = {
    "light": {"selected": "#0B5563", "banner": "#F3F7F8", "accent": "#9D5B0B", "wrong": "#96100D"},
    "dark": {"selected": "#7FD0DB", "banner": "#17252D", "accent": "#F0A857", "wrong": "#F79B93"},
}
# Paper is white whatever the screen is. Streamlit's own colours are overruled one and all; the
# marks of a status are pictures in the colours of the screen, and darkened.
_DARK_ON_PAPER = """@media print {
  html, body, .stApp, [data-testid="stAppViewContainer"] {
    background: #FFFFFF !important; color: var(--pj-ink) !important; color-scheme: light !important;
  }
  [data-testid="stMain"] :not([class*="pj-"], [class*="pj-"] *, svg, svg *) {
    color: inherit !important; background-color: transparent !important;
    border-color: var(--pj-line-strong) !important;
  }
  .pj-mark { filter: brightness(.6); }
}"""


def mode() -> Literal["light", "dark"]:
    """Return the viewer's choice of "light" or "dark"; light until the browser has sent it."""
    return "dark" if st.context.theme.get("type") == "dark" else "light"


def apply() -> None:
    """Put the style sheets on the page, once for everything that is drawn after."""
    st.html(style_element(mode()))


def put_rules(rules: str) -> None:
    """Put rules on the page that the data decide, such as the width of a part of a bar."""
    st.html(f"<style>{rules}</style>")


@cache
def style_element(mode: Mode) -> str:
    """Return all sheets as one style element, with a mode's colours as custom properties."""
    sheets = "".join((STYLES / name).read_text(encoding="utf-8") for name in SHEETS)
    paper = ""
    if mode == "dark":
        paper = f"@media print {{ {_declarations('light')} }}\n{_DARK_ON_PAPER}"
    return f"<style>\n{_declarations(mode)}\n{sheets}{paper}</style>"


def _declarations(mode: Mode) -> str:
    text = "".join(f"--pj-{name}: {colour}; " for name, colour in colours(mode).items())
    return f":root {{ {text}}}"


def colours(mode: Mode) -> dict[str, str]:
    """Return a mode's colours by the names that sheets and charts use, as in `var(--pj-ink)`."""
    return properties(palette(mode)) | _FRAME[mode]
