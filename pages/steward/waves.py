"""The steward plans a survey, opens it, hands out the links, closes it and releases the result."""

import streamlit as st

from models.services import units
from models.services.waves import lifecycle
from pages.parts.address import tabs
from pages.parts.form.form import Form
from pages.parts.messages import leave, show_message
from pages.parts.questionnaire.register import questionnaire_register
from pages.parts.waves.empty import no_waves
from pages.parts.waves.unit_register import unit_register
from pages.parts.waves.wave_card import wave_card
from pages.parts.waves.wave_form import wave_form
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Undersøgelser"))
show_message("waves")
places = {"waves": _("Undersøgelser"), "new": _("Ny undersøgelse"), "units": _("Enheder")}
questionnaire = {"questionnaires": _("Spørgeskemaer")}
with database() as db:
    waves = lifecycle.all_waves(db, by=viewer())
    organisation = units.organisation(db, by=viewer())
usual = None if waves else no_waves(has_units=organisation is not None)
wave_tab, plan_tab, unit_tab, questionnaire_tab = tabs(
    places | questionnaire, key="waves_tab", usual=usual
)

with wave_tab:
    if not waves:
        st.markdown(_("Undersøgelserne ligger her, når den første er planlagt."))
    for wave in reversed(waves):
        wave_card(wave, organisation, viewer())

with plan_tab:
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
            leave(_("Undersøgelsen er oprettet. Find den under fanen Undersøgelser."), at="waves")

with unit_tab:
    unit_register(key="waves")

with questionnaire_tab:
    questionnaire_register()
