"""The promises whose status changed: before and after, the figures, and what caused it."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from models.charts.board.transitions import Turn
from models.charts.changes.change_words import causes_text, figure_text, notes, table
from models.charts.changes.sides import Side, after, before, moves, same_sign, transition
from models.services.promises.status_changes import StatusChanges
from models.strategy.rule.assessment_day import year_end
from models.strategy.rule.change import StatusChange
from models.wording import N_
from pages.parts.address import link
from pages.parts.files.table_files import table_files
from pages.parts.status_mark import status_badge
from pages.shell.viewer import today
from pages.shell.wording import _, say, words

_HEAD = {
    Turn.WORSE: N_("Faldet"),
    Turn.BETTER: N_("Steget"),
    Turn.OTHER: N_("Fra eller til ”kan ikke vurderes”"),
}


def change_sections(report: StatusChanges, *, source: str) -> None:
    """Show what fell, what rose, and the rest, each promise with its figures and causes."""
    moving = moves(report.changes)
    for turn, head in _HEAD.items():
        rows = [change for change in moving if transition(change).turn is turn]
        if rows:
            st.header(say("{head} ({n})", head=_(head), n=len(rows)))
            _table(report, rows)
    others = same_sign(report.changes)
    if others:
        title = say("Samme status, men noget andet bag ({n})", n=len(others))
        with st.expander(title, expanded=not moving):
            _table(report, others)
    if report.changes:
        themes = {theme.id: theme.title for theme in report.strategy.themes}
        rows_of = partial(table, report.changes, themes, words())
        table_files(rows_of, name="aendringer-liste", source=source)


def _table(report: StatusChanges, changes: Sequence[StatusChange]) -> None:
    days = words().day(report.before.as_of), words().day(report.after.as_of)
    head = (_("Løfte"), *days, _("Årsag"))
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    rows = "".join(_row(report, change, head) for change in changes)
    st.html(
        f'<table class="pj wide pj-changed"><thead><tr>{columns}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _row(report: StatusChanges, change: StatusChange, head: Sequence[str]) -> str:
    criterion, day = change.criterion, report.after.as_of
    year = {"year": str(day.year)} if day in {today(), year_end(day.year)} else {}
    address = link("criterion", "strategy", "since", criterion=criterion.id, **year)
    sentences = notes(change, words())
    more = "".join(f'<span class="pj-small">{escape(text)}</span>' for text in sentences)
    code = f'<span class="pj-code">{escape(criterion.id)}</span>'
    causes = escape(causes_text(change, words()))
    return (
        f'<tr><th scope="row"><a href="{escape(address)}" target="_self">{escape(criterion.text)}'
        f'</a><span class="pj-small">{code}</span></th>'
        f'<td data-name="{escape(head[1])}">{_side(before(change))}</td>'
        f'<td data-name="{escape(head[2])}">{_side(after(change))}</td>'
        f'<td data-name="{escape(head[3])}">{causes}{more}</td></tr>'
    )


def _side(side: Side) -> str:
    text = escape(figure_text(side, words()))
    return f'{status_badge(side.assessment)}<span class="pj-small">{text}</span>'
