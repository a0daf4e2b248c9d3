"""A status as it is always shown: shape, colour and word, in either mode of the screen."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.charts.promises.signs import Sign, mark_uri, sign_word
from pages.shell import theme
from pages.shell.wording import _, words


def mark(shown: Sign) -> str:
    """The shape as HTML; its word must stand beside it."""
    return f'<img class="pj-mark" src="{mark_uri(shown, mode=theme.mode())}" alt="">'


def badge(shown: Sign) -> str:
    """Shape and word as HTML."""
    ink = palette(theme.mode()).text[shown]
    word = escape(sign_word(shown, words()))
    return f'<span class="pj-badge" style="color:{ink}">{mark(shown)}<span>{word}</span></span>'


def tally(counts: Mapping[Sign, int], targetless: int) -> None:
    """How many promises wear each sign, and how many have no target: counted, never hidden."""
    cards = [
        f"<li><b>{counts[shown]}</b>{badge(shown)}</li>" for shown in Sign if counts.get(shown)
    ]
    told = _("Mål ikke sat: {n}", n=targetless)
    st.html(f'<ul class="pj-tally">{"".join(cards)}</ul><p class="pj-total">{told}</p>')
