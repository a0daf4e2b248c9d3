"""Shares as bars with their figures beside them, drawn without a chart."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from models.wording import Words
from pages.shell.wording import words


def share_bar(done: int, of: int, text: str) -> str:
    """Return a bar as HTML that is filled as far as something is done; the text says it in words.

    An empty bar where there is nothing to do. The bar itself is not read out.
    """
    width = 100 * done / of if of else 0
    return (
        '<div class="pj-share"><span class="pj-share-track" aria-hidden="true">'
        f'<span style="width: {width:.1f}%"></span></span>'
        f'<span class="pj-share-text">{escape(text)}</span></div>'
    )


def share_bars(rows: Iterable[tuple[str, int, int]], *, name: str) -> None:
    """Show a list of titles, each with the share of it that is done. name: of the whole list."""
    items = "".join(
        f'<li><span class="pj-share-name">{escape(title)}</span>'
        f"{share_bar(done, of, _count(done, of, words()))}</li>"
        for title, done, of in rows
    )
    st.html(f'<ul class="pj-shares" aria-label="{escape(name)}">{items}</ul>')


def _count(done: int, of: int, words: Words) -> str:
    return words.say("{n} af {all}", n=done, all=of)
