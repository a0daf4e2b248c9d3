"""The form in which a wave is planned, and the note that MED has approved it."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from models.errors import InputError
from models.services.questionnaires import all_questionnaires
from models.wording import N_
from pages.parts.form.form import Form
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, language
from survey.asking.wave import SMALLEST_GROUP_FLOOR

NO_MINUTES = N_("Godkendelsen har en dato. Skriv også, hvilket referat den står i.")
NO_APPROVAL_DAY = N_("Godkendelsen har et referat. Skriv også dens dato.")


@dataclass(frozen=True)
class WavePlan:
    """A wave as it was filled in on the form."""

    name: str
    instrument_id: str
    smallest_group: int
    approved_on: date | None
    minutes: str


def wave_form(form: Form) -> WavePlan | None:
    """Ask for a new wave; None until the button is pressed."""
    titles = _titles()
    st.caption(_("Felter med * skal udfyldes."))
    name = form.text(_("Navn"), key="name", hint=_("Fx: Innovationskultur 2027"), required=True)
    instrument_id = st.selectbox(
        _("Spørgeskema"), titles, format_func=titles.__getitem__, key="wave_instrument"
    )
    smallest = form.count(
        _("Mindste gruppe, der må vises"),
        SMALLEST_GROUP_FLOOR,
        key="smallest_group",
        unit=_("svar"),
        required=True,
    )
    st.caption(_("Intet resultat vises for færre svar end dette, heller ikke ved at trække fra."))
    st.caption(
        _("MED skal have godkendt undersøgelsen, før den kan åbnes. Det kan noteres senere.")
    )
    left, right = st.columns(2)
    with left:
        approved_on = form.day(_("Godkendt af MED den"), key="approved_on")
    with right:
        minutes = form.text(_("Henvisning til referatet"), key="minutes")
    if approved_on is not None and not minutes:
        form.need("minutes", InputError(NO_MINUTES))
    elif approved_on is None and minutes:
        form.need("approved_on", InputError(NO_APPROVAL_DAY))
    if not form.ready(_("Opret undersøgelse")) or smallest is None:
        return None
    return WavePlan(name, instrument_id, smallest, approved_on, minutes)


def _titles() -> dict[str, str]:
    """Return the title and version of each questionnaire, of several versions the newest."""
    titles: dict[str, str] = {}
    with database() as db:
        for questionnaire in all_questionnaires(db, by=viewer()):
            instrument = questionnaire.instrument
            name = f"{instrument.title[language()]} ({instrument.id} {instrument.version})"
            titles.setdefault(instrument.id, name)
    return titles


def approval_form(form: Form) -> tuple[date, str] | None:
    """Ask for the day of MED's approval and its minutes; None until both are sent."""
    st.markdown(_("MED’s godkendelse mangler. Uden den kan undersøgelsen ikke åbnes."))
    left, right = st.columns(2)
    with left:
        day = form.day(_("Godkendt af MED den"), key="approved_on", required=True)
    with right:
        minutes = form.text(_("Henvisning til referatet"), key="minutes", required=True)
    if not form.ready(_("Notér godkendelsen")) or day is None:
        return None
    return day, minutes
