"""The views of the culture page: each asks for what it shows, and only the chosen one is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.services import culture
from models.services.culture_map import ordered
from models.services.culture import Cell, Released
from models.wording import N_
from pages.parts import culture_change, culture_facts, culture_levels, culture_opened
from pages.parts.comment_list import comment_list
from pages.parts.culture_funnel import funnel_view
from pages.parts.culture_map import culture_map as map_table
from pages.parts.culture_map import sort_picker
from pages.parts.culture_paging import page_picker
from pages.parts.culture_participation import participation
from pages.shell import cache
from pages.shell.database import Db
from pages.shell.wording import _
from survey.unit import Organisation, Unit

VIEWS = {
    "map": N_("Kort"),
    "levels": N_("Niveauer"),
    "change": N_("Udvikling"),
    "funnel": N_("Fra idé til brug"),
    "participation": N_("Deltagelse"),
    "comments": N_("Kommentarer"),
}


@dataclass(frozen=True, eq=False)
class Asked:
    """What somebody wants to see: a unit in a release, among all of them.

    choices: where a view puts its own choices, beside that of the unit.
    """

    db: Db
    releases: Sequence[Released]
    one: Released
    organisation: Organisation
    unit: Unit
    choices: DeltaGenerator


View = Callable[[Asked], None]


def _map(asked: Asked) -> None:
    one, unit = asked.one, asked.unit
    ids = culture.with_children(asked.organisation, unit.id)
    shown = cache.cultures(asked.db, one, unit.id)
    with asked.choices:
        by = sort_picker(one)
        shown = ordered(shown, by, one.ranked)
        page = page_picker(shown.rows, key=f"{one.wave.id}_{unit.id}_{by}")
    parents = {one_id for one_id in ids if asked.organisation.children(one_id)}
    map_table(shown, page, one, parents)
    culture_facts.download(one, ids, unit.id)
    st.header(_("Åbn et tal"))
    if not shown.above.cells and not any(row.cells for row in shown.rows):
        st.info(_("Alle tal her er skjult."))
        return
    row, measure = culture_opened.figure_picker(shown, one)
    left, right = st.columns(2, gap="large")
    with left:
        own = cache.figures(asked.db, one, row.unit.id)
        culture_opened.opened(row, measure, own, one)
    with right:
        culture_opened.beside(shown, page, measure, one)


def _levels(asked: Asked) -> None:
    culture_levels.levels_view(asked.db, asked.one, asked.organisation, asked.unit, asked.choices)


def _change(asked: Asked) -> None:
    one, organisation = asked.one, asked.organisation
    before = culture.earlier(asked.releases, one)
    if before is None:
        culture_change.no_development()
        return
    found = cache.development(asked.db, one, before, asked.unit.id)
    left, right = st.columns(2, gap="large")
    with left:
        culture_change.change_of(organisation.root, found, one.instrument)
    if asked.unit != organisation.root:
        with right:
            culture_change.change_of(asked.unit, found, one.instrument)
    culture_change.rule(found)
    st.header(_("Enhed for enhed"))
    ids = dict.fromkeys((organisation.root.id, *culture.with_children(organisation, asked.unit.id)))
    with asked.choices:
        page = page_picker(
            [organisation.unit(unit_id) for unit_id in ids], key=f"{one.wave.id}_{asked.unit.id}"
        )
    culture_change.change_table(page, asked.unit, found, one.instrument)


def _funnel(asked: Asked) -> None:
    one, root = asked.one, asked.organisation.root
    cells: dict[tuple[str, str, str], Cell] = {}
    for unit in (asked.unit, root):
        cells |= cache.figures(asked.db, one, unit.id)
    funnel_view(cells, asked.unit, root, one.instrument)


def _participation(asked: Asked) -> None:
    one, unit = asked.one, asked.unit
    shown = cache.cultures(asked.db, one, unit.id)
    with asked.choices:
        page = page_picker(shown.rows, key=f"{one.wave.id}_{unit.id}")
    participation(shown, page, one.head.smallest_group)


def _comments(asked: Asked) -> None:
    comment_list(asked.db, asked.one.wave.id, asked.unit.id)


VIEW: Mapping[str, View] = {
    "map": _map,
    "levels": _levels,
    "change": _change,
    "funnel": _funnel,
    "participation": _participation,
    "comments": _comments,
}
