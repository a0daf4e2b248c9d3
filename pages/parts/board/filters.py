"""The choices of the list of promises, kept in the address."""

from collections.abc import Mapping

import streamlit as st

from models.charts.board.selection import (
    PERIOD_WORD,
    SORT_WORD,
    DuePeriod,
    Selection,
    SortOrder,
    kind,
    owners,
    period,
)
from models.charts.promises.signs import Sign
from models.services.promises.scoreboard import Scoreboard
from models.strategy.paper.criterion import Responsible
from models.strategy.rule.words import KIND_WORD
from models.strategy.target import IndicatorKind
from pages.parts.address import obey
from pages.parts.promises.paper_words import RESPONSIBLE_WORD
from pages.shell.wording import _, markdown_escaped
from survey.plain_text import plain

ALL = ""


def list_filters(board: Scoreboard, chosen: frozenset[Sign]) -> Selection:
    """Ask what the list shows; everything to begin with. chosen: the statuses, from the bar."""
    standings = board.standings
    themes = {theme.id: theme.title for theme in board.strategy.themes}
    levels = {row.criterion.level.value for row in standings}
    periods = {period(row, as_of=board.as_of) for row in standings}
    kinds = {kind(row) for row in standings}
    search, order = st.columns([2, 1])
    with search:
        text = _search()
    with order:
        sort = _choice("sort", _("Orden"), {str(key): _(SORT_WORD[key]) for key in SortOrder})
    columns = st.columns(5)
    choices = (
        ("theme", _("Tema"), themes),
        ("owner", _("Ansvarlig"), {name: name for name in owners(standings)}),
        (
            "level",
            _("Niveau"),
            {str(level): _(RESPONSIBLE_WORD[level]) for level in Responsible if level in levels},
        ),
        ("due", _("Frist"), {str(due): _(PERIOD_WORD[due]) for due in DuePeriod if due in periods}),
        ("kind", _("Art"), {str(key): _(KIND_WORD[key]) for key in IndicatorKind if key in kinds}),
    )
    picked = {}
    for column, (name, label, options) in zip(columns, choices, strict=True):
        with column:
            picked[name] = _choice(name, label, {ALL: _("Alle"), **options})
    return Selection(
        signs=chosen,
        theme=picked["theme"],
        owner=picked["owner"],
        level=picked["level"],
        period=picked["due"],
        kind=picked["kind"],
        text=text,
        order=SortOrder(sort),
    )


def _choice(name: str, label: str, options: Mapping[str, str]) -> str:
    """Return a choice from a list, the first to begin with; only another one is in the address."""
    key, first = f"board_{name}", next(iter(options))
    obey(name, {option: option for option in options}, first, key=key)
    choice = st.selectbox(
        markdown_escaped(label), list(options), format_func=options.__getitem__, key=key
    )
    _show(name, "" if choice == first else choice, key=key)
    return choice


def _search() -> str:
    key, text = "board_search", plain(st.query_params.get("search", ""))
    if text != st.session_state.get(f"address_of_{key}") or key not in st.session_state:
        st.session_state[key] = text
    text = plain(st.text_input(_("Søg i løfter, koder og ansvarlige"), key=key)).strip()
    _show("search", text, key=key)
    return text


def _show(name: str, value: str, *, key: str) -> None:
    if value:
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
    st.session_state[f"address_of_{key}"] = value
