"""Counts side by side, each over what it counts: the picture of a page without a chart."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from pages.shell.wording import words


def count_cards(counts: Mapping[str, int]) -> None:
    """Show each count in large figures over its name."""
    cards = "".join(
        f"<li><b>{words().number(count, 0)}</b>{escape(name)}</li>"
        for name, count in counts.items()
    )
    st.html(f'<ul class="pj-tally">{cards}</ul>')
