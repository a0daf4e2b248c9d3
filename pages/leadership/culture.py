"""Leadership sees the released culture results: a unit and those under it, honest about chance."""

import streamlit as st

from pages.parts.culture.choices import parent_picker, release_picker, view_picker
from pages.parts.culture.head import not_validated, nothing_released, source, summary, why_level
from pages.parts.culture.views import VIEW, VIEWS, Asked
from pages.shell import cache
from pages.shell.database import database
from pages.shell.wording import _

st.title(_("Innovationskultur"))
with database() as db:
    releases = cache.released(db)
if not releases:
    nothing_released()
    st.stop()

one = release_picker(releases)
with database() as db:
    organisation = cache.structure(db, one.wave.id)
    whole = cache.cultures(db, one, organisation.root.id).above
    planned = cache.planned(db, one)

summary(whole, one.instrument, planned)
why_level(whole, one.instrument)
not_validated(one.instrument)

view = view_picker(VIEWS, key="culture_view")
left, right = st.columns(2)
with left:
    unit = parent_picker(organisation)
with database() as db:
    VIEW[view](Asked(db, releases, one, organisation, unit, right))
source(one)
st.page_link(
    "leadership/culture_method.py", label=_("Bag kulturtallene"), icon=":material/fact_check:"
)
