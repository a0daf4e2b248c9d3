"""The choice of strategy and criterion, also from the address."""

import streamlit as st

from models.services.promises import strategies
from models.strategy.paper.criterion import Criterion
from pages.parts.promises.strategy_picker import strategy_picker
from pages.shell.wording import _


def criterion_picker() -> tuple[str, Criterion]:
    """Return strategy id and criterion; `?strategy=` and `?criterion=` preset the choice."""
    left, right = st.columns([1, 2])
    with left:
        strategy = strategies.strategy(strategy_picker())
    texts = {criterion.id: criterion.text for criterion in strategy.criteria}
    ids, address_id = list(texts), st.query_params.get("criterion")
    with right:
        criterion_id = st.selectbox(
            _("Succeskriterium"),
            ids,
            index=ids.index(address_id) if address_id in texts else 0,
            format_func=lambda choice: f"{choice} · {texts[choice]}",
            key=f"criterion_of_{strategy.id}",
        )
    if address_id != criterion_id:
        st.query_params["criterion"] = criterion_id
    return strategy.id, strategy.criterion(criterion_id)
