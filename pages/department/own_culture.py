"""A department sees what its own figures say, what they do not, and agrees what to do."""

import streamlit as st

from models.access import Role
from pages.parts.comments.list import comment_list
from pages.parts.own_culture.action_form import action_form
from pages.parts.own_culture.change import changes
from pages.parts.own_culture.dialogue_sheet import sheet_button
from pages.parts.own_culture.dimensions import dimensions
from pages.parts.own_culture.numbers import how_to_read, numbers
from pages.parts.own_culture.result import caveats, level, whose, why
from pages.parts.own_culture.talking_points import talking_points
from pages.parts.own_culture.wave_picker import wave_picker
from pages.parts.unit.own_unit import unit_missing, within_own_unit
from pages.parts.waves.empty import no_result
from pages.shell import cache
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Vores kultur"))
top = viewer().unit_id if viewer().role is Role.DEPARTMENT else ""
if top is None:
    unit_missing()
    st.stop()

finding, choices = st.container(), st.container(horizontal=True, key="choices")
with database() as db:
    with choices:
        releases = cache.released_waves(db, by=viewer())
        release = wave_picker(releases)
    if release is None:
        no_result()
        st.stop()
    with choices:
        unit = within_own_unit(release, releases, top)
    if unit is None:
        st.stop()
    culture = cache.own_culture(db, unit.id, release.wave.id, by=viewer())
with finding:
    whose(culture)
    if culture.published_unit is None:
        st.stop()
    level(culture)
    caveats(culture)
why(culture)
dimensions(culture)
changes(culture)
talking_points(culture)
with database() as db:
    comment_list(db, release.wave, unit.id)
action_form(culture)
sheet_button(culture)
numbers(culture)
how_to_read(culture)
