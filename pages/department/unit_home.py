"""A department's three cards: answer, its figures and what it agreed, and send an idea."""

import streamlit as st

from models.services import ideas
from models.services.waves import answering, own_answers
from pages.parts.unit import chosen, home
from pages.parts.unit.own_unit import chosen_unit, own_name
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
        chosen.agreement_card(unit)
    with suggested:
        chosen.idea_card(unit, suggestions)
    with survey:
        chosen.answering_card(unit)
    st.stop()

own_name()
with database() as db:
    doors = answering.own_doors(db, by=viewer(), on=today())
    waits = any(not own_answers.has_answered(db, door.wave.id, by=viewer()) for door in doors)
    own = ideas.own_ideas(db, by=viewer())
first, second, idea = st.columns(3, gap="medium")
# Without a survey left to answer, the figures and what was agreed come before that card.
answer, agreement = (first, second) if waits else (second, first)
with answer:
    home.answer_card(doors, own_id)
with agreement:
    home.agreement_card(own_id)
with idea:
    home.idea_card(own)
