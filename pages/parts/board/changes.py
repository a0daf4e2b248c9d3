"""The statuses that changed since a day: a picture from side to side, and the promises by name."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.board.headline import change_sentence
from models.charts.board.transitions import Side, Transition, Turn, lines, sides, table
from models.charts.chart_file import Caption
from models.charts.promises.signs import sign_word
from pages.parts.board.signs import shape
from pages.parts.board.view import Address, BoardView, promise_address
from pages.parts.figure import take_along
from pages.shell import theme
from pages.shell.wording import _, say, words


def status_changes(view: BoardView, *, source: str) -> None:
    """Show what changed since the chosen day; what to do where nothing did."""
    since = words().day(view.since)
    st.header(say("Ændret siden {day}", day=since))
    finding = change_sentence(view.changes, since, words())
    if not view.changes:
        st.info(say("{finding} Vælg en tidligere dag under ”Ændret siden”.", finding=finding))
        return
    reading = _("Til venstre, som det stod; til højre nu. Jo tykkere streg, jo flere løfter.")
    caption = Caption(finding, reading, source)
    picture, names = st.columns([1, 1], gap="medium")
    with picture:
        st.html(_picture(view, caption))
        take_along(None, caption, table(view.changes, words()), name="aendringer")
    with names:
        st.html(_names(view.changes, promise_address(view.board.strategy.id)))


def _picture(view: BoardView, caption: Caption) -> str:
    before, after = sides(view.before.standings, view.board.standings)
    signs = [sign for sign, _count in before.counts]
    uri = lines(view.changes, signs, mode=theme.mode())
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


def _names(changes: Sequence[Transition], address: Address) -> str:
    heads = (
        (Turn.WORSE, _("Faldet")),
        (Turn.BETTER, _("Steget")),
        (Turn.OTHER, _("Fra eller til ”kan ikke vurderes”")),
    )
    parts = []
    for turn, head in heads:
        rows = [change for change in changes if change.turn is turn]
        if rows:
            items = "".join(_change(row, address) for row in rows)
            parts.append(
                f'<p class="pj-turn">{escape(head)} ({words().number(len(rows), 0)})</p>'
                f'<ul class="pj-turns">{items}</ul>'
            )
    return "".join(parts)


def _change(change: Transition, address: Address) -> str:
    criterion = change.standing.criterion
    before, after = (sign_word(sign, words()) for sign in (change.before, change.after))
    return (
        f'<li><a href="{escape(address(criterion.id))}" target="_self">'
        f'{escape(criterion.text)}</a><span class="pj-small">{shape(change.before)} '
        f"{escape(before)} → {shape(change.after)} {escape(after)}</span></li>"
    )
