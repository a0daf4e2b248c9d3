"""Every target a criterion has had: the old yardstick stays visible beside the new."""

import pandas as pd
import streamlit as st

from models.strategy.rule.words import DIRECTION_WORD, FREQUENCY_WORD
from models.strategy.target import Direction, Target
from pages.parts.markdown_escaped import markdown_escaped
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
        _("Sat den"): markdown_escaped(say.day(target.set_on)),
        _("Udgangspunkt"): markdown_escaped(
            f"{say.number(target.baseline)} ({say.day(target.baseline_on)})"
        ),
        _("Mål"): markdown_escaped(
            f"{_goal(target)} ({_(DIRECTION_WORD[target.direction]).lower()})"
        ),
        _("Frist"): markdown_escaped(say.day(target.due)),
        _("Måles"): _(FREQUENCY_WORD[target.frequency]),
        _("Ansvar"): markdown_escaped(target.owner) or "–",
        _("Besluttet"): markdown_escaped(target.decision) or "–",
    }


def _goal(target: Target) -> str:
    """One figure, or the range to be held."""
    say = words()
    if target.direction is Direction.MAINTAIN:
        return _("{low} til {high}", low=say.number(target.low), high=say.number(target.high))
    return say.number(target.target)
