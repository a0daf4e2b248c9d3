"""The choice of strategy and criterion, also from the address."""

from textwrap import shorten

import streamlit as st

from models.services.promises import strategies
from models.strategy.paper.criterion import Criterion
from pages.parts.address import obey, show
from pages.parts.promises.strategy_picker import strategy_picker
from pages.shell.site import name_tab
from pages.shell.wording import _

# What the field of a telephone shows of a choice, in signs.
LONGEST = 44


def short_name(criterion_id: str, text: str) -> str:
    """Return a criterion's code without the strategy's, and as many whole words as a phone shows.

    The whole text stands below the field on every page.
    """
    code = criterion_id.partition("-")[2] or criterion_id
    return shorten(f"{code} · {text}", LONGEST, placeholder=" …")


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
            format_func=lambda choice: short_name(choice, texts[choice]),
            key=key,
        )
    show("criterion", criterion_id, key=key)
    name_tab(f"{page}: {criterion_id}")
    return strategy.id, strategy.criterion(criterion_id)
