"""Who is looking, and on which day."""

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
    """The day it is; pages are the only rooms with a clock."""
    return date.today()


def viewer() -> Viewer:
    """The one at the screen: what the sign-in says, or in local mode what the operator looks as."""
    if settings().local:
        role = Role(st.session_state.get("role", Role.STEWARD))
        # One name in every language: what somebody has begun is kept under it.
        return Viewer("lokal", role, st.session_state.get("unit"))
    name = st.user.get("email") or st.user.get("sub", "")
    return Viewer(str(name), _claimed_role(), st.user.get("unit"))


def _claimed_role() -> Role:
    # Of several roles the one that may most; without any, a signed-in person is a respondent.
    groups = st.user.get("groups") or ()
    held = [role for role in Role if role.value in groups]
    return max(held, key=lambda role: len(MAY[role]), default=Role.RESPONDENT)


def admits(permission: Permission) -> bool:
    """Whether the viewer may enter a room for this. Respondents answer by link, not in here."""
    role = viewer().role
    return role is not Role.RESPONDENT and may(role, permission)
