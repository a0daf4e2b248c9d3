"""The ways to the first ideas, where there are none."""

import streamlit as st

from models.access import Permission
from pages.shell.viewer import admits
from pages.shell.wording import _


def ways_in() -> None:
    """Link to where the viewer can write an idea or bring many; for others to the units' page."""
    if not admits(Permission.GROUP_IDEAS):
        st.page_link("department/own_ideas.py", label=_("Gå til Vores idéer"),
                     icon=":material/lightbulb:")  # fmt: skip
        return
    with st.container(horizontal=True):
        st.page_link("steward/idea_clinic.py", label=_("Skriv en idé i Idéklinik"),
                     icon=":material/lightbulb:", query_params={"tab": "one"})  # fmt: skip
        st.page_link("steward/idea_clinic.py", label=_("Hent mange idéer fra en fil"),
                     icon=":material/upload_file:", query_params={"tab": "file"})  # fmt: skip
