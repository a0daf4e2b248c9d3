"""Leadership sees the foundation of the culture figures: drivers, groups, reliability, release."""

import streamlit as st

from models.services.culture.method import MethodRequest
from pages.parts.culture.choices import release_picker, view_picker
from pages.parts.culture.method.views import VIEW_NAMES, draw
from pages.parts.culture.summary import not_validated, nothing_released, source
from pages.shell import cache
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Bag kulturtallene"))
with database() as db:
    waves = cache.released_waves(db, by=viewer())
if not waves:
    nothing_released()
    st.stop()

release = release_picker(waves)
view = view_picker(VIEW_NAMES, key="method_view", label=_("Spørgsmål"))
with database() as db:
    method = cache.culture_method(db, MethodRequest(release.wave.id, view), by=viewer())
draw(method, view)
not_validated(release.instrument)
source(release)
