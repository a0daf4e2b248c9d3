"""Leadership sees how every criterion stands, the unmeasured ones included."""

import streamlit as st

from models.access import Permission
from models.services.promises import scoreboard, strategies
from pages.parts.due.first_steps import STATUS, step_line
from pages.parts.promises import charts
from pages.parts.promises.board import (
    sentence,
    statement_counts,
    theme_counts,
    theme_sections,
    undated,
    without_reds,
)
from pages.parts.promises.criterion_picture import promise_checklist
from pages.parts.promises.red_promises import red_promises
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.status_mark import tally
from pages.parts.year.knowledge import knowledge_sentence, source_text
from pages.parts.year.picker import as_of_picker
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _

st.title(_("Resultattavle"))
if admits(Permission.SET_TARGET):
    step_line(here=STATUS)
left, right = st.columns([2, 1])
with left:
    strategy = strategies.strategy(strategy_picker())
with right:
    as_of = as_of_picker(strategy)

name_tab(f"{_('Resultattavle')}: {strategy.organisation.name}")
with database() as db:
    board = scoreboard.scoreboard(db, strategy.id, as_of=as_of, knowledge_date=today(), by=viewer())

tally(board.standings, board.without_target)
st.caption(statement_counts(board))
st.caption(knowledge_sentence(as_of, today()))
if not any(criterion.due for criterion in strategy.criteria):
    undated(strategy.id)

red_promises(board.standings, strategy.id, nothing=without_reds(board))

st.header(_("Fordelingen"))
source = source_text(strategy, as_of, today())
charts.distribution_chart(theme_counts(board), source=source)
charts.bullet_chart(board.standings, most=7, source=source)
promise_checklist(board.standings, source=source)

st.header(_("Alle løfter, tema for tema"))
theme_sections(board, more=lambda promise: sentence(board, promise))
