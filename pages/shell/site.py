"""Which rooms there are for whom: the menu, and a kind word at a door that is not theirs."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from models.access import Permission, Role
from pages.shell.viewer import admits, viewer
from pages.shell.wording import _

# A page's script under pages/, its name in the menu, and what one must be allowed there.
Place = tuple[str, str, Permission]
SiteMap = Mapping[str, tuple[Place, ...]]


def navigation(site_map: SiteMap) -> st.Page:
    """The menu of the viewer's rooms, and the page asked for.

    Every room is always registered, so that a deep link survives signing in; rooms of others are
    hidden. The address "/" belongs to no room, or that room would lose its own address.
    """
    menu = {
        _(section): [
            st.Page(script, title=_(title), visibility="visible" if admits(need) else "hidden")
            for script, title, need in places
        ]
        for section, places in site_map.items()
    }
    start = partial(_start, [script for script, _title, need in _places(site_map) if admits(need)])
    home = st.Page(start, title="Pejling", url_path="", default=True, visibility="hidden")
    return st.navigation({"": [home], **menu}, expanded=True)


def refuse_unless_admitted(site_map: SiteMap, page: st.Page) -> None:
    """Stop at a room the viewer may not enter, and say so; a hidden menu entry is not a lock."""
    needs = {Path(script).stem: need for script, _title, need in _places(site_map)}
    need = needs.get(page.url_path)
    if need is not None and not admits(need):
        st.title(page.title)
        st.warning(_("Denne side er ikke åben for din rolle. Vælg en anden side i menuen."))
        st.stop()


def ask_to_sign_in() -> None:
    """Show the way in and nothing else."""
    st.title("Pejling")
    st.write(_("Log ind for at se regionens innovationspolitik og innovationskultur."))
    if st.button(_("Log ind"), type="primary"):
        st.login()
    st.stop()


def _places(site_map: SiteMap) -> Iterator[Place]:
    for places in site_map.values():
        yield from places


def _start(scripts: list[str]) -> None:
    if scripts:
        st.switch_page(scripts[0])
    st.title("Pejling")
    if viewer().role is Role.RESPONDENT:
        st.write(_("Du svarer på undersøgelser gennem det link, din enhed har fået."))
        st.link_button(_("Gå til undersøgelsen"), "/svar")
