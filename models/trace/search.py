"""A choice of the trace's lines."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Search:
    """The conditions on a line; blank or None means any.

    first_day, last_day: of writing, in UTC, both included.
    """

    subject: str = ""
    action: str = ""
    who: str = ""
    first_day: date | None = None
    last_day: date | None = None
