"""A status as shape, colour and word, in the screen's mode."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.charts.promises.counts import sign_counts
from models.charts.promises.figures import moved_text, moved_total, red_total
from models.charts.promises.signs import Sign, mark_uri, sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from pages.shell import theme
from pages.shell.wording import _, words


def mark(sign: Sign) -> str:
    """Return the shape as HTML, without a text alternative: the word must stand beside it."""
    return f'<img class="pj-mark" src="{mark_uri(sign, mode=theme.mode())}" alt="">'


def badge(sign: Sign) -> str:
    """Return shape and word as HTML."""
    ink = palette("page").text[sign]
    word = escape(sign_word(sign, words()))
    return f'<span class="pj-badge" style="color:{ink}">{mark(sign)}<span>{word}</span></span>'


def moved_chip(standing: CriterionStanding) -> str:
    """Return "Frist flyttet 2014 → 2028" as HTML; nothing where the due date was not moved."""
    text = moved_text(standing, words())
    return f'<span class="pj-chip">{escape(text)}</span>' if text else ""


def promised_badge(standing: CriterionStanding) -> str:
    """Return the status by the promised due date as HTML; nothing where it was not moved."""
    if standing.moved is None:
        return ""
    text, sign = escape(_("Efter den lovede frist:")), sign_of(standing.moved.assessment)
    return f'<span class="pj-small">{text} {badge(sign)}</span>'


def tally(standings: Sequence[CriterionStanding], targetless: int) -> None:
    """Show how many promises have each sign, are red, have a moved due date or no target."""
    counts = sign_counts(standings)
    cards = [f"<li><b>{counts[sign]}</b>{badge(sign)}</li>" for sign in Sign if counts.get(sign)]
    totals = (
        red_total(standings, words()),
        moved_total(standings, words()),
        _("Mål ikke sat: {n}", n=targetless),
    )
    total = escape(" · ".join(totals))
    st.html(f'<ul class="pj-tally">{"".join(cards)}</ul><p class="pj-total">{total}</p>')
