"""The choices of the scoreboard, folded: strategy, day, and the day compared with."""

from contextlib import suppress
from datetime import date, timedelta

import streamlit as st

from models.services.promises import strategies
from models.strategy.paper.strategy import Strategy
from models.strategy.rule.assessment_day import year_end
from models.wording import reading
from pages.parts.address import obey_text, show
from pages.parts.form.field import day_field
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.year.picker import as_of_picker
from pages.shell.wording import _, language, say, words


def board_choices() -> tuple[Strategy, date, date]:
    """Show the title of the page and what it shows; return strategy, day, and day compared with."""
    with st.container(horizontal=True, vertical_alignment="center", key="board_title"):
        st.title(_("Resultattavle"), width="content")
        place = st.container(width="content")
        with st.popover(_("Vælg strategi og dag"), icon=":material/tune:", type="tertiary"):
            strategy = strategies.strategy(strategy_picker())
            as_of = as_of_picker(strategy)
            since = since_picker(as_of)
    place.caption(
        say(
            "{region} · status pr. {day}",
            region=strategy.organisation.name,
            day=words().day(as_of),
        )
    )
    return strategy, as_of, since


def since_picker(as_of: date) -> date:
    """Return the day to compare with: to begin with the end of the year before the status.

    `?since=` chooses beforehand; a day that is not before the status is the day before it.
    """
    # A key for each day of the status: the usual day is another then.
    key, address_day = f"since_{as_of.isoformat()}", st.query_params.get("since", "")
    with suppress(ValueError):
        text = reading.written_day(date.fromisoformat(address_day), language())
        obey_text("since", {address_day: text}, key=key)
    usual = year_end(as_of.year - 1)
    day = day_field(
        _("Ændret siden"),
        usual,
        key=key,
        hint=_("Status vises mod, hvordan den stod og blev vurderet den dag."),
    )
    if day != usual:
        show("since", day.isoformat(), key=key)
    elif address_day:
        del st.query_params["since"]
    return min(day, as_of - timedelta(days=1))
