"""A signed-in department answers the open survey, one dimension a screen."""

import streamlit as st

from models.services.waves import answering
from pages.parts.waves.survey_walk import survey_walk
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Besvar undersøgelse"))

with database() as db:
    doors = answering.own_doors(db, by=viewer(), on=today())
if viewer().unit_id is None:
    st.info(
        _("Du hører ikke til nogen enhed her. Vælg din enhed i menuen, eller brug enhedens link.")
    )
    st.stop()
if not doors:
    st.info(
        _(
            "Der er ingen åben undersøgelse for din enhed lige nu. "
            "Når tovholderen åbner en, ligger den her."
        )
    )
    st.stop()

names = {door.wave.id: f"{door.wave.name} · {door.unit.name}" for door in doors}
door = doors[0]
if len(doors) > 1:
    wave_id = st.selectbox(_("Undersøgelse"), names, format_func=names.__getitem__, key="own_wave")
    door = next(door for door in doors if door.wave.id == wave_id)
st.markdown(f"**{names[door.wave.id]}**")
st.caption(
    _("Svarene gemmes uden navn og vises kun samlet for mange. Du kan stoppe og fortsætte senere.")
)
survey_walk(door, viewer())
