"""The viewer of the session, and today's date."""

from datetime import date

import streamlit as st

from models import claims
from models.access import Permission, Role, Viewer, may
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
    """Return the signed-in person; in local mode the role and unit chosen in the sidebar.

    Raises ClaimMalformed, which `site.refuse_malformed_claims` shows before any page is drawn.
    """
    if settings().local:
        role = Role(st.session_state.get("role", Role.STEWARD))
        # A unit chosen as a department is left behind with that role.
        unit_id = st.session_state.get("unit") if role is Role.DEPARTMENT else None
        # The same name in every language, because drafts are stored under it.
        return Viewer("lokal", role, unit_id)
    return claims.viewer(st.user)


def admits(permission: Permission) -> bool:
    """Whether the viewer may open a page that needs this; never a respondent, who has a link."""
    role = viewer().role
    return role is not Role.RESPONDENT and may(role, permission)
