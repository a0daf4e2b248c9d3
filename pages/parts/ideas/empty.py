"""The ways to the first ideas, where there are none."""

import streamlit as st

from models.access import Permission
from models.services.ideas import Portfolio
from pages.parts.finding import show_finding
from pages.parts.way import way
from pages.shell.viewer import admits
from pages.shell.wording import _


def first_idea(portfolio: Portfolio) -> None:
    """Say above the form that its idea becomes the first; nothing where there are ideas."""
    if portfolio.ideas:
        return
    show_finding(_("Der er ingen idéer endnu. Skriv den første her."))
    st.markdown(_("Enhederne sender deres på siden Vores idéer."))


def no_ideas(portfolio: Portfolio) -> None:
    """Say on a tab of the clinic that there are no ideas, with the ways to the first."""
    if portfolio.ideas:
        return
    st.markdown(_("Der er ingen idéer endnu."))
    ways_in()


def ways_in() -> None:
    """Link to where the viewer can write an idea or bring many; for others to the units' page."""
    if not admits(Permission.GROUP_IDEAS):
        way("department/own_ideas.py", _("Gå til Vores idéer"))
        return
    with st.container(horizontal=True):
        way("steward/idea_clinic.py", _("Skriv en idé i Idéklinik"), tab="one")
        way("steward/idea_clinic.py", _("Hent mange idéer fra en fil"), tab="file")
