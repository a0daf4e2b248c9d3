"""A status as shape, colour and word, in the screen's mode."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.charts.promises.counts import sign_counts
from models.charts.promises.figures import moved_text, moved_total, red_total
from models.charts.promises.signs import Sign, mark_uri, sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.words import status_word
from pages.shell import theme
from pages.shell.wording import _, words


def mark(sign: Sign) -> str:
    """Return the shape as HTML, without a text alternative: the word must stand beside it."""
    return f'<img class="pj-mark" src="{mark_uri(sign, mode=theme.mode())}" alt="">'


def badge(sign: Sign) -> str:
    """Return shape and word of a number of criteria as HTML."""
    return _badge(sign, sign_word(sign, words()))


def status_badge(assessment: Assessment) -> str:
    """Return shape and word of a criterion's status as HTML."""
    return _badge(sign_of(assessment), _(status_word(assessment)))


def _badge(sign: Sign, text: str) -> str:
    ink, word = palette("page").text[sign], escape(text)
    return f'<span class="pj-badge" style="color:{ink}">{mark(sign)}<span>{word}</span></span>'


def moved_chip(standing: CriterionStanding) -> str:
    """Return "Frist flyttet 2014 → 2028" as HTML; nothing where the due date was not moved."""
    text = moved_text(standing, words())
    return f'<span class="pj-chip">{escape(text)}</span>' if text else ""


def promised_badge(standing: CriterionStanding) -> str:
    """Return the status by the promised due date as HTML; nothing where it was not moved."""
    if standing.moved is None:
        return ""
    text = escape(_("Efter den lovede frist:"))
    return f'<span class="pj-small">{text} {status_badge(standing.moved.assessment)}</span>'


def tally(standings: Sequence[CriterionStanding], targetless: int) -> None:
    """Show how many promises have each sign, are red, have a moved due date or no target."""
    counts = sign_counts(standings)
    cards = [
        f"<li><b>{words().number(counts[sign], 0)}</b>{badge(sign)}</li>"
        for sign in Sign
        if counts.get(sign)
    ]
    totals = (
        red_total(standings, words()),
        moved_total(standings, words()),
        _("Mål ikke sat: {n}", n=targetless),
    )
    total = escape(" · ".join(totals))
    st.html(f'<ul class="pj-tally">{"".join(cards)}</ul><p class="pj-total">{total}</p>')
