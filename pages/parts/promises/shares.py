"""How many promises have a target or wait for a figure: a finding, and a bar for each theme."""

from collections.abc import Callable
from datetime import date

from streamlit.delta_generator import DeltaGenerator

from models.services.promises.next_measurement import (
    is_measured,
    needs_start,
    needs_target,
    next_measurement,
)
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from pages.parts.finding import show_finding
from pages.parts.promises.board import of_theme
from pages.parts.share_bars import share_bars
from pages.shell.wording import _, ngettext

Test = Callable[[ScoreboardCriterion], bool]


def target_shares(board: Scoreboard, *, at: DeltaGenerator) -> None:
    """Show at a place how many promises of a strategy have a target, in all and by theme."""
    lacking = sum(map(needs_target, board.standings))
    of = len(board.standings)
    starts = sum(map(needs_start, board.standings))
    finding = _("Alle løfter har et mål.")
    if lacking:
        finding = _("{done} af {all} løfter har et mål.", done=of - lacking, all=of)
    if lacking or starts:
        finding = f"{finding} {lacking_words(lacking, starts)}."
    with at:
        show_finding(finding)
        _by_theme(board, lambda _standing: True, lambda standing: not needs_target(standing),
                  name=_("Løfter med mål, tema for tema"))  # fmt: skip


def lacking_words(targets: int, starts: int) -> str:
    """Return how many promises lack a target, and how many no more than the start to count from."""
    if not targets:
        return ngettext(
            "{n} løfte mangler et udgangspunkt", "{n} løfter mangler et udgangspunkt", starts
        )
    text = ngettext("{n} løfte mangler et mål", "{n} løfter mangler et mål", targets)
    return _("{text}, {n} et udgangspunkt", text=text, n=starts) if starts else text


def measured_shares(board: Scoreboard, on: date, *, at: DeltaGenerator) -> None:
    """Show at a place how many promises have every figure due by today, in all and by theme."""

    def is_up_to_date(standing: ScoreboardCriterion) -> bool:
        day = next_measurement(standing)
        return day is None or day > on

    measured = [standing for standing in board.standings if is_measured(standing)]
    done = sum(map(is_up_to_date, measured))
    with at:
        show_finding(measured_words(done, len(measured)))
        _by_theme(
            board,
            is_measured,
            is_up_to_date,
            name=_("Løfter, der er ajour med deres tal, tema for tema"),
        )


def measured_words(done: int, of: int) -> str:
    """Return how many of the promises that are measured have every figure due, and what lacks."""
    if not of:
        return _("Ingen løfter kan måles endnu: sæt først et mål.")
    if done == of:
        return _("Alle løfter, der måles, er ajour med deres tal.")
    return ngettext(
        "{done} af {all} løfter er ajour med deres tal. {n} måling mangler.",
        "{done} af {all} løfter er ajour med deres tal. {n} målinger mangler.",
        of - done,
        done=done,
        all=of,
    )


def _by_theme(board: Scoreboard, counts: Test, done: Test, *, name: str) -> None:
    rows = []
    for row in board.themes:
        own = [standing for standing in of_theme(board, row.theme.id) if counts(standing)]
        if own:
            rows.append((row.theme.title, sum(map(done, own)), len(own)))
    share_bars(rows, name=name)
