"""The choice of strategy and criterion, also from the address."""

from collections.abc import Callable, Sequence
from textwrap import shorten

import streamlit as st

from models.services.due import PromiseDue
from models.services.promises import strategies
from models.services.promises.scoreboard import Scoreboard
from models.strategy.paper.criterion import Criterion
from pages.parts.address import obey, show
from pages.parts.promises.status_change import board_today
from pages.parts.promises.strategy_picker import strategy_picker
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.wording import _

Waiting = Callable[[Scoreboard], Sequence[PromiseDue]]

# The field cuts a longer text where its room ends; in the list the whole of it can be read.
LONGEST = 120


def short_name(criterion_id: str, text: str) -> str:
    """Return a criterion's code without the strategy's, and its text.

    The whole text stands below the field on every page.
    """
    code = criterion_id.partition("-")[2] or criterion_id
    return shorten(f"{code} · {text}", LONGEST, placeholder=" …")


def criterion_picker(page: str, *, waiting: Waiting | None = None) -> tuple[str, Criterion]:
    """Return strategy id and criterion; `?strategy=` and `?criterion=` preset the choice.

    page: its name, which the browser's tab shows with the criterion's.
    waiting: the promises that wait for the page's work; it opens at the first of them.
    """
    left, right = st.columns([1, 2])
    with left:
        strategy = strategies.strategy(strategy_picker())
    texts = {criterion.id: criterion.text for criterion in strategy.criteria}
    key = f"criterion_of_{strategy.id}"
    usual = _usual(page, strategy.id, list(texts), waiting, key=key)
    obey("criterion", {choice: choice for choice in texts}, usual, key=key)
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


def _usual(
    page: str, strategy_id: str, ids: Sequence[str], waiting: Waiting | None, *, key: str
) -> str:
    """Return the criterion to open at while nobody has chosen one.

    What another page opened at by itself is no choice.
    """
    alone = f"{key}_opened_alone"
    is_asked = st.query_params.get("criterion") in ids
    opened = st.session_state.get(alone)
    if not is_asked and opened and opened != (page, opened[1]):
        del st.session_state[alone]
        if st.session_state.get(key) == opened[1]:
            del st.session_state[key]
    if is_asked or waiting is None or st.session_state.get(key) in ids:
        return ids[0]
    with database() as db:
        promises = waiting(board_today(db, strategy_id))
    usual = promises[0].criterion.id if promises else ids[0]
    st.session_state[alone] = (page, usual)
    return usual
