"""A choice of the trace's lines."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Search:
    """The conditions on a line; blank or None means any.

    kind, code: of the subject, see `models.trace.subject`: "criterion", and the thing's own id.
    first_day, last_day: of writing, in UTC, both included.
    """

    subject: str = ""
    kind: str = ""
    code: str = ""
    action: str = ""
    who: str = ""
    first_day: date | None = None
    last_day: date | None = None
