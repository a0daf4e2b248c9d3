"""A steward reads every write: who, when, what, before and after; and whether the chain holds."""

import streamlit as st

from models.services.trace.log import log, people
from pages.parts.trace.chain import chain_state
from pages.parts.trace.choices import log_search
from pages.parts.trace.log_table import AT_ONCE, log_table, offset_picker
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Log"))
st.markdown(
    _(
        "Her står alt, hvad der er skrevet i Pejling, og hvem der skrev det. Intet her fortæller, "
        "hvad nogen har svaret."
    )
)
chain_state()
with database() as db:
    search = log_search(people(db, by=viewer()))
    of = log(db, search, limit=1, by=viewer()).of
    offset = offset_picker(of)
    page = log(db, search, limit=AT_ONCE, offset=offset, by=viewer())
if page.lines:
    log_table(page.lines, page.of)
else:
    st.info(_("Ingen linjer passer til valget. Vælg ”Alle”, eller ryd felterne."))
