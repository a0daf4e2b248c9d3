"""The scoreboard's themes with their promises, and the counts of the paper's sentences."""

from collections.abc import Callable

import streamlit as st

from models.access import Permission
from models.charts.promises.counts import sign_counts
from models.charts.promises.distribution import ThemeCounts, counts_text
from models.charts.promises.signs import Sign, sign_of, sign_of_theme
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from pages.parts.promises.paper_words import THEME_KIND_WORD
from pages.parts.promises.promise_table import promise_table
from pages.parts.status_mark import badge
from pages.shell.viewer import admits
from pages.shell.wording import Markdown, _, markdown_escaped, say_counted, words


def theme_counts(board: Scoreboard) -> list[ThemeCounts]:
    """Return each theme's title and counts, for the distribution chart."""
    return [
        ThemeCounts(row.theme.title, sign_counts(of_theme(board, row.theme.id)))
        for row in board.themes
    ]


def of_theme(board: Scoreboard, theme_id: str) -> list[ScoreboardCriterion]:
    """Return a theme's promises in the order of the paper."""
    return [standing for standing in board.standings if standing.criterion.theme_id == theme_id]


def theme_sections(board: Scoreboard, *, more: Callable[[ScoreboardCriterion], str]) -> None:
    """Show every theme with its label, its counts and a table of its promises."""
    for row in board.themes:
        theme = row.theme
        own = of_theme(board, theme.id)
        kind = _(THEME_KIND_WORD[theme.kind])
        st.subheader(markdown_escaped(f"{theme.order}. {theme.title}"), anchor=theme.id.lower())
        if not own:
            st.info(_("Temaet har ingen succeskriterier."))
            continue
        st.html(badge(sign_of_theme(row.label)))
        counts = counts_text(sign_counts(own), words())
        caption = _("{kind} · {counts} af {n}", kind=kind, counts=counts, n=len(own))
        promise_table(own, board.strategy.id, caption=caption, more=more)


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


def without_reds(board: Scoreboard) -> str:
    """Return that no promise is red, and how many cannot be judged."""
    counts = sign_counts(board.standings)
    return " ".join(
        (
            _("Ingen løfter står rødt."),
            _("Kan ikke vurderes: {n} af {all}.", n=counts[Sign.NO_DATA], all=len(board.standings)),
        )
    )


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


def statement_counts(board: Scoreboard) -> Markdown:
    """Return how many of the paper's sentences are kept: all their promises achieved in time."""
    statements = board.strategy.statements
    groups = [_promises_of(board, statement.id) for statement in statements]
    achieved = sum(
        all(sign_of(promise.assessment) is Sign.ACHIEVED for promise in group)
        for group in groups
        if group
    )
    promises = say_counted("{n} løfte", "{n} løfter", len(board.standings))
    if not statements:
        return promises
    return say_counted(
        "{promises} i {n} sætning. Holdt helt: {achieved}.",
        "{promises} i {n} sætninger. Holdt helt: {achieved}.",
        len(statements),
        promises=promises,
        achieved=achieved,
    )


def _promises_of(board: Scoreboard, statement_id: str | None) -> list[ScoreboardCriterion]:
    if statement_id is None:
        return []
    return [
        standing for standing in board.standings if standing.criterion.statement_id == statement_id
    ]
