"""The statuses that changed since a day: a picture from side to side, and the promises by name."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.board.headline import change_sentence
from models.charts.board.transitions import Side, Turn, lines, sides
from models.charts.changes.change_words import causes_text
from models.charts.changes.sides import transition
from models.charts.chart_file import Caption
from models.charts.promises.signs import sign_word
from models.strategy.rule.change import StatusChange
from models.wording import N_
from pages.parts.board.signs import shape
from pages.parts.board.view import Address, BoardView, promise_address
from pages.parts.way import way
from pages.shell import theme
from pages.shell.wording import _, say, words

_HEAD = {
    Turn.WORSE: N_("Faldet"),
    Turn.BETTER: N_("Steget"),
}
# So many are named here, what fell furthest first; the others stand on the page of the link.
_MOST = {Turn.WORSE: 3, Turn.BETTER: 2}


def status_changes(view: BoardView, *, source: str) -> None:
    """Show what changed since the chosen day; what to do where nothing did."""
    since = words().day(view.since)
    st.header(say("Ændret siden {day}", day=since))
    finding = change_sentence(view.transitions, since, words())
    if not view.changes:
        st.info(say("{finding} Vælg en tidligere dag under ”Ændret siden”.", finding=finding))
        return
    reading = _("Til venstre, som det stod; til højre nu. Jo tykkere streg, jo flere løfter.")
    caption = Caption(finding, reading, source)
    picture, names = st.columns([1, 1], gap="medium")
    with picture:
        st.html(_picture(view, caption))
    with names:
        st.html(_names(view.changes, promise_address(view.board.strategy.id)))
        way(
            "leadership/changes.py",
            _("Alle ændringer med tal, mellem to dage efter eget valg"),
            strategy=view.board.strategy.id,
            since=view.since.isoformat(),
            until=view.board.as_of.isoformat(),
        )


def _picture(view: BoardView, caption: Caption) -> str:
    before, after = sides(view.board.standings, view.transitions)
    signs = [sign for sign, _count in before.counts]
    uri = lines(view.transitions, signs, mode=theme.mode())
    alt = escape(_("Figur: {finding} Løfterne står ved siden af.", finding=caption.finding))
    then, now = words().day(view.since), words().day(view.board.as_of)
    return (
        f'<p class="pj-reading">{escape(caption.reading)}</p>'
        f'<div class="pj-slope"><span class="pj-slope-day">{escape(then)}</span><span></span>'
        f'<span class="pj-slope-day">{escape(now)}</span>'
        f'{_side(before)}<img src="{uri}" alt="{alt}">{_side(after)}</div>'
    )


def _side(side: Side) -> str:
    items = "".join(
        f"<li>{shape(sign)} <span>{escape(sign_word(sign, words()))}</span> "
        f"<b>{words().number(count, 0)}</b></li>"
        for sign, count in side.counts
    )
    return f"<ul>{items}</ul>"


def _names(changes: Sequence[StatusChange], address: Address) -> str:
    parts = []
    for turn, head in _HEAD.items():
        rows = [change for change in changes if transition(change).turn is turn]
        first = rows[: _MOST[turn]]
        if first:
            items = "".join(_change(row, address) for row in first)
            n = words().number(len(rows), 0)
            if len(first) < len(rows):
                n = _("{n} af {all}", n=len(first), all=len(rows))
            parts.append(
                f'<p class="pj-turn">{escape(_(head))} ({escape(n)})</p>'
                f'<ul class="pj-turns">{items}</ul>'
            )
    return "".join(parts)


def _change(change: StatusChange, address: Address) -> str:
    criterion, signs = change.criterion, transition(change)
    before, after = (sign_word(sign, words()) for sign in (signs.before, signs.after))
    return (
        f'<li><a href="{escape(address(criterion.id))}" target="_self">'
        f'{escape(criterion.text)}</a><span class="pj-small">{shape(signs.before)} '
        f"{escape(before)} → {shape(signs.after)} {escape(after)} · "
        f"{escape(causes_text(change, words()))}</span></li>"
    )
