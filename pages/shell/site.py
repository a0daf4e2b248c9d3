"""The menu of the pages a viewer may open, and the refusal on a page they may not."""

from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import streamlit as st

from models.access import Permission, Role, may
from models.claims import ClaimMalformed
from models.errors import DatabaseUnavailable
from models.settings import settings
from pages.shell.server.sign_in_wall import SIGN_IN
from pages.shell.viewer import ROLE_NAMES, admits, viewer
from pages.shell.wording import _, markdown_escaped, say, words

# A page's script under pages/, its name in the menu, and the permission it needs.
Place = tuple[str, str, Permission]
SiteMap = Mapping[str, tuple[Place, ...]]


# What "/" leads to; a respondent is shown the way to the survey.
LANDINGS = {
    Role.DEPARTMENT: "department/unit_home.py",
    Role.LEADERSHIP: "leadership/scoreboard.py",
    Role.COMMITTEE: "committee/annual_status.py",
    Role.STEWARD: "steward/due_now.py",
    Role.ADMINISTRATOR: "steward/due_now.py",
}


def navigation(site_map: SiteMap) -> st.Page:
    """Draw the menu of the viewer's pages and return the page asked for.

    Every page is registered for everybody, so that a deep link survives signing in; those the
    viewer may not open are hidden. The address "/" is a page of its own: a page that were the
    default would lose its own address.
    """
    menu = {
        _(section): [
            st.Page(script, title=_(title), visibility="visible" if admits(need) else "hidden")
            for script, title, need in places
        ]
        for section, places in site_map.items()
    }
    start = partial(_start, LANDINGS.get(viewer().role))
    home = st.Page(start, title="Pejling", url_path="", default=True, visibility="hidden")
    page = st.navigation({"": [home], **menu}, expanded=True)
    if page.url_path:
        name_tab(page.title)
    return page


def refuse_unless_admitted(site_map: SiteMap, page: st.Page) -> None:
    """Show a refusal and stop when the viewer may not open the page, also where it is hidden."""
    needs = {Path(script).stem: need for script, _title, need in _places(site_map)}
    need = needs.get(page.url_path)
    if need is not None and not admits(need):
        st.title(markdown_escaped(page.title))
        _refusal(need)
        st.stop()


def _refusal(need: Permission) -> None:
    """Say for which roles a page is open, how to become such, and the way to the own page."""
    mine = viewer().role
    open_to = [
        _(ROLE_NAMES[role]) for role in Role if role is not Role.RESPONDENT and may(role, need)
    ]
    st.warning(
        say(
            "Denne side er ikke åben for din rolle, som er {role}. Den er åben for: {roles}.",
            role=_(ROLE_NAMES[mine]),
            roles=", ".join(open_to),
        )
    )
    st.markdown(
        _("Vælg en anden rolle under ”Se som” i menuen, hvis du hører til en af dem.")
        if settings().local
        else _("Skal du bruge siden, så bed den, der driver Pejling, om at ændre din rolle.")
    )
    landing = LANDINGS.get(mine)
    if landing is None:
        st.link_button(_("Gå til undersøgelsen"), "/svar")
    else:
        st.page_link(landing, label=_("Gå til din egen forside"), icon=":material/home:")


def name_tab(text: str) -> None:
    """Give the browser's tab the name of what the page shows."""
    st.set_page_config(page_title=f"{text} · Pejling")


def say_unavailable(problem: DatabaseUnavailable) -> None:
    """Show what is wrong with the database and a button to try again."""
    st.error(markdown_escaped(words().error(problem)))
    st.write(_("Det seneste, du gjorde, er måske ikke gemt. Sig det til den, der driver Pejling."))
    st.button(_("Prøv igen"))


def ask_to_sign_in() -> None:
    """Show the way to the provider, which leads back to the view of the address, and stop.

    Who has never signed in is met by the wall: here somebody's sign-in has expired.
    """
    st.title("Pejling")
    st.write(
        _(
            "Det er for længe siden, du loggede ind. Log ind igen, så kommer du tilbage til den "
            "side, du var på. Det, du ikke nåede at gemme, skal skrives igen."
        )
    )
    place = urlsplit(st.context.url or "").path or "/"
    chosen = urlencode(st.query_params.to_dict())
    way = f"{SIGN_IN}?{urlencode({'to': f'{place}?{chosen}'.rstrip('?')})}"
    st.html(f'<a class="pj-way-in" href="{escape(way)}" target="_self">{escape(_("Log ind"))}</a>')
    st.stop()


def refuse_malformed_claims() -> None:
    """Show the fault and stop when the provider does not say who it is in a form we can trust."""
    try:
        viewer()
    except ClaimMalformed as problem:
        st.title("Pejling")
        st.error(markdown_escaped(words().error(problem)))
        st.write(
            _("Ingen sider er åbne med dette login. Vis beskeden til den, der driver Pejling.")
        )
        if st.button(_("Log ud")):
            st.logout()
        st.stop()


def _places(site_map: SiteMap) -> Iterator[Place]:
    for places in site_map.values():
        yield from places


def _start(landing: str | None) -> None:
    if landing is not None:
        st.switch_page(landing)
    st.title("Pejling")
    st.write(_("Du svarer på undersøgelser gennem det link, din enhed har fået."))
    st.link_button(_("Gå til undersøgelsen"), "/svar")
