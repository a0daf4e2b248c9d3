"""Every target a criterion has had: the old yardstick stays visible beside the new."""

import pandas as pd
import streamlit as st

from models.strategy.target import Target
from models.strategy.words import DIRECTION_WORD, FREQUENCY_WORD
from pages.shell.wording import _, words


def target_history(history: tuple[Target, ...]) -> None:
    """Newest first; says so when nobody has set one."""
    st.subheader(_("Mål, der er sat"))
    if not history:
        st.info(_("Ingen har sat et mål endnu. Uden et mål kan ingen se, om løftet holdes."))
        return
    rows = [_row(one) for one in reversed(history)]
    st.table(pd.DataFrame(rows).set_index(_("Sat den")))


def _row(target: Target) -> dict[str, str]:
    say = words()
    return {
        _("Sat den"): say.day(target.set_on),
        _("Udgangspunkt"): f"{say.number(target.baseline)} ({say.day(target.baseline_on)})",
        _("Mål"): f"{say.number(target.target)} ({_(DIRECTION_WORD[target.direction])})",
        _("Frist"): say.day(target.due),
        _("Måles"): _(FREQUENCY_WORD[target.frequency]),
        _("Ansvar"): target.owner or "–",
        _("Besluttet"): target.decision or "–",
    }
