"""Leadership sees what the strategy's promises and initiatives lack, and what to do about it."""

import streamlit as st

from models.services import gaps
from models.services.promises import strategies
from pages.parts.gaps.choices import gap_choice
from pages.parts.gaps.gap_list import gap_sections
from pages.parts.gaps.picture import gap_picture
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.year.knowledge import knowledge_sentence, source_text
from pages.parts.year.picker import as_of_picker
from pages.shell import cache
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped

st.title(_("Mangler"))
top = st.container()
left, right = st.columns([2, 1])
with left:
    strategy = strategies.strategy(strategy_picker())
with right:
    as_of = as_of_picker(strategy)
name_tab(f"{_('Mangler')}: {strategy.organisation.name}")
with database() as db:
    board = cache.board(db, strategy.id, as_of=as_of, knowledge_date=today(), by=viewer())
    gap_list = gaps.of_board(db, board, by=viewer())

source = source_text(strategy, as_of, today())
with top:
    gap_picture(gap_list, source=source)
gap_sections(gap_list, gap_choice(gap_list), source=source)
region = markdown_escaped(strategy.organisation.name)
st.caption(f"{region} · {knowledge_sentence(as_of, today())}")
