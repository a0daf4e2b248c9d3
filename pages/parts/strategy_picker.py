"""Which strategy the page is about; the choice follows the viewer from page to page."""

import streamlit as st

from models.services import strategies
from pages.shell.wording import _


def strategy_picker() -> str:
    """The id of the chosen strategy; `?strategy=` chooses beforehand, a wrong one is ignored."""
    names = {
        one.id: f"{one.organisation.name}: {one.document.title}" for one in strategies.catalogue()
    }
    ids = list(names)
    wished = st.query_params.get("strategy", st.session_state.get("chosen_strategy"))
    chosen = st.selectbox(
        _("Strategi"),
        ids,
        index=ids.index(wished) if wished in names else 0,
        format_func=names.__getitem__,
        key="strategy",
    )
    st.session_state["chosen_strategy"] = chosen
    if st.query_params.get("strategy") != chosen:
        st.query_params["strategy"] = chosen
    return chosen
