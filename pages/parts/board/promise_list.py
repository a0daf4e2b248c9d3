"""All promises, folded: searched, filtered and sorted, each with a small line, and as a file."""

from functools import partial

import streamlit as st

from models.charts.board.seen_table import seen_table
from models.charts.board.selection import Selection, selected
from models.charts.board.sparkline import sparkline
from models.charts.promises.signs import Sign
from models.services import installation
from models.services.files.writing import FileForm, ending, file_content
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from models.wording import N_
from pages.parts.board.filters import list_filters
from pages.parts.board.sign_bar import LIST_KEY
from pages.parts.board.view import FILTERS
from pages.parts.promises.board import sentence
from pages.parts.promises.promise_table import promise_table
from pages.shell import theme
from pages.shell.database import database
from pages.shell.wording import _, language, say, words


def promise_list(board: Scoreboard, chosen: frozenset[Sign], *, source: str) -> None:
    """Show the list, which is read only when it is opened, or when the address chooses from it."""
    if LIST_KEY not in st.session_state:
        st.session_state[LIST_KEY] = any(
            name in st.query_params for name in FILTERS if name != "since"
        )
    title = say("Alle løfter ({n}): søg, vælg og hent", n=len(board.standings))
    fold = st.expander(title, key=LIST_KEY, on_change="rerun")
    if not fold.open:
        return
    with fold:
        selection = list_filters(board, chosen)
        rows = selected(board.standings, selection, as_of=board.as_of)
        if not rows:
            st.info(_("Ingen løfter passer. Vælg ”Alle” i et af felterne, eller ryd søgningen."))
            return
        _files(board, selection, source)
        caption = _("Viser {n} af {all} løfter", n=len(rows), all=len(board.standings))
        promise_table(
            rows,
            board.strategy.id,
            caption=caption,
            more=partial(sentence, board),
            line=partial(_line, board),
            carried=("year", *FILTERS),
        )


def _line(board: Scoreboard, row: ScoreboardCriterion) -> str:
    uri = sparkline(row, row.observations, as_of=board.as_of, mode=theme.mode())
    return f'<img class="pj-spark" src="{uri}" alt="">' if uri else ""


def _files(board: Scoreboard, selection: Selection, source: str) -> None:
    csv = FileForm.INTERNATIONAL if language() == "en" else FileForm.EXCEL
    with st.container(horizontal=True):
        for form, label in ((FileForm.XLSX, N_("Hent som Excel")), (csv, N_("Hent som CSV"))):
            st.download_button(
                _(label),
                # Written only when somebody fetches it.
                partial(_content, board, selection, source, form),
                file_name=f"pejling-{board.strategy.id}.{ending(form)}",
                icon=":material/download:",
                key=f"board_file_{ending(form)}",
                on_click="ignore",
            )


def _content(board: Scoreboard, selection: Selection, source: str, form: FileForm) -> bytes:
    with database() as db:
        invented = installation.invented(db) is not None
    rows = selected(board.standings, selection, as_of=board.as_of)
    themes = {theme.id: theme.title for theme in board.strategy.themes}
    table = seen_table(rows, themes, words(), source=source, invented=invented)
    return file_content(table.columns, table.rows, form)
