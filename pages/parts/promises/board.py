"""The scoreboard's own pieces: themes with all their promises, and sentences that hold several."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from models.charts.promises.distribution import ThemeCounts, counts_text
from models.charts.promises.signs import Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from pages.parts.promises.paper_words import THEME_KIND_WORD
from pages.parts.promises.promise_table import promise_table
from pages.parts.status_mark import badge
from pages.shell.wording import _, words


def sign_counts(standings: Sequence[CriterionStanding]) -> Mapping[Sign, int]:
    """How many promises wear each sign."""
    return Counter(sign_of(one.assessment) for one in standings)


def theme_counts(board: Scoreboard) -> list[ThemeCounts]:
    """The themes for the distribution chart."""
    return [
        ThemeCounts(one.theme.title, sign_counts(of_theme(board, one.theme.id)))
        for one in board.themes
    ]


def of_theme(board: Scoreboard, theme_id: str) -> list[ScoreboardCriterion]:
    """A theme's promises in the order of the paper."""
    return [one for one in board.standings if one.criterion.theme_id == theme_id]


def theme_sections(board: Scoreboard, *, more: Callable[[ScoreboardCriterion], str]) -> None:
    """Every theme with its label, its counts and all its promises."""
    for one in board.themes:
        own = of_theme(board, one.theme.id)
        kind = _(THEME_KIND_WORD[one.theme.kind])
        st.subheader(f"{one.theme.order}. {one.theme.title}", anchor=one.theme.id.lower())
        if not own:
            st.info(_("Temaet har ingen succeskriterier."))
            continue
        st.html(badge(Sign(one.label.label)))
        counts = counts_text(sign_counts(own), words())
        caption = _("{kind} · {counts} af {n}", kind=kind, counts=counts, n=len(own))
        promise_table(own, board.strategy.id, caption=caption, more=more)


def sentence(board: Scoreboard, one: ScoreboardCriterion) -> str:
    """How many of the promises of the same sentence are kept, where it holds several."""
    together = _together(board, one.criterion.statement_id)
    if len(together) < 2:  # noqa: PLR2004 - a sentence with one promise needs no count
        return ""
    kept = sum(sign_of(other.assessment) is Sign.ACHIEVED for other in together)
    return _("sætningen: {kept} af {n} løfter nået", kept=kept, n=len(together))


def kept_statements(board: Scoreboard) -> str:
    """How many of the paper's sentences are kept: a sentence is, when all its promises are."""
    statements = board.strategy.statements
    kept = sum(
        all(sign_of(one.assessment) is Sign.ACHIEVED for one in _together(board, said.id))
        for said in statements
        if _together(board, said.id)
    )
    if statements and not kept:
        return _(
            "{n} løfter i {statements} sætninger; ingen af dem er holdt helt.",
            n=len(board.standings),
            statements=len(statements),
        )
    if not statements:
        return _("{n} løfter", n=len(board.standings))
    return _(
        "{n} løfter i {statements} sætninger; {kept} af dem er holdt helt.",
        n=len(board.standings),
        statements=len(statements),
        kept=kept,
    )


def _together(board: Scoreboard, statement_id: str | None) -> list[ScoreboardCriterion]:
    if statement_id is None:
        return []
    return [one for one in board.standings if one.criterion.statement_id == statement_id]
