"""What a new measurement did to a criterion's status, and the way to its reasons."""

import streamlit as st

from models.services.promises import scoreboard
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.rule.words import REASON_WORD, status_word
from pages.shell.database import Db
from pages.shell.viewer import today
from pages.shell.wording import _


def standing_of(db: Db, strategy_id: str, criterion_id: str) -> ScoreboardCriterion:
    """How a criterion stands today."""
    return scoreboard.scoreboard(db, strategy_id, as_of=today()).standing(criterion_id)


def change(before: ScoreboardCriterion, after: ScoreboardCriterion) -> str:
    """The sentence said after saving."""
    old = _(status_word(before.assessment))
    new = _(status_word(after.assessment))
    if old == new:
        return _("Målingen er gemt. Status er fortsat: {new}.", new=new)
    return _("Målingen er gemt. Status er ændret fra {old} til {new}.", old=old, new=new)


def status_line(standing: ScoreboardCriterion) -> None:
    """The status today and the reason in a word."""
    found = standing.assessment
    st.markdown(
        _(
            "Status i dag: **{status}**. {reason}.",
            status=_(status_word(found)),
            reason=_(REASON_WORD[found.reason]),
        )
    )


def why_link(strategy_id: str, criterion_id: str) -> None:
    """The way to the figures behind the status."""
    st.page_link(
        "leadership/criterion.py",
        label=_("Hvorfor? Se regnestykket bag status"),
        icon=":material/help:",
        query_params={"strategy": strategy_id, "criterion": criterion_id},
    )
