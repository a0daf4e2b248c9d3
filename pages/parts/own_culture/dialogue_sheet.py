"""The download of the dialogue sheet, which is made only when the button is pressed."""

from functools import partial

import streamlit as st

from models.report.own_culture.dialogue_sheet import dialogue_sheet
from models.report.own_culture.own_culture import OwnCulture
from models.services.installation import invented
from models.wording import Words
from pages.shell.database import database
from pages.shell.wording import _, words


def sheet_button(culture: OwnCulture) -> None:
    """A button that gives the sheet, and what one does with it."""
    with st.container(key="paper"):
        button, hint = st.columns([1, 3], vertical_alignment="center")
    button.download_button(
        _("Hent dialogark"),
        partial(_sheet, culture, words()),
        file_name=f"dialogark-{culture.unit.id}-{culture.wave.id}.html",
        mime="text/html",
        type="primary",
        on_click="ignore",
    )
    hint.caption(
        _("Én side A4 til personalemødet: figuren, de tre udsagn og plads til det, I aftaler.")
    )


def _sheet(culture: OwnCulture, words: Words) -> str:
    with database() as db:
        mark = invented(db)
    return dialogue_sheet(culture, words, invented=mark)
