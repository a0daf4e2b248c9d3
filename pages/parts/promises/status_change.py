"""A criterion's status before and after a new observation, and the link to its reasons."""

import streamlit as st

from models.services.promises import scoreboard
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.rule.words import REASON_WORD, status_word
from pages.parts.status_mark import moved_chip, promised_badge
from pages.shell.database import Db
from pages.shell.viewer import today, viewer
from pages.shell.wording import _


def standing_of(db: Db, strategy_id: str, criterion_id: str) -> ScoreboardCriterion:
    """Return the criterion with its status today."""
    board = scoreboard.scoreboard(
        db, strategy_id, as_of=today(), knowledge_date=today(), by=viewer()
    )
    return board.standing(criterion_id)


def change(before: ScoreboardCriterion, after: ScoreboardCriterion) -> str:
    """Return the sentence shown after an observation is saved."""
    old = _(status_word(before.assessment))
    new = _(status_word(after.assessment))
    if old == new:
        return _("Målingen er gemt. Status er fortsat: {new}.", new=new)
    return _("Målingen er gemt. Status er ændret fra {old} til {new}.", old=old, new=new)


def status_line(standing: ScoreboardCriterion) -> None:
    """Show the status today and its reason, and a due date that was moved."""
    assessment = standing.assessment
    moved_line(standing)
    st.markdown(
        _(
            "Status i dag: **{status}**. {reason}.",
            status=_(status_word(assessment)),
            reason=_(REASON_WORD[assessment.reason]),
        )
    )


def moved_line(standing: ScoreboardCriterion) -> None:
    """Show a moved due date and the status by the promised one; nothing where it was not moved."""
    if standing.moved:
        st.html(f"<p>{moved_chip(standing)} {promised_badge(standing)}</p>")


def why_link(strategy_id: str, criterion_id: str) -> None:
    """Show a link to the calculation behind the status."""
    st.page_link(
        "leadership/criterion.py",
        label=_("Hvorfor? Se regnestykket bag status"),
        icon=":material/help:",
        query_params={"strategy": strategy_id, "criterion": criterion_id},
    )
