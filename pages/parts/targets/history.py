"""All targets that a criterion has had."""

import streamlit as st

from models.strategy.rule.words import DIRECTION_WORD, FREQUENCY_WORD
from models.strategy.target import Direction, Target
from pages.parts.text_table import text_table
from pages.shell.wording import _, words


def target_history(history: tuple[Target, ...]) -> None:
    """Show the targets, newest first, or that there are none."""
    st.subheader(_("Mål, der er sat"))
    if not history:
        st.info(_("Ingen har sat et mål endnu. Uden et mål kan ingen se, om løftet holdes."))
        return
    rows = [_row(target) for target in reversed(history)]
    text_table(rows, first=_("Sat den"))


def _row(target: Target) -> dict[str, str]:
    say = words()
    return {
        _("Sat den"): say.day(target.set_on),
        _("Udgangspunkt"): f"{say.number(target.baseline)} ({say.day(target.baseline_on)})",
        _("Mål"): f"{_goal(target)} ({_(DIRECTION_WORD[target.direction]).lower()})",
        _("Frist"): say.day(target.due),
        _("Måles"): _(FREQUENCY_WORD[target.frequency]),
        _("Ansvar"): target.owner or "–",
        _("Besluttet"): target.decision or "–",
    }


def _goal(target: Target) -> str:
    """Return the target figure, or the range when the direction is to maintain."""
    say = words()
    if target.direction is Direction.MAINTAIN:
        return _("{low} til {high}", low=say.number(target.low), high=say.number(target.high))
    return say.number(target.target)
