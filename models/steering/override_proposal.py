"""A status proposed beside the computed one, and what others decided about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.steering.submission import Decision
from models.strategy.rule.assessment import Status


class OverrideDecision(StrEnum):
    """A decision about an override."""

    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class OverrideProposal:
    """An override as it was proposed, and the decisions about it in their order.

    computed: the rule's status on the day it was proposed. entry: None until it is stored.
    """

    criterion_id: str
    status: Status
    computed: Status
    reason: str
    evidence: str
    proposed_by: str
    created: date
    expires: date
    entry: int | None = None
    decisions: tuple[Decision, ...] = ()
