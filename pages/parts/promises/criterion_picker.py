"""The choice of strategy and criterion, also from the address."""

import streamlit as st

from models.services.promises import strategies
from models.strategy.paper.criterion import Criterion
from pages.parts.address import obey, show
from pages.parts.promises.strategy_picker import strategy_picker
from pages.shell.site import name_tab
from pages.shell.wording import _


def criterion_picker(page: str) -> tuple[str, Criterion]:
    """Return strategy id and criterion; `?strategy=` and `?criterion=` preset the choice.

    page: its name, which the browser's tab shows with the criterion's.
    """
    left, right = st.columns([1, 2])
    with left:
        strategy = strategies.strategy(strategy_picker())
    texts = {criterion.id: criterion.text for criterion in strategy.criteria}
    key = f"criterion_of_{strategy.id}"
    obey("criterion", {choice: choice for choice in texts}, next(iter(texts)), key=key)
    with right:
        criterion_id = st.selectbox(
            _("Succeskriterium"),
            list(texts),
            format_func=lambda choice: f"{choice} · {texts[choice]}",
            key=key,
        )
    show("criterion", criterion_id, key=key)
    name_tab(f"{page}: {criterion_id}")
    return strategy.id, strategy.criterion(criterion_id)
