"""The finding of the gap list and its picture."""

from functools import partial

import streamlit as st

from models.charts.chart_file import Caption, Chart
from models.charts.palette import Mode
from models.charts.promises import gap_marks
from models.charts.promises.gap_marks import Gaps
from models.services.gaps import GapList
from models.wording import Words
from pages.parts.figure import figure, figure_table
from pages.parts.finding import show_finding
from pages.shell.wording import _, words


def gap_picture(gap_list: GapList, *, source: str) -> None:
    """Show how many promises lack something, and a mark for each by what it lacks."""
    every, incomplete = len(gap_list.board.standings), len(gap_list.incomplete)
    finding = gap_marks.headline(gap_list.promises, incomplete, every, words())
    if not incomplete:
        show_finding(finding)
        st.success(_("Alle løfter har mål, ejer, initiativ og en frisk måling."))
        return
    reading = _(
        "Ét mærke for hvert løfte, med dets status. Mangler et løfte flere ting, står det ved hver."
    )
    caption = Caption(finding, reading, source)
    table = gap_marks.table(gap_list.promises, words())
    figure(partial(_marks, gap_list.promises, words()), caption, table, name="mangler")
    figure_table(table, caption)


def _marks(gaps: Gaps, words: Words, mode: Mode) -> Chart:
    return gap_marks.gap_marks(gaps, mode=mode, words=words)
