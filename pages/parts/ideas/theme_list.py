"""Ideas grouped by theme, with the theme's terms and the strategy theme nearest to it."""

import streamlit as st

from models.services.ideas import Portfolio, Shelf
from models.services.promises import strategies
from pages.parts.ideas.idea_list import idea_list
from pages.shell.wording import markdown_escaped, say, say_counted


def theme_list(portfolio: Portfolio, *, ungrouped: str) -> None:
    """Show the themes, largest first, then the ideas that came after the latest grouping.

    ungrouped: the text where there are ideas and no themes yet.
    """
    if portfolio.ideas and not portfolio.shelves:
        st.info(markdown_escaped(ungrouped))
    for shelf in portfolio.shelves:
        _shelf(shelf)
    if portfolio.waiting:
        with st.expander(say("Venter på at blive grupperet: {n}", n=len(portfolio.waiting))):
            idea_list(portfolio.waiting, empty="")


def _shelf(shelf: Shelf) -> None:
    name, count = shelf.theme.name, len(shelf.ideas)
    with st.expander(say_counted("{name} · {n} idé", "{name} · {n} idéer", count, name=name)):
        st.caption(say("Ord, der går igen: {terms}", terms=", ".join(shelf.theme.terms)))
        if shelf.theme.strategy_theme is not None:
            st.caption(
                say("Ligner mest: {theme}", theme=_strategy_theme(shelf.theme.strategy_theme))
            )
        idea_list((idea for idea, _fit in shelf.ideas), empty="")


def _strategy_theme(theme_id: str) -> str:
    for strategy in strategies.catalogue():
        for theme in strategy.themes:
            if theme.id == theme_id:
                return f"{theme.title} ({strategy.organisation.name})"
    return theme_id
