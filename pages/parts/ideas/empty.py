"""The ways to the first ideas, where there are none."""

import streamlit as st

from models.access import Permission
from pages.parts.way import way
from pages.shell.viewer import admits
from pages.shell.wording import _


def ways_in() -> None:
    """Link to where the viewer can write an idea or bring many; for others to the units' page."""
    if not admits(Permission.GROUP_IDEAS):
        way("department/own_ideas.py", _("Gå til Vores idéer"))
        return
    with st.container(horizontal=True):
        way("steward/idea_clinic.py", _("Skriv en idé i Idéklinik"), tab="one")
        way("steward/idea_clinic.py", _("Hent mange idéer fra en fil"), tab="file")
