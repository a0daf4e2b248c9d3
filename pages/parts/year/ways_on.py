"""The ways on from the annual status: a department's own unit, and each role's next pages."""

import streamlit as st

from models.access import Permission, Role
from models.report.own_culture.phrases import deadline
from pages.parts.address import query
from pages.parts.unit.newest import level_lines, newest_culture
from pages.parts.unit.own_unit import own_name
from pages.parts.way import way
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _, markdown_escaped, words


def ways_on() -> None:
    """Show where those who see the whole region go from its year."""
    with st.container(horizontal=True, key="ways_on"):
        if admits(Permission.SEE_SCOREBOARD):
            way("leadership/scoreboard.py", _("Se alle løfter på tavlen"), **query("strategy"))
        if admits(Permission.RECORD_OBSERVATION):
            way("steward/due_now.py", _("Se, hvad der skal gøres nu"))
        elif admits(Permission.SEE_CULTURE):
            way("leadership/culture.py", _("Se innovationskulturen"))


def own_unit() -> None:
    """Show a department its own unit beside the region's year, with the ways to it."""
    unit_id = viewer().unit_id
    if viewer().role is not Role.DEPARTMENT or unit_id is None:
        return
    with st.container(border=True, key="card_own_unit"):
        st.subheader(_("Og i jeres enhed"))
        own_name()
        culture = newest_culture(unit_id, by=viewer())
        if culture is not None:
            level_lines(culture)
            if culture.agreed is None:
                st.markdown(_("I har ikke aftalt noget endnu."))
            else:
                agreed, left = culture.agreed, deadline(culture.agreed, today(), words())
                st.markdown(f"{markdown_escaped(agreed.what)} {markdown_escaped(left)}")
        with st.container(horizontal=True):
            way("department/unit_home.py", _("Se vores enhed"))
            way("department/own_ideas.py", _("Send en idé"))
