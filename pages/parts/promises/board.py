"""A theme's promises, the promises of one sentence, and a strategy that dates nothing."""

import streamlit as st

from models.access import Permission
from models.charts.promises.counts import sign_counts
from models.charts.promises.signs import Sign
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from pages.shell.viewer import admits
from pages.shell.wording import _


def of_theme(board: Scoreboard, theme_id: str) -> list[ScoreboardCriterion]:
    """Return a theme's promises in the order of the paper."""
    return [standing for standing in board.standings if standing.criterion.theme_id == theme_id]


def sentence(board: Scoreboard, standing: ScoreboardCriterion) -> str:
    """Return how many promises of the same sentence are achieved; empty when it has only one.

    Those achieved late are counted apart.
    """
    promises = _promises_of(board, standing.criterion.statement_id)
    if len(promises) < 2:  # noqa: PLR2004 - a sentence with one promise needs no count
        return ""
    counts = sign_counts(promises)
    achieved, late = counts[Sign.ACHIEVED], counts[Sign.ACHIEVED_LATE]
    if late:
        return _(
            "sætningen: {kept} af {n} løfter nået til tiden, {late} for sent",
            kept=achieved,
            n=len(promises),
            late=late,
        )
    return _("sætningen: {kept} af {n} løfter nået", kept=achieved, n=len(promises))


def undated(strategy_id: str) -> None:
    """Say that a strategy dates nothing, and what comes next, with a link for who may do it."""
    steward = admits(Permission.SET_TARGET)
    st.info(
        " ".join(
            (
                _("Strategien har ingen daterede succeskriterier."),
                _("Kriterierne her er forslag, udledt af dens tekst."),
                _("Næste skridt: vælg dem, der skal gælde, og sæt mål for dem.")
                if steward
                else _("En tovholder vælger dem, der skal gælde, og sætter mål for dem."),
            )
        )
    )
    if steward:
        there = {"strategy": strategy_id, "tab": "one"}
        st.page_link("steward/targets.py", label=_("Sæt mål"), query_params=there)


def _promises_of(board: Scoreboard, statement_id: str | None) -> list[ScoreboardCriterion]:
    if statement_id is None:
        return []
    return [
        standing for standing in board.standings if standing.criterion.statement_id == statement_id
    ]
