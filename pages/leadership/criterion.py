"""One promise as a story: the paper's words, the target, how it stands, why, and what is next."""

import streamlit as st

from models.services.promise_story import promise_story
from models.services.promises import strategies
from pages.parts.promise.chart import promise_chart
from pages.parts.promise.explanation import owner_words
from pages.parts.promise.history import history
from pages.parts.promise.initiatives import initiatives
from pages.parts.promise.neighbours import neighbour_links
from pages.parts.promise.next_step import next_step
from pages.parts.promise.number import number
from pages.parts.promise.override import override
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

with database() as db:
    story = promise_story(db, strategy_id, criterion.id, as_of=as_of, on=today(), by=viewer())
standing = story.standing
counting = counting_until(standing, story.records, as_of=as_of, knowledge_date=today())
with links:
    neighbour_links(story.strategy.criteria, criterion.id)

st.header(markdown_escaped(criterion.text))
promise, figure = st.columns([3, 2], gap="medium")
with promise:
    promised(standing, story.targets)
with figure:
    number(standing, counting, change=story.detectable)
st.caption(knowledge_sentence(as_of, today()))
override(standing, story.overrides)
promise_chart(standing, counting, source=source_text(story.strategy, as_of, today()))
why(standing, rule=story.rule)
owner_words(standing, story.explanations, may_write=story.may_explain)
efforts, measurement = st.columns(2, gap="medium")
with efforts:
    initiatives(standing.initiatives)
with measurement:
    next_step(standing)
technical_note(standing, rule=story.rule)
history(story)
