"""A status as shape, colour and word, in the screen's mode."""

from collections import Counter
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.charts.promises.counts import red_count
from models.charts.promises.signs import Sign, mark_uri, sign_word
from pages.shell import theme
from pages.shell.wording import _, words


def mark(sign: Sign) -> str:
    """Return the shape as HTML, without a text alternative: the word must stand beside it."""
    return f'<img class="pj-mark" src="{mark_uri(sign, mode=theme.mode())}" alt="">'


def badge(sign: Sign) -> str:
    """Return shape and word as HTML."""
    ink = palette(theme.mode()).text[sign]
    word = escape(sign_word(sign, words()))
    return f'<span class="pj-badge" style="color:{ink}">{mark(sign)}<span>{word}</span></span>'


def tally(counts: Counter[Sign], targetless: int) -> None:
    """Show how many promises have each sign, how many are red, and how many have no target."""
    cards = [f"<li><b>{counts[sign]}</b>{badge(sign)}</li>" for sign in Sign if counts.get(sign)]
    totals = (_("Røde i alt: {n}", n=red_count(counts)), _("Mål ikke sat: {n}", n=targetless))
    total = " · ".join(totals)
    st.html(f'<ul class="pj-tally">{"".join(cards)}</ul><p class="pj-total">{total}</p>')
