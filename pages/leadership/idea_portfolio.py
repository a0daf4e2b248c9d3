"""Leadership sees what the region's ideas are about, theme by theme."""

import streamlit as st

from models.ideas.idea import STAGE_WORD, Stage
from models.services import ideas
from pages.parts.ideas.empty import ways_in
from pages.parts.ideas.theme_list import theme_list
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, words

st.title(_("Idéporteføljen"))
st.markdown(_("Idéer, der ligner hinanden, er samlet. Temaet med flest idéer står først."))

with database() as db:
    portfolio = ideas.portfolio(db, by=viewer())

if not portfolio.ideas:
    st.info(_("Der er ingen idéer endnu. Afdelinger foreslår dem på siden Vores idéer."))
    ways_in()
    st.stop()

for column, stage in zip(st.columns(len(Stage)), Stage, strict=True):
    number = sum(idea.stage is stage for idea in portfolio.ideas)
    column.metric(_(STAGE_WORD[stage]), words().number(number, 0))

theme_list(
    portfolio,
    ungrouped=_("Idéerne er ikke grupperet endnu. Tovholderen grupperer dem på siden Idéklinik."),
)
