"""The five red promises farthest from their targets, with owner, gap and the owner's words."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

import streamlit as st

from models.charts.board.selection import owner
from models.charts.board.worst import due, gap_text, worst
from models.charts.promises.counts import red_standings
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from models.steering.explanation import Explanation
from models.strategy.rule.why.beside import beside
from pages.parts.board.view import Address, BoardView, promise_address
from pages.parts.status_mark import moved_chip, status_badge
from pages.shell.wording import Markdown, _, ngettext, say, words

# Signs of an owner's words that are shown here.
LONGEST = 180


def worst_promises(view: BoardView) -> None:
    """Show the worst, or that no promise is red; how many more are red stands under them."""
    board = view.board
    rows = worst(board.standings)
    st.header(_heading(rows))
    if not rows:
        st.info(_without_reds(board))
        return
    address = promise_address(board.strategy.id)
    items = "".join(_item(row, address, view.words_of.get(row.criterion.id)) for row in rows)
    st.html(f'<ol class="pj-worst">{items}</ol>')
    if rest := len(red_standings(board.standings)) - len(rows):
        st.caption(
            ngettext(
                "{n} rødt løfte mere: vælg de røde statusser i bjælken, så står det i listen.",
                "{n} røde løfter mere: vælg de røde statusser i bjælken, så står de i listen.",
                rest,
            )
        )


def _heading(rows: Sequence[ScoreboardCriterion]) -> Markdown:
    if not rows:
        return say("Ingen røde løfter")
    if len(rows) == 1:
        return say("Det røde løfte")
    if all(row.assessment.value is None for row in rows):
        return say("Røde løfter uden dokumentation")
    return say("De {n} røde løfter, der er længst bagefter planen", n=len(rows))


def _without_reds(board: Scoreboard) -> Markdown:
    unknown = sum(row.assessment.value is None for row in board.standings)
    if unknown:
        return say(
            "Ingen løfter står rødt, men {n} af {all} er ikke målt. Næste skridt: sæt mål og gem "
            "målinger for dem.",
            n=unknown,
            all=len(board.standings),
        )
    return say("Ingen løfter står rødt.")


def _item(row: ScoreboardCriterion, address: Address, own: Explanation | None) -> str:
    who = owner(row) or _("Ingen ansvarlig")
    last = due(row)
    term = _("frist {day}", day=words().day(last)) if last else _("ingen frist")
    name = (
        f'<a href="{escape(address(row.criterion.id))}" target="_self">'
        f"{escape(row.criterion.text)}</a>"
    )
    return (
        f'<li><div class="pj-worst-name">{name}<span class="pj-small">{escape(who)} · '
        f'{escape(term)} · <span class="pj-code">{escape(row.criterion.id)}</span></span>'
        "</div>"
        f'<div class="pj-worst-gap">{_way(row)}<span>{escape(gap_text(row, words()))}</span></div>'
        f'<div class="pj-worst-status">{status_badge(row.assessment)}'
        f"{moved_chip(row)}</div>{_own_words(own)}{_beside(row)}</li>"
    )


def _own_words(own: Explanation | None) -> str:
    """Return what the owner says of it as HTML; nothing where nobody has said anything.

    The whole of it stands on the promise's page.
    """
    if own is None:
        return ""
    why, action = (shorten(text, LONGEST, placeholder=" …") for text in (own.why, own.action))
    what = f" {_('Det gør vi: {action}', action=action)}" if action else ""
    if own.by_when:
        what = f"{what} ({_('inden {day}', day=words().day(own.by_when))})"
    who = f"{own.entered_by}, {words().day(own.entered_on)}"
    return (
        f'<p class="pj-own-words">”{escape(why)}”{escape(what)} '
        f'<span class="pj-small">{escape(who)}</span></p>'
    )


def _beside(row: ScoreboardCriterion) -> str:
    if row.override is None:
        return ""
    return f'<p class="pj-own-words">{escape(beside(row.override, row.assessment, words()))}</p>'


def _way(row: ScoreboardCriterion) -> str:
    """Return how far the promise has come as a bar with a tick at the expected; not read out."""
    assessment = row.assessment
    if assessment.share_achieved is None or assessment.share_expected is None:
        return ""
    done = 100 * min(max(assessment.share_achieved, 0.0), 1.0)
    tick = 100 * min(max(assessment.share_expected, 0.0), 1.0)
    return (
        '<span class="pj-way" aria-hidden="true">'
        f'<span style="width: {done:.1f}%"></span><i style="left: {tick:.1f}%"></i></span>'
    )
