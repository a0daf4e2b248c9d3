"""A table of promises with target, latest observation and status; cards on a phone."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from models.access import Permission
from models.charts.promises.figures import at_due, decided_figure, figure, target_text
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.words import REASON_WORD
from pages.parts.address import link
from pages.parts.promises.paper_words import due_words
from pages.parts.status_mark import moved_chip, promised_badge, status_badge
from pages.shell.viewer import admits
from pages.shell.wording import _, ngettext, words

Row = TypeVar("Row", bound=CriterionStanding)


def promise_table(
    promises: Sequence[Row],
    strategy_id: str,
    *,
    caption: str,
    more: Callable[[Row], str] = lambda _row: "",
    line: Callable[[Row], str] = lambda _row: "",
    carried: Sequence[str] = ("year",),
) -> None:
    """Show a row for each promise, linked to its page for who may open that.

    more: a text under the promise. line: its small line as HTML, beside the measurement.
    carried: the choices of the address that the link takes along.
    """
    head = (_("Løfte"), _("Mål"), _("Måling"), _("Status"))
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    start = ""
    if admits(Permission.SEE_SCOREBOARD):
        start = link("criterion", *carried, strategy=strategy_id, criterion="")
    rows = "".join(_row(promise, start, head, more(promise), line(promise)) for promise in promises)
    st.html(
        f'<table class="pj wide"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(promise: CriterionStanding, start: str, head: Sequence[str], more: str, line: str) -> str:
    criterion, standing = promise.criterion, promise.assessment
    name = escape(criterion.text)
    if start:
        name = f'<a href="{escape(start + criterion.id)}" target="_self">{name}</a>'
    under = escape(" · ".join(filter(None, (due_words(criterion), more))))
    code = f'<span class="pj-code">{escape(criterion.id)}</span>'
    reason = _reason(promise)
    return (
        f'<tr><th scope="row">{name}'
        f'<span class="pj-small">{under} · {code}</span>{moved_chip(promise)}</th>'
        f'<td data-name="{escape(head[1])}">{_target(promise)}</td>'
        f'<td data-name="{escape(head[2])}">{line}{_observation(promise)}</td>'
        f'<td data-name="{escape(head[3])}">{status_badge(standing)}'
        f'<span class="pj-small">{escape(reason)}</span>{promised_badge(promise)}</td></tr>'
    )


def _reason(promise: CriterionStanding) -> str:
    assessment = promise.assessment
    if late := assessment.days_late:
        return ngettext("{n} dag efter fristen", "{n} dage efter fristen", late)
    return _(REASON_WORD[assessment.reason])


def _target(promise: CriterionStanding) -> str:
    own, adopted = promise.criterion.due, promise.target.due if promise.target else None
    target = escape(target_text(promise, words()))
    if adopted is None or adopted == own:
        return target
    later = _("frist {day}", day=words().day(adopted))
    return f'{target}<span class="pj-small">{escape(later)}</span>'


def _observation(promise: CriterionStanding) -> str:
    standing, say = promise.assessment, words()
    if standing.value is None:
        return "–"
    note = say.day(standing.ref)
    if standing.expected is not None:
        expected = figure(standing.expected, promise, say)
        note = _("{day}, forventet {expected}", day=note, expected=expected)
    texts = filter(None, (note, at_due(promise, say)))
    notes = "".join(f'<span class="pj-small">{escape(text)}</span>' for text in texts)
    return f"{escape(decided_figure(promise, say))}{notes}"
