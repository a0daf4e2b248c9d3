"""The link with an arrow that leads on to another page."""

import streamlit as st

from pages.shell.wording import markdown_escaped


def way(script: str, label: str, **address: str) -> None:
    """Show a link to a page's script; address: the choices that it makes there."""
    st.page_link(
        script,
        label=markdown_escaped(label),
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=address,
    )
