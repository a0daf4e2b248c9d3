"""The views of the page Bag kulturtallene, each drawn from the result of one service call."""

from collections.abc import Callable, Mapping

import streamlit as st

from models.services.culture.method import CultureMethod, MethodView
from models.wording import N_
from pages.parts.culture.method.outcome import drivers_view, recommendation_view
from pages.parts.culture.method.professions import crossing_table, measure_picker
from pages.parts.culture.method.reliability import reliability
from pages.parts.culture.paging import page_picker
from pages.parts.culture.release_facts import download, facts
from pages.shell.wording import _
from survey.release.cells import CROSSING

VIEW_NAMES = {
    MethodView.RELIABILITY: N_("Kan vi stole på tallene?"),
    MethodView.DRIVERS: N_("Hvad hænger sammen?"),
    MethodView.GROUPS: N_("Hvad siger faggrupperne?"),
    MethodView.RELEASE: N_("Hvad er frigivet?"),
}


def draw(method: CultureMethod, view: MethodView) -> None:
    """Draw a view."""
    _DRAW[view](method)


def _drivers(method: CultureMethod) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.header(_("Hvad hænger sammen med det hele"))
        drivers_view(method.release)
    with right:
        st.header(_("Ville de anbefale arbejdspladsen?"))
        recommendation_view(method.release, method.recommendation)


def _groups(method: CultureMethod) -> None:
    if not method.groups:
        st.info(_("Der er ikke frigivet tal delt på grupper for denne undersøgelse."))
        return
    left, right = st.columns(2)
    with left:
        measure = measure_picker(method.release, method.groups)
    with right:
        page = page_picker(method.rows, key=method.release.wave.id)
    crossing_table(page, method.groups, measure, method.release)
    download(method.release, [unit.id for unit in method.rows], "grupper", family=CROSSING)


def _reliability(method: CultureMethod) -> None:
    reliability(method.release)


def _release(method: CultureMethod) -> None:
    facts(method.release)


_DRAW: Mapping[MethodView, Callable[[CultureMethod], None]] = {
    MethodView.DRIVERS: _drivers,
    MethodView.GROUPS: _groups,
    MethodView.RELIABILITY: _reliability,
    MethodView.RELEASE: _release,
}
