"""A department's three cards: answer, its figures and what it agreed, and send an idea."""

import streamlit as st

from models.services.waves import answering
from pages.parts.own_unit import unit_missing
from pages.parts.unit_home import agreement_card, answer_card, idea_card
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Vores enhed"))
if viewer().unit_id is None:
    unit_missing()
    st.markdown(_("Enhedens eget link til undersøgelsen virker også uden."))
    st.stop()

with database() as db:
    doors = answering.own_doors(db, by=viewer(), on=today())
answer, agreement, idea = st.columns(3, gap="medium")
with answer:
    answer_card(doors)
with agreement:
    agreement_card(viewer())
with idea:
    idea_card()
