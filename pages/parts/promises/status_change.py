"""A criterion's status before and after a new observation, and the link to its reasons."""

import streamlit as st

from models.services.promises import scoreboard
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion
from models.strategy.rule.words import REASON_WORD, status_word
from models.strategy.target import DONE, IndicatorKind
from pages.parts.status_mark import moved_chip, promised_badge
from pages.parts.way import way
from pages.shell.database import Db
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped, say, words


def board_today(db: Db, strategy_id: str) -> Scoreboard:
    """Return the strategy's promises with their status today."""
    return scoreboard.scoreboard(
        db, strategy_id, as_of=today(), knowledge_date=today(), by=viewer()
    )


def change(
    before: ScoreboardCriterion,
    after: ScoreboardCriterion,
    observation: Observation,
    criterion: Criterion,
) -> str:
    """Return the sentences shown after an observation is saved: what was saved, and its effect."""
    confirmation = _("Målingen er gemt: {value}, {day}.", value=_value(observation, criterion),
               day=words().day(observation.ref))  # fmt: skip
    old = _(status_word(before.assessment))
    new = _(status_word(after.assessment))
    if old == new:
        reason = _(REASON_WORD[after.assessment.reason])
        unchanged = _("Status er fortsat: {new}. {reason}.", new=new, reason=reason)
        return markdown_escaped(f"{confirmation} {unchanged}")
    moved = _("Status er ændret fra {old} til {new}.", old=old, new=new)
    return markdown_escaped(f"{confirmation} {moved}")


def _value(observation: Observation, criterion: Criterion) -> str:
    if criterion.indicator.kind is IndicatorKind.MILESTONE:
        return _("ja") if observation.value == DONE else _("ikke endnu")
    return f"{words().number(observation.value, 10)} {criterion.indicator.unit}".strip()


def status_line(standing: ScoreboardCriterion) -> None:
    """Show the promise, its status today with the reason, and a due date that was moved."""
    assessment = standing.assessment
    st.subheader(markdown_escaped(standing.criterion.text))
    moved_line(standing)
    st.markdown(
        say(
            "Status i dag: **{status}** · {reason}",
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
    there = {"strategy": strategy_id, "criterion": criterion_id}
    way("leadership/criterion.py", _("Hvorfor? Se regnestykket bag status"), **there)
