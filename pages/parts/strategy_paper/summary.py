"""A strategy in a sentence and in figures."""

import streamlit as st

from models.strategy.paper.strategy import Strategy
from pages.parts.count_cards import count_cards
from pages.parts.finding import show_finding
from pages.shell.wording import _, ngettext, say


def summary(strategy: Strategy) -> None:
    """Show how much of a strategy has an initiative and a date, and what it holds in figures."""
    show_finding(_finding(strategy))
    count_cards(
        {
            _("Temaer"): len(strategy.themes),
            _("Succeskriterier"): len(strategy.criteria),
            _("Initiativer"): len(strategy.initiatives),
            _("Kriterier uden initiativ"): len(strategy.unserved),
        }
    )
    st.caption(
        say(
            "Citaterne er strategiens egne ord: søg efter dem i ”{title}”.",
            title=strategy.document.title,
        )
    )


def _finding(strategy: Strategy) -> str:
    number = sum(criterion.due is not None for criterion in strategy.criteria)
    if not number:
        return ngettext(
            "Strategien sætter ingen frister: dens {n} succeskriterium er et forslag, udledt af "
            "teksten.",
            "Strategien sætter ingen frister: dens {n} succeskriterier er forslag, udledt af "
            "teksten.",
            len(strategy.criteria),
        )
    return ngettext(
        "{dated} af {n} succeskriterium har en frist, og {served} har et initiativ bag sig.",
        "{dated} af {n} succeskriterier har en frist, og {served} har et initiativ bag sig.",
        len(strategy.criteria),
        dated=number,
        served=len(strategy.criteria) - len(strategy.unserved),
    )
