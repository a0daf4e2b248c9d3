"""What the culture figures stand on: what hangs together, groups, reliability, and the release."""

import streamlit as st

from pages.parts.culture.choices import release_picker, view_picker
from pages.parts.culture.head import not_validated, nothing_released, source
from pages.parts.culture.method.views import VIEW, VIEWS
from pages.shell import cache
from pages.shell.database import database
from pages.shell.wording import _

st.title(_("Bag kulturtallene"))
with database() as db:
    releases = cache.released(db)
if not releases:
    nothing_released()
    st.stop()

one = release_picker(releases)
not_validated(one.instrument)
view = view_picker(VIEWS, key="method_view")
with database() as db:
    organisation = cache.structure(db, one.wave.id)
    VIEW[view](db, one, organisation)
source(one)
