"""Which promise the page is about, so that an address can name it."""

import streamlit as st

from models.services.promises import strategies
from models.strategy.paper.criterion import Criterion
from pages.parts.promises.strategy_picker import strategy_picker
from pages.shell.wording import _


def criterion_picker() -> tuple[str, Criterion]:
    """Strategy id and criterion; `?strategy=` and `?criterion=` choose beforehand."""
    left, right = st.columns([1, 2])
    with left:
        strategy = strategies.strategy(strategy_picker())
    texts = {criterion.id: criterion.text for criterion in strategy.criteria}
    ids, wished = list(texts), st.query_params.get("criterion")
    with right:
        chosen = st.selectbox(
            _("Succeskriterium"),
            ids,
            index=ids.index(wished) if wished in texts else 0,
            format_func=lambda one: f"{one} · {texts[one]}",
            key=f"criterion_of_{strategy.id}",
        )
    if wished != chosen:
        st.query_params["criterion"] = chosen
    return strategy.id, strategy.criterion(chosen)
