"""The committee sees the annual status: one page first, and its annex, to print too."""

import streamlit as st

from models.services.promises import strategies
from models.services.year import annual_status
from models.services.year.file import document
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.year import sections
from pages.parts.year.first_page import show_first_page
from pages.parts.year.knowledge import knowledge_picker
from pages.parts.year.paper import paper
from pages.parts.year.picker import year_picker
from pages.parts.year.proposals import proposals_form
from pages.parts.year.ways_on import own_unit, ways_on
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import viewer
from pages.shell.wording import _, words

st.title(_("Årsstatus"))
top, below = st.container(key="first_page"), st.container()
strategy_column, year_column, knowledge_column = st.columns([3, 1, 1])
with strategy_column:
    strategy = strategies.strategy(strategy_picker())
with year_column:
    year = year_picker(strategy)
with knowledge_column:
    knowledge_date = knowledge_picker()

name_tab(f"{_('Årsstatus')} {year}: {strategy.organisation.name}")
with database() as db:
    status = annual_status.annual_status(
        db, strategy.id, year, knowledge_date=knowledge_date, by=viewer()
    )
    file = document(db, status, words(), "html", by=viewer())

with top:
    show_first_page(status)
with below:
    own_unit()
proposals_form(status)
paper(file, status)
ways_on()
sections.annex(status)
