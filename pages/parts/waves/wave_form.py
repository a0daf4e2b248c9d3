"""The form in which a wave is planned, and the note that MED has approved it."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.parts.fields import day_field
from pages.shell.wording import _, language
from survey.asking import instruments
from survey.asking.wave import SMALLEST_GROUP_FLOOR


@dataclass(frozen=True)
class WavePlan:
    """A wave as it was filled in on the form."""

    name: str
    instrument_id: str
    smallest_group: int
    approved_on: date | None
    minutes: str


def wave_form() -> WavePlan | None:
    """Ask for a new wave; None until the button is pressed."""
    titles = {
        instrument_id: instruments.load(instrument_id).title[language()]
        for instrument_id in instruments.available()
    }
    with st.form("wave_form", clear_on_submit=False):
        name = st.text_input(
            _("Navn"), key="wave_name", placeholder=_("Fx: Innovationskultur 2027")
        )
        instrument_id = st.selectbox(
            _("Spørgeskema"), titles, format_func=titles.__getitem__, key="wave_instrument"
        )
        smallest = st.number_input(
            _("Mindste gruppe, der må vises"),
            min_value=SMALLEST_GROUP_FLOOR,
            value=SMALLEST_GROUP_FLOOR,
            key="wave_smallest",
            help=_("Intet resultat vises for færre svar end dette, heller ikke ved at trække fra."),
        )
        st.caption(
            _("MED skal have godkendt undersøgelsen, før den kan åbnes. Det kan noteres senere.")
        )
        left, right = st.columns(2)
        with left:
            approved_on = day_field(_("Godkendt af MED den"), None, key="wave_approved_on")
        with right:
            minutes = st.text_input(_("Henvisning til referatet"), key="wave_minutes")
        if not st.form_submit_button(_("Opret undersøgelse"), type="primary"):
            return None
    return WavePlan(name, instrument_id, smallest, approved_on, minutes)


def approval_form(wave_id: str) -> tuple[date, str] | None:
    """Ask for the day of MED's approval and its minutes; None until both are sent."""
    with st.form(f"approval_{wave_id}"):
        st.markdown(_("MED’s godkendelse mangler. Uden den kan undersøgelsen ikke åbnes."))
        left, right = st.columns(2)
        with left:
            day = day_field(_("Godkendt af MED den"), None, key=f"approved_on_{wave_id}")
        with right:
            minutes = st.text_input(_("Henvisning til referatet"), key=f"minutes_{wave_id}")
        pressed = st.form_submit_button(_("Notér godkendelsen"), type="primary")
    if pressed and (day is None or not minutes.strip()):
        st.error(_("Skriv både datoen og henvisningen til referatet."))
        return None
    return (day, minutes) if pressed and day is not None else None
