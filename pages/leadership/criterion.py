"""One promise as a story: the paper's words, the target, how it stands, why, and what is next."""

import streamlit as st

from models.services.promises import observations, scoreboard, strategies, targets
from models.services.promises.detectable import detectable_change
from pages.parts.promise.chart import promise_chart
from pages.parts.promise.history import history
from pages.parts.promise.initiatives import initiatives
from pages.parts.promise.neighbours import neighbour_links
from pages.parts.promise.next_step import next_step
from pages.parts.promise.number import number
from pages.parts.promise.promised import promised
from pages.parts.promise.technical_note import technical_note
from pages.parts.promise.why import why
from pages.parts.promises.criterion_picker import criterion_picker
from pages.parts.promises.criterion_story import counting_until
from pages.parts.year.knowledge import knowledge_sentence, source_text
from pages.parts.year.picker import as_of_picker
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped

st.title(_("Succeskriterium"))
links = st.container()
with st.expander(_("Vælg et andet løfte eller en anden dag")):
    strategy_id, criterion = criterion_picker(_("Succeskriterium"))
    as_of = as_of_picker(strategies.strategy(strategy_id))
with links:
    neighbour_links(strategies.strategy(strategy_id).criteria, criterion.id)

with database() as db:
    board = scoreboard.scoreboard(db, strategy_id, as_of=as_of, knowledge_date=today(), by=viewer())
    standing = board.standing(criterion.id)
    past_targets = targets.history(db, criterion.id, by=viewer())
    records = observations.of(db, criterion.id, by=viewer())
    change = standing.target and detectable_change(db, standing.target, by=viewer())

st.header(markdown_escaped(criterion.text))
promise, figure = st.columns([3, 2], gap="medium")
with promise:
    promised(standing, past_targets)
counting = counting_until(standing, records, as_of=as_of, knowledge_date=today())
with figure:
    number(standing, counting, change=change)
st.caption(knowledge_sentence(as_of, today()))
promise_chart(standing, counting, source=source_text(board.strategy, as_of, today()))

why(standing, rule=board.rule)
efforts, measurement = st.columns(2, gap="medium")
with efforts:
    initiatives(standing.initiatives)
with measurement:
    next_step(standing)
technical_note(standing, rule=board.rule)
history(standing, past_targets, records)
