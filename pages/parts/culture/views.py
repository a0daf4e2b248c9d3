"""The views of the page Innovationskultur, each drawn from the result of one service call."""

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.services.culture.map import ordered
from models.services.culture.view import CultureView, View
from models.wording import N_
from pages.parts.comments.list import comment_list
from pages.parts.culture import opened_figure, release_facts
from pages.parts.culture.change import change_of, change_table, no_development, rule
from pages.parts.culture.funnel import funnel_view
from pages.parts.culture.levels import levels_view
from pages.parts.culture.map import map_table, sort_picker
from pages.parts.culture.paging import page_picker
from pages.parts.culture.participation import participation
from pages.parts.culture.unknown import often_unknown
from pages.shell.database import database
from pages.shell.wording import _

VIEW_NAMES = {
    View.MAP: N_("Kort"),
    View.LEVELS: N_("Niveauer"),
    View.CHANGE: N_("Udvikling"),
    View.FUNNEL: N_("Fra idé til brug"),
    View.PARTICIPATION: N_("Deltagelse"),
    View.COMMENTS: N_("Kommentarer"),
}


def draw(culture: CultureView, view: View, choices: DeltaGenerator) -> None:
    """Draw a view; its own choices stand in `choices`, beside that of the unit."""
    _DRAW[view](culture, choices)


def _map(culture: CultureView, choices: DeltaGenerator) -> None:
    release, unit = culture.release, culture.unit
    with choices:
        measure = sort_picker(release)
        rows = ordered(culture.map, measure, release.ranked)
        page = page_picker(rows.rows, key=f"{release.wave.id}_{unit.id}_{measure}")
    map_table(rows, page, release, culture.parents)
    release_facts.download(release, [row.id for row in culture.rows], unit.id)
    often_unknown(culture.unknown, unit)
    st.header(_("Åbn et tal"))
    if not rows.above.figures and not any(row.figures for row in rows.rows):
        st.info(_("Alle tal her er skjult."))
        return
    row, measure = opened_figure.figure_picker(rows, release)
    left, right = st.columns(2, gap="large")
    with left:
        opened_figure.opened(row, measure, culture.figures, release)
    with right:
        opened_figure.beside(rows, page, measure, release)


def _levels(culture: CultureView, choices: DeltaGenerator) -> None:
    levels_view(culture, choices)


def _change(culture: CultureView, choices: DeltaGenerator) -> None:
    release, unit, development = culture.release, culture.unit, culture.development
    if development is None:
        no_development()
        return
    for place in dict.fromkeys((unit, release.root)):
        change_of(place, development, release)
    rule()
    st.header(_("Enhed for enhed"))
    with choices:
        # The region heads the table of every unit, and its own, once.
        units = tuple(dict.fromkeys((release.root, *culture.rows)))
        page = page_picker(units, key=f"{release.wave.id}_{unit.id}")
    change_table(page, unit, development, release.instrument)


def _funnel(culture: CultureView, _choices: DeltaGenerator) -> None:
    funnel_view(culture.stages, culture.unit, culture.release)


def _participation(culture: CultureView, choices: DeltaGenerator) -> None:
    release = culture.release
    with choices:
        page = page_picker(culture.map.rows, key=f"{release.wave.id}_{culture.unit.id}")
    participation(culture.map, page, release.head.smallest_group)


def _comments(culture: CultureView, _choices: DeltaGenerator) -> None:
    with database() as db:
        comment_list(db, culture.release.wave, culture.unit.id)


_DRAW: Mapping[View, Callable[[CultureView, DeltaGenerator], None]] = {
    View.MAP: _map,
    View.LEVELS: _levels,
    View.CHANGE: _change,
    View.FUNNEL: _funnel,
    View.PARTICIPATION: _participation,
    View.COMMENTS: _comments,
}
