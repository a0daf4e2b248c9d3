"""One promise: its text, its targets and observations, and the calculation of its status."""

import streamlit as st

from models.access import Permission
from models.services.promises import observations, scoreboard, strategies, targets
from models.services.promises.detectable import detectable_change
from pages.parts.observations.log import observation_log
from pages.parts.promises import criterion_story
from pages.parts.promises.criterion_picker import criterion_picker
from pages.parts.promises.criterion_picture import criterion_picture
from pages.parts.promises.paper_card import paper_card
from pages.parts.promises.why import why
from pages.parts.targets.history import target_history
from pages.parts.year.knowledge import knowledge_sentence, source_text
from pages.parts.year.picker import as_of_picker
from pages.shell.database import database
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _, markdown_escaped

st.title(_("Succeskriterium"))
strategy_id, criterion = criterion_picker(_("Succeskriterium"))
as_of = as_of_picker(strategies.strategy(strategy_id))

with database() as db:
    board = scoreboard.scoreboard(db, strategy_id, as_of=as_of, knowledge_date=today(), by=viewer())
    standing = board.standing(criterion.id)
    history = targets.history(db, criterion.id, by=viewer())
    records = observations.of(db, criterion.id, by=viewer())
    change = standing.target and detectable_change(db, standing.target, by=viewer())

st.header(markdown_escaped(criterion.text))
criterion_story.standing_line(standing)
criterion_story.low_response_line(standing)
criterion_story.detectable_line(change)
st.caption(knowledge_sentence(as_of, today()))
counting = criterion_story.counting(standing, records, as_of=as_of, knowledge_date=today())

picture, reasons = st.columns([3, 2], gap="large")
with picture:
    criterion_picture(standing, counting, source=source_text(board.strategy, as_of, today()))
with reasons:
    why(standing)
    if admits(Permission.SET_TARGET):
        criterion_story.steward_links(strategy_id, criterion.id)

st.header(_("Det siger strategien"))
paper_card(criterion)
criterion_story.initiatives(standing.initiatives)
target_history(history, criterion)
if records:
    observation_log(records, criterion.indicator.unit)
else:
    st.subheader(_("Målinger"))
    st.info(_("Ingen har målt endnu. En tovholder skriver den første måling på siden Målinger."))
