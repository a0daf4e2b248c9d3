"""A comment written with the answers, and how far its review has come."""

from dataclasses import dataclass
from enum import StrEnum


class CommentState(StrEnum):
    """Pending until it is decided; shown as written (approved) or changed (edited), or withheld."""

    PENDING = "pending"
    APPROVED = "approved"
    EDITED = "edited"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Comment:
    """What somebody in a unit wrote. It names the unit and nobody.

    id: random. language: blank when not known. text: as written. shown: what may be read when the
    state is approved or edited. first_by, second_by: who reviewed, blank until they have.
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
