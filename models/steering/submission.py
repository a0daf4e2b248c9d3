"""A value that its owner entered, until another person approves it or sends it back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.strategy.observation import Observation


class SubmissionDecision(StrEnum):
    """A decision of another person about a submitted value."""

    APPROVED = "approved"
    RETURNED = "returned"


class ValueStage(StrEnum):
    """The stages of a submitted value; only an approved one counts."""

    ENTERED = "entered"
    RETURNED = "returned"
    APPROVED = "approved"


@dataclass(frozen=True)
class Decision:
    """A decision about something: who made it, on which day; reason is blank where none is."""

    decision: str
    decided_by: str
    decided_on: date
    reason: str = ""


@dataclass(frozen=True)
class Submission:
    """A value as it was entered.

    observation: the value, with who entered it, recorded on the day it was entered.
    unchanged: a confirmation that the value is as it was.
    replaces: the earlier entry that this one takes the place of, None for the first.
    entry: its number, None until it is stored. decision: None until somebody has decided.
    """

    observation: Observation
    unchanged: bool = False
    replaces: int | None = None
    entry: int | None = None
    decision: Decision | None = None

    @property
    def stage(self) -> ValueStage:
        """The stage of the value."""
        return ValueStage.ENTERED if self.decision is None else ValueStage(self.decision.decision)


def waiting(submissions: tuple[Submission, ...]) -> tuple[Submission, ...]:
    """Return those that nobody has decided about and that no later entry takes the place of."""
    replaced = {submission.replaces for submission in submissions}
    return tuple(
        submission
        for submission in submissions
        if submission.stage is ValueStage.ENTERED and submission.entry not in replaced
    )
