"""The views of the culture page: each asks for what it shows, and only the chosen one is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.services.culture import results
from models.services.culture.map import ordered
from models.services.culture.results import Released
from models.wording import N_
from pages.parts.comments.list import comment_list
from pages.parts.culture import change, levels, opened_figure, release_facts
from pages.parts.culture.funnel import funnel_view
from pages.parts.culture.map import culture_map as map_table
from pages.parts.culture.map import sort_picker
from pages.parts.culture.paging import page_picker
from pages.parts.culture.participation import participation
from pages.shell import cache
from pages.shell.database import Db
from pages.shell.wording import _
from survey.asking.organisation import Organisation, Unit
from survey.release.figure import Figure

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
    ids = results.with_children(asked.organisation, unit.id)
    shown = cache.cultures(asked.db, one, unit.id)
    with asked.choices:
        by = sort_picker(one)
        shown = ordered(shown, by, one.ranked)
        page = page_picker(shown.rows, key=f"{one.wave.id}_{unit.id}_{by}")
    parents = {one_id for one_id in ids if asked.organisation.children(one_id)}
    map_table(shown, page, one, parents)
    release_facts.download(one, ids, unit.id)
    st.header(_("Åbn et tal"))
    if not shown.above.cells and not any(row.cells for row in shown.rows):
        st.info(_("Alle tal her er skjult."))
        return
    row, measure = opened_figure.figure_picker(shown, one)
    left, right = st.columns(2, gap="large")
    with left:
        own = cache.figures(asked.db, one, row.unit.id)
        opened_figure.opened(row, measure, own, one)
    with right:
        opened_figure.beside(shown, page, measure, one)


def _levels(asked: Asked) -> None:
    levels.levels_view(asked.db, asked.one, asked.organisation, asked.unit, asked.choices)


def _change(asked: Asked) -> None:
    one, organisation = asked.one, asked.organisation
    before = results.earlier(asked.releases, one)
    if before is None:
        change.no_development()
        return
    found = cache.development(asked.db, one, before, asked.unit.id)
    left, right = st.columns(2, gap="large")
    with left:
        change.change_of(organisation.root, found, one.instrument)
    if asked.unit != organisation.root:
        with right:
            change.change_of(asked.unit, found, one.instrument)
    change.rule(found)
    st.header(_("Enhed for enhed"))
    ids = dict.fromkeys((organisation.root.id, *results.with_children(organisation, asked.unit.id)))
    with asked.choices:
        page = page_picker(
            [organisation.unit(unit_id) for unit_id in ids], key=f"{one.wave.id}_{asked.unit.id}"
        )
    change.change_table(page, asked.unit, found, one.instrument)


def _funnel(asked: Asked) -> None:
    one, root = asked.one, asked.organisation.root
    cells: dict[tuple[str, str, str], Figure] = {}
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
