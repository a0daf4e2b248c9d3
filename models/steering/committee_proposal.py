"""What the status of a year asks of the committee."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CommitteeProposal:
    """A proposal at its position, from 1; a blank text takes it back."""

    strategy_id: str
    year: int
    position: int
    text: str
