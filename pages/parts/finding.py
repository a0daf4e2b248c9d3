"""The finding with which a page begins: one sentence, larger than the text."""

from html import escape

import streamlit as st


def show_finding(text: str) -> None:
    """Show a finding; it is text and never markup."""
    st.html(f'<p class="pj-finding">{escape(text)}</p>')
