"""The ideas of the clinic in a sentence and in figures, and the choice before a new grouping."""

import streamlit as st

from models.ideas.grouping import Grouping
from models.ideas.idea import STAGE_WORD, Stage
from models.services.ideas import Portfolio
from pages.parts.count_cards import count_cards
from pages.parts.finding import show_finding
from pages.parts.promises.strategy_picker import strategy_picker
from pages.shell.wording import _, ngettext


def summary(portfolio: Portfolio) -> None:
    """Show how many ideas there are and what most are about; nothing where there are none."""
    ideas = portfolio.ideas
    if not ideas:
        return
    show_finding(_finding(portfolio))
    stages = {_(STAGE_WORD[stage]): sum(idea.stage is stage for idea in ideas) for stage in Stage}
    count_cards(stages)


def _finding(portfolio: Portfolio) -> str:
    number = len(portfolio.ideas)
    if not portfolio.shelves:
        return ngettext(
            "{n} idé er kommet ind og ikke samlet i et tema endnu.",
            "{n} idéer er kommet ind og ikke samlet i temaer endnu.",
            number,
        )
    themes = ngettext("{n} tema", "{n} temaer", len(portfolio.shelves))
    largest = portfolio.shelves[0]
    finding = ngettext(
        "{n} idé er kommet ind. Det største af {themes} er ”{name}”.",
        "{n} idéer er kommet ind. Det største af {themes} er ”{name}” med {most}.",
        number,
        themes=themes,
        name=largest.theme.name,
        most=ngettext("{n} idé", "{n} idéer", len(largest.ideas)),
    )
    waiting = len(portfolio.waiting)
    more = ngettext(
        "{n} venter på at blive grupperet.", "{n} venter på at blive grupperet.", waiting
    )
    return f"{finding} {more}" if waiting else finding


def grouping_choice() -> str | None:
    """Return the strategy that a new grouping is laid beside, once the button is pressed."""
    choice, button = st.columns([3, 2], vertical_alignment="bottom")
    with choice:
        strategy_id = strategy_picker()
    is_pressed = button.button(
        _("Gruppér idéerne"), type="primary", key="group_ideas", width="stretch"
    )
    st.caption(_("Idéer, der ligner hinanden, samles og lægges ved siden af strategiens temaer."))
    return strategy_id if is_pressed else None


def grouped(grouping: Grouping) -> str:
    """Return what a new grouping has gathered."""
    return ngettext(
        "{n} idé er samlet i {themes}.",
        "{n} idéer er samlet i {themes}.",
        len(grouping.assignments),
        themes=ngettext("{n} tema", "{n} temaer", len(grouping.themes)),
    )
