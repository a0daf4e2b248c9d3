"""The ideas of a unit, for those who see the whole region, and where they can write one."""

import streamlit as st

from models.access import Permission
from models.services import ideas
from pages.parts.ideas.idea_list import idea_list
from pages.parts.unit.own_unit import chosen_unit
from pages.parts.way import way
from pages.shell.database import database
from pages.shell.viewer import admits, viewer
from pages.shell.wording import _, say

MOST = 30


def ideas_of_chosen_unit() -> None:
    """Show the newest ideas of the chosen unit and of those below it, and the ways on."""
    choice = chosen_unit()
    _ways()
    if choice is None:
        return
    tree, unit = choice
    with database() as db:
        of_unit = ideas.of_units(db, tree.subtree(unit.id), by=viewer())
    st.subheader(say("Idéer fra {unit} ({n})", unit=unit.name, n=len(of_unit)))
    idea_list(of_unit[:MOST], empty=_("Herfra er der ikke kommet nogen idéer endnu."))
    if len(of_unit) > MOST:
        st.caption(say("De nyeste {n} af {all}.", n=MOST, all=len(of_unit)))


def _ways() -> None:
    with st.container(horizontal=True):
        if admits(Permission.GROUP_IDEAS):
            way("steward/idea_clinic.py", _("Skriv en idé i Idéklinik"), tab="one")
        if admits(Permission.SEE_IDEAS):
            way("leadership/idea_portfolio.py", _("Se alle idéer i Idéporteføljen"))
