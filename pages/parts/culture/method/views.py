"""The views behind the culture figures; only the chosen one is made."""

from collections.abc import Callable, Mapping

import streamlit as st

from models.services.culture import results
from models.services.culture.results import Released
from models.wording import N_
from pages.parts.culture import release_facts
from pages.parts.culture.method import professions
from pages.parts.culture.method.outcome import drivers_view, recommendation_view
from pages.parts.culture.method.reliability import reliability
from pages.parts.culture.paging import page_picker
from pages.shell import cache
from pages.shell.database import Db
from pages.shell.wording import _
from survey.asking.organisation import Organisation
from survey.release.cells import CROSSING

VIEWS = {
    "drivers": N_("Hvad hænger sammen"),
    "groups": N_("Faggrupper"),
    "reliability": N_("Pålidelighed"),
    "release": N_("Frigivelsen"),
}
View = Callable[[Db, Released, Organisation], None]


def _drivers(db: Db, one: Released, organisation: Organisation) -> None:
    root = organisation.root
    cells = cache.figures(db, one, root.id)
    left, right = st.columns(2, gap="large")
    with left:
        st.header(_("Hvad hænger sammen med nytte"))
        drivers_view(one)
    with right:
        st.header(_("Ville de anbefale arbejdspladsen?"))
        recommendation_view(cells, root, one.instrument)


def _groups(db: Db, one: Released, organisation: Organisation) -> None:
    cells = cache.crossed(db, one)
    if not cells:
        st.info(_("Der er ikke frigivet tal delt på grupper for denne undersøgelse."))
        return
    ids = results.with_children(organisation, organisation.root.id)
    what, which = st.columns(2)
    with what:
        measure = professions.measure_picker(one, cells)
    with which:
        page = page_picker([organisation.unit(unit_id) for unit_id in ids], key=one.wave.id)
    professions.crossing_table(page, cells, measure, one)
    release_facts.download(one, ids, "grupper", family=CROSSING)


def _reliability(_db: Db, one: Released, _organisation: Organisation) -> None:
    reliability(one)


def _release(_db: Db, one: Released, organisation: Organisation) -> None:
    release_facts.facts(one, len(organisation.units))


VIEW: Mapping[str, View] = {
    "drivers": _drivers,
    "groups": _groups,
    "reliability": _reliability,
    "release": _release,
}
