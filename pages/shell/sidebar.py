"""The choices that apply to every page: the language, and in local mode the role and unit."""

from html import escape
from urllib.parse import quote, unquote

import streamlit as st

from models.access import Role
from models.settings import settings
from models.wording import LANGUAGE_NAMES, LANGUAGES
from pages.shell import cache
from pages.shell.database import database
from pages.shell.unit_picker import unit_picker
from pages.shell.viewer import ROLE_NAMES, viewer
from pages.shell.wording import _, language


def remember() -> None:
    """Restore language, role and unit from the browser's cookies; a reload starts a new session."""
    cookies = st.context.cookies
    if cookies.get("pejling_language") in LANGUAGES:
        st.session_state.setdefault("language", cookies["pejling_language"])
    if cookies.get("pejling_role") in tuple(Role):
        st.session_state.setdefault("role", cookies["pejling_role"])
    # Encoded, since an id may have any sign; the picker passes over a unit that is not there.
    unit = cookies.get("pejling_unit")
    if isinstance(unit, str) and unit:
        st.session_state.setdefault("unit", unquote(unit))
    st.session_state.setdefault("language", settings().language)
    st.session_state.setdefault("role", Role.STEWARD.value)


def sidebar() -> None:
    """Draw the choices under the menu."""
    with st.sidebar:
        if settings().local:
            roles = {role.value: _(ROLE_NAMES[role]) for role in Role}
            st.selectbox(_("Se som"), list(roles), format_func=roles.__getitem__, key="role")
            _own_unit()
        elif st.button(_("Log ud")):
            st.logout()
        st.selectbox(
            _("Sprog"),
            LANGUAGES,
            format_func=LANGUAGE_NAMES.__getitem__,
            key="language",
        )
    _leave_marks()


def _own_unit() -> None:
    if st.session_state["role"] != Role.DEPARTMENT:
        return
    with database() as db:
        organisation = cache.organisation(db, by=viewer())
    if organisation is None:
        st.caption(_("Ingen enheder endnu: en tovholder indlæser dem under Registre."))
        return
    usual = organisation.units[-1].id
    unit_picker(organisation, key="unit", label=_("Din enhed"), usual=usual)


def _leave_marks() -> None:
    # front_page.js reads these attributes: it sets the language of the page for screen readers,
    # and keeps the choices in cookies for `remember`.
    role = st.session_state["role"] if settings().local else ""
    unit = st.session_state.get("unit") or "" if settings().local else ""
    st.html(
        f'<span data-pejling-language="{language()}" data-pejling-role="{escape(role)}" '
        f'data-pejling-unit="{escape(quote(unit, safe=""))}"></span>'
    )
