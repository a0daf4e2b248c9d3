"""The plan of a milestone: the day it will be done, and when somebody last said so."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MilestonePlan:
    """The day a milestone is planned to be done, as of the day somebody confirmed it.

    decision: the reference of the decision that moved the day; blank where it was not moved.
    """

    criterion_id: str
    planned: date
    confirmed_on: date
    decision: str
    entered_by: str
