"""Leadership sees the released culture results of a unit and of the units under it."""

import streamlit as st

from models.services.culture.view import CultureRequest
from pages.parts.address import query
from pages.parts.culture.choices import parent_picker, release_picker, view_picker
from pages.parts.culture.finding import finding
from pages.parts.culture.summary import (
    heading,
    not_validated,
    nothing_released,
    source,
    summary,
    why_level,
)
from pages.parts.culture.views import VIEW_NAMES, draw
from pages.parts.way import way
from pages.shell import cache
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Innovationskultur"))
with database() as db:
    waves = cache.released_waves(db, by=viewer())
if not waves:
    nothing_released()
    st.stop()

top, views = st.container(), st.container()
left, middle, right = st.columns(3)
with left:
    release = release_picker(waves)
with views:
    view = view_picker(VIEW_NAMES, key="culture_view")
with middle:
    unit = parent_picker(release.organisation)
name_tab(f"{_('Innovationskultur')}: {unit.name}")
with database() as db:
    request = CultureRequest(release.wave.id, unit.id, view)
    culture = cache.culture(db, request, by=viewer())

with top:
    heading(culture, finding(culture, view))
    summary(culture)
    why_level(culture)
    not_validated(release.instrument)
draw(culture, view, right)
source(release)
way("leadership/culture_method.py", _("Bag kulturtallene"), **query("wave"))
