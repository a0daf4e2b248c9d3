"""The viewer of the session, and the day."""

from datetime import date

import streamlit as st

from models.access import MAY, Permission, Role, Viewer, may
from models.settings import settings
from models.wording import N_

ROLE_NAMES = {
    Role.RESPONDENT: N_("Respondent"),
    Role.DEPARTMENT: N_("Afdeling"),
    Role.LEADERSHIP: N_("Ledelse"),
    Role.COMMITTEE: N_("Politisk udvalg"),
    Role.STEWARD: N_("Tovholder"),
    Role.ADMINISTRATOR: N_("Administrator"),
}


def today() -> date:
    """Return the day. Only pages read the clock; everything below is given a day."""
    return date.today()


def viewer() -> Viewer:
    """Return the signed-in person; in local mode the role and unit chosen in the sidebar."""
    if settings().local:
        role = Role(st.session_state.get("role", Role.STEWARD))
        # The same name in every language, because drafts are stored under it.
        return Viewer("lokal", role, st.session_state.get("unit"))
    name = st.user.get("email") or st.user.get("sub", "")
    return Viewer(str(name), _claimed_role(), st.user.get("unit"))


def _claimed_role() -> Role:
    # Of several roles the one with most permissions; without any, a respondent.
    groups = st.user.get("groups") or ()
    roles = [role for role in Role if role.value in groups]
    return max(roles, key=lambda role: len(MAY[role]), default=Role.RESPONDENT)


def admits(permission: Permission) -> bool:
    """Whether the viewer may open a page that needs this; never a respondent, who has a link."""
    role = viewer().role
    return role is not Role.RESPONDENT and may(role, permission)
