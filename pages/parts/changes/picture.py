"""The finding of what changed, and its picture."""

from functools import partial

import streamlit as st

from models.charts.changes.change_words import finding, slope_table
from models.charts.changes.sides import moves
from models.charts.changes.slope import slope
from models.charts.chart_file import Caption, Chart
from models.charts.palette import Mode
from models.services.promises.status_changes import StatusChanges
from models.wording import Words
from pages.parts.figure import figure, figure_table
from pages.parts.finding import show_finding
from pages.shell.wording import _, say, words


def days_line(report: StatusChanges) -> None:
    """Show whose promises are compared, between which days and by what was known when."""
    days = {
        "first": words().day(report.before.as_of),
        "first_known": words().day(report.before.knowledge_date),
        "last": words().day(report.after.as_of),
        "last_known": words().day(report.after.knowledge_date),
    }
    st.caption(
        say(
            "{region} · fra {first} (vidensdato {first_known}) til {last} (vidensdato "
            "{last_known})",
            region=report.strategy.organisation.name,
            **days,
        )
    )


def change_picture(report: StatusChanges, *, source: str) -> None:
    """Show how many fell and rose and why, and the way they went; what to do where none did."""
    sentence = finding(report.changes, report.before.as_of, words())
    if not moves(report.changes):
        show_finding(sentence)
        st.info(_("Vælg en tidligere dag i feltet ”Fra status pr.”."))
        return
    reading = _("Til venstre, som det stod; til højre nu. Jo tykkere streg, jo flere løfter.")
    caption = Caption(sentence, reading, source)
    table = slope_table(report.compared, words())
    figure(partial(_slope, report, words()), caption, table, name="aendringer")
    figure_table(table, caption)


def _slope(report: StatusChanges, words: Words, mode: Mode) -> Chart:
    days = words.day(report.before.as_of), words.day(report.after.as_of)
    return slope(report.compared, days, mode=mode, words=words)
