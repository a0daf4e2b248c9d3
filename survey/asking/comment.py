"""A comment written with the answers, and how far its review has come."""

from dataclasses import dataclass
from enum import StrEnum


class CommentState(StrEnum):
    """What the latest reviewer wants: shown as kept (approved) or changed (edited), or withheld."""

    PENDING = "pending"
    APPROVED = "approved"
    EDITED = "edited"
    WITHHELD = "withheld"


SHOWN = frozenset({CommentState.APPROVED, CommentState.EDITED})


@dataclass(frozen=True)
class Comment:
    """What somebody in a unit wrote. It names the unit and nobody.

    id: random. language: blank when not known. text: as kept, or as a reviewer changed it; blank
    once it is withheld or published. first_by: who wants the state. second_by: the other person who
    agreed; blank until then. shown, shown_at, theme: what is read, at which unit, among which; None
    and blank until the wave's comments are published.
    """

    id: str
    wave_id: str
    unit_id: str
    text: str
    language: str = ""
    state: CommentState = CommentState.PENDING
    shown: str = ""
    first_by: str = ""
    second_by: str = ""
    shown_at: str | None = None
    theme: str | None = None

    @property
    def decided(self) -> bool:
        """Whether two have agreed."""
        return bool(self.second_by)

    @property
    def approved(self) -> bool:
        """Whether two have agreed that it may be shown."""
        return self.decided and self.state in SHOWN
