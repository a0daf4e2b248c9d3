"""A department's three cards: answer, its figures and what it agreed, and send an idea."""

import streamlit as st

from models.services import ideas
from models.services.waves import answering
from pages.parts.own_unit import chosen_unit
from pages.parts.unit_home import (
    agreement_card,
    answer_card,
    answering_card,
    idea_card,
    unit_idea_card,
)
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Vores enhed"))
own_id = viewer().unit_id
if own_id is None:
    choice = chosen_unit()
    if choice is None:
        st.stop()
    tree, unit = choice
    with database() as db:
        suggestions = ideas.of_units(db, tree.subtree(unit.id), by=viewer())
    agreement, suggested, survey = st.columns(3, gap="medium")
    with agreement:
        agreement_card(unit.id, viewer())
    with suggested:
        unit_idea_card(unit, suggestions)
    with survey:
        answering_card(unit)
    st.stop()

with database() as db:
    doors = answering.own_doors(db, by=viewer(), on=today())
answer, agreement, idea = st.columns(3, gap="medium")
with answer:
    answer_card(doors)
with agreement:
    agreement_card(own_id, viewer())
with idea:
    idea_card()
