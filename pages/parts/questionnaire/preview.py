"""A questionnaire as a respondent sees it, in each language."""

from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from models import wording
from models.wording import LANGUAGE_NAMES
from pages.shell.wording import _, language
from survey.asking.instrument import Instrument

HEIGHT = 640
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def preview(instrument: Instrument, *, key: str) -> None:
    """Show every screen, one below the other, in a language that is chosen."""
    choice = st.segmented_control(
        _("Sprog"),
        list(LANGUAGE_NAMES),
        default=language(),
        required=True,
        format_func=LANGUAGE_NAMES.__getitem__,
        key=f"{key}_language",
    )
    st.iframe(
        page(instrument, choice), height=HEIGHT, alt=_("Skemaet, som det ses af den, der svarer")
    )


def page(instrument: Instrument, of_language: str) -> str:
    """Return the HTML of the screens; the questionnaire's texts are escaped."""
    return _ENVIRONMENT.get_template("preview.html.j2").render(
        _=wording.words(of_language).say,
        instrument=instrument,
        language=of_language,
        scale_of=lambda item: instrument.scale(item.scale),
    )
