"""A department suggests ideas and follows its own; others see the ideas of a unit they choose."""

import streamlit as st

from models.services import ideas
from pages.parts.form.form import Form
from pages.parts.ideas.idea_changes import regret, rewriting
from pages.parts.ideas.idea_form import idea_form, suggest
from pages.parts.ideas.idea_list import idea_list
from pages.parts.ideas.of_unit import ideas_of_chosen_unit
from pages.parts.messages import show_message
from pages.parts.unit.own_unit import own_name
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Vores idéer"))
if viewer().unit_id is None:
    ideas_of_chosen_unit()
    st.stop()

own_name()
st.markdown(_("Har I fået en idé? Skriv den her. Idéen kommer fra enheden, ikke fra en person."))
show_message("own_ideas")
regret(at="own_ideas")
form = Form("own_idea")
idea = idea_form(form)
if idea is not None:
    suggest(form, idea, thanks=_("Tak. Idéen er sendt til idéklinikken."), at="own_ideas")

st.subheader(_("Enhedens idéer"))
with database() as db:
    own = ideas.own_ideas(db, by=viewer())
idea_list(
    own,
    empty=_("Enheden har ikke foreslået nogen idéer endnu. Skriv den første i formularen ovenfor."),
)
rewriting(own, at="own_ideas")
