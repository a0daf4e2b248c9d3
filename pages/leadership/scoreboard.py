"""Leadership sees how every criterion stands, the unmeasured ones included."""

import streamlit as st

from models.access import Permission
from pages.parts.board.changes import status_changes
from pages.parts.board.choices import board_choices
from pages.parts.board.headline import board_headline
from pages.parts.board.matrix import board_matrix
from pages.parts.board.promise_list import promise_list
from pages.parts.board.sign_bar import sign_bar
from pages.parts.board.signs import put_shapes
from pages.parts.board.view import board_view
from pages.parts.board.worst import worst_promises
from pages.parts.due.first_steps import STATUS, step_line
from pages.parts.promises.board import undated
from pages.parts.year.knowledge import knowledge_sentence, source_text
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import admits, today
from pages.shell.wording import _

put_shapes()
strategy, as_of, since = board_choices()
if admits(Permission.SET_TARGET):
    step_line(here=STATUS)

name_tab(f"{_('Resultattavle')}: {strategy.organisation.name}")
with database() as db:
    view = board_view(db, strategy.id, as_of=as_of, since=since)
source = source_text(strategy, as_of, today())

board_headline(view)
if not any(criterion.due for criterion in strategy.criteria):
    undated(strategy.id)
chosen = sign_bar(view.board.standings)
board_matrix(view.board, chosen, source=source)
if chosen:
    promise_list(view.board, chosen, source=source)
worst_promises(view)
status_changes(view, source=source)
if not chosen:
    promise_list(view.board, chosen, source=source)
st.caption(knowledge_sentence(as_of, today()))
