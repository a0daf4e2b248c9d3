"""Which strategy the page is about; the choice follows the viewer from page to page."""

import streamlit as st

from models.services.promises import strategies
from pages.parts.address import obey, show
from pages.shell.wording import _

KEY = "strategy"


def strategy_picker() -> str:
    """The id of the chosen strategy; `?strategy=` chooses beforehand, a wrong one is ignored."""
    names = {
        one.id: f"{one.organisation.name}: {one.document.title}" for one in strategies.catalogue()
    }
    usual = st.session_state.get("chosen_strategy", next(iter(names)))
    obey("strategy", {one: one for one in names}, usual, key=KEY)
    chosen = st.selectbox(_("Strategi"), list(names), format_func=names.__getitem__, key=KEY)
    st.session_state["chosen_strategy"] = chosen
    show("strategy", chosen, key=KEY)
    return chosen
