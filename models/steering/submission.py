"""A value that its owner entered, until another person approves it or sends it back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.strategy.observation import Observation


class SubmissionDecision(StrEnum):
    """A decision of another person about a submitted value."""

    APPROVED = "approved"
    RETURNED = "returned"


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
    replaces: the entry that was sent back before, None for the first.
    entry: its number, None until it is stored. decision: None until somebody has decided.
    """

    observation: Observation
    unchanged: bool = False
    replaces: int | None = None
    entry: int | None = None
    decision: Decision | None = None
