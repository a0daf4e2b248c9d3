"""The red promises by name, with their number."""

from collections.abc import Sequence

import streamlit as st

from models.charts.promises.counts import red_standings
from models.charts.promises.standing import CriterionStanding
from pages.parts.promises.promise_table import promise_table
from pages.shell.wording import _, markdown_escaped, say


def red_promises(standings: Sequence[CriterionStanding], strategy_id: str, *, nothing: str) -> None:
    """Show every red promise with its figures. nothing: the text where none is red."""
    reds = red_standings(standings)
    st.header(say("Røde løfter ({n})", n=len(reds)))
    if not reds:
        st.info(markdown_escaped(nothing))
        return
    caption = _("Alle røde løfter med deres tal")
    promise_table(reds, strategy_id, caption=caption)
