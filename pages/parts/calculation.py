"""A drawer with how the figures above it are calculated."""

import streamlit as st

from models.wording.calculation import HEADING
from pages.shell.wording import _, markdown_escaped


def calculation(*sentences: str, markup: str = "") -> None:
    """Show the sentences, each as a paragraph, behind "Sådan er det regnet".

    markup: a table of figures to stand under them, as HTML.
    """
    with st.expander(_(HEADING)):
        for sentence in sentences:
            st.markdown(markdown_escaped(sentence))
        if markup:
            st.html(markup)
