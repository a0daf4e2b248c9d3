"""The steward plans a survey, opens it, hands out the links, closes it and releases the result."""

import streamlit as st

from models.services import units
from models.services.waves import lifecycle
from pages.parts.address import tabs
from pages.parts.form.form import Form
from pages.parts.messages import NextPlace, leave, show_message
from pages.parts.questionnaire.register import questionnaire_register
from pages.parts.waves.empty import first_step, no_waves
from pages.parts.waves.unit_register import unit_register
from pages.parts.waves.wave_card import wave_card
from pages.parts.waves.wave_form import wave_form
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Undersøgelser"))
show_message("waves")
places = {"waves": _("Undersøgelser"), "new": _("Ny"), "units": _("Enheder")}
more = {"questionnaires": _("Spørgeskemaer")}
with database() as db:
    waves = lifecycle.all_waves(db, by=viewer())
    organisation = units.organisation(db, by=viewer())
step = "" if waves else first_step(has_units=organisation is not None)
wave_tab, plan_tab, unit_tab, form_tab = tabs(places | more, key="waves_tab", usual=step)

with wave_tab:
    no_waves("waves", step=step)
    for wave in reversed(waves):
        wave_card(wave, organisation, viewer())

with plan_tab:
    no_waves("new", step=step)
    form = Form("wave")
    plan = wave_form(form)
    if plan is not None:
        with form.refusals():
            with database() as db:
                lifecycle.create(
                    db,
                    plan.name,
                    instrument_id=plan.instrument_id,
                    smallest_group=plan.smallest_group,
                    approved_on=plan.approved_on,
                    minutes=plan.minutes,
                    by=viewer(),
                )
            form.clear()
            there = NextPlace("steward/waves.py", _("Gå til undersøgelsen"), {"tab": "waves"})
            leave(_("Undersøgelsen er oprettet."), at="waves", then=there)

with unit_tab:
    no_waves("units", step=step)
    unit_register(key="waves")

with form_tab:
    questionnaire_register()
