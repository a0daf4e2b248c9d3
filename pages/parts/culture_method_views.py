"""The views behind the culture figures; only the chosen one is made."""

from collections.abc import Callable, Mapping

import streamlit as st

from models.services import culture
from models.services.culture import Released
from models.wording import N_
from pages.parts import culture_crossing, culture_facts
from pages.parts.culture_outcome import drivers_view, recommendation_view
from pages.parts.culture_paging import page_picker
from pages.parts.culture_reliability import reliability
from pages.shell import cache
from pages.shell.database import Db
from pages.shell.wording import _
from survey.release import CROSSING
from survey.unit import Organisation

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
    ids = culture.with_children(organisation, organisation.root.id)
    what, which = st.columns(2)
    with what:
        measure = culture_crossing.measure_picker(one, cells)
    with which:
        page = page_picker([organisation.unit(unit_id) for unit_id in ids], key=one.wave.id)
    culture_crossing.crossing_table(page, cells, measure, one)
    culture_facts.download(one, ids, "grupper", family=CROSSING)


def _reliability(_db: Db, one: Released, _organisation: Organisation) -> None:
    reliability(one)


def _release(_db: Db, one: Released, organisation: Organisation) -> None:
    culture_facts.facts(one, len(organisation.units))


VIEW: Mapping[str, View] = {
    "drivers": _drivers,
    "groups": _groups,
    "reliability": _reliability,
    "release": _release,
}
