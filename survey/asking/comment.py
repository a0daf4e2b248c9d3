"""A comment written with the answers, and the state of its review."""

from dataclasses import dataclass
from enum import StrEnum


class CommentState(StrEnum):
    """The latest reviewer's decision: publish as it is (approved), publish changed, or withhold."""

    PENDING = "pending"
    APPROVED = "approved"
    EDITED = "edited"
    WITHHELD = "withheld"


PUBLISHABLE = frozenset({CommentState.APPROVED, CommentState.EDITED})


@dataclass(frozen=True)
class Comment:
    """A comment from a unit; it names the unit and no person.

    id: random. language: blank when unknown. text: as stored, or as a reviewer changed it; blank
    once it is withheld or published. first_by: the reviewer who set the state. second_by: the other
    reviewer who agreed; blank until then. published_text, published_at, theme: the published text,
    the unit it is published at, and its theme; blank and None until the wave's comments are
    published.
    """

    id: str
    wave_id: str
    unit_id: str
    text: str
    language: str = ""
    state: CommentState = CommentState.PENDING
    published_text: str = ""
    first_by: str = ""
    second_by: str = ""
    published_at: str | None = None
    theme: str | None = None

    @property
    def decided(self) -> bool:
        """Whether two reviewers have agreed on the state."""
        return bool(self.second_by)

    @property
    def approved(self) -> bool:
        """Whether two reviewers have agreed that it may be published."""
        return self.decided and self.state in PUBLISHABLE
