"""An owner's own words about a promise."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Explanation:
    """The reason why a promise stands as it does, what is done about it, and by when.

    entered_by, entered_on: who wrote it and when; set when it is stored.
    """

    criterion_id: str
    why: str
    action: str = ""
    by_when: date | None = None
    entered_by: str = ""
    entered_on: date | None = None
