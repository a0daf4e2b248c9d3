"""A person or post that owns promises."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Owner:
    """An owner by the name that stands in the targets; `left_on` is the last day, None without."""

    name: str
    email: str = ""
    left_on: date | None = None

    def has_left(self, day: date) -> bool:
        """Whether the owner is no longer there on a day."""
        return self.left_on is not None and self.left_on < day
