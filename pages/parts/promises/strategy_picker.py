"""The choice of strategy, kept from page to page and in the address."""

import streamlit as st

from models.services.promises import strategies
from pages.parts.address import obey, show
from pages.shell.wording import _

KEY = "strategy"


def strategy_picker() -> str:
    """Return a strategy's id; `?strategy=` presets the choice, an unknown id is ignored."""
    # Of the region alone: with the paper's title beside it a phone would cut the name.
    names = {strategy.id: strategy.organisation.name for strategy in strategies.catalogue()}
    usual = st.session_state.get("chosen_strategy", next(iter(names)))
    obey("strategy", {strategy_id: strategy_id for strategy_id in names}, usual, key=KEY)
    strategy_id = st.selectbox(_("Strategi"), list(names), format_func=names.__getitem__, key=KEY)
    st.session_state["chosen_strategy"] = strategy_id
    show("strategy", strategy_id, key=KEY)
    return strategy_id
