"""Leadership sees which statuses changed between two days, and what caused it."""

import streamlit as st

from models.services.promises import strategies
from pages.parts.changes.change_list import change_sections
from pages.parts.changes.choices import moments
from pages.parts.changes.picture import change_picture, days_line
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.year.knowledge import source_text
from pages.shell import cache
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Hvad er ændret"))
with st.expander(_("Vælg strategi og dage")):
    strategy = strategies.strategy(strategy_picker())
    before, after = moments()
name_tab(f"{_('Hvad er ændret')}: {strategy.organisation.name}")
with database() as db:
    report = cache.changes(db, strategy.id, before=before, after=after, by=viewer())

source = source_text(strategy, after.as_of, after.knowledge_date or after.as_of)
days_line(report)
change_picture(report, source=source)
change_sections(report, source=source)
