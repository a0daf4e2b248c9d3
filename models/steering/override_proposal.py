"""A status proposed beside the computed one, and what others decided about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.steering.submission import Decision
from models.strategy.rule.assessment import Status
from models.strategy.rule.override import OPEN_STATUSES, Override


class OverrideDecision(StrEnum):
    """A decision about an override."""

    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class OverrideStage(StrEnum):
    """The stages of an override."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


_ENDS = {
    OverrideDecision.REJECTED: OverrideStage.REJECTED,
    OverrideDecision.WITHDRAWN: OverrideStage.WITHDRAWN,
}


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

    @property
    def needs_approval(self) -> bool:
        """Whether another person must agree: the status is better than the computed one."""
        return OPEN_STATUSES.index(self.status) > OPEN_STATUSES.index(self.computed)

    @property
    def approved_by(self) -> str:
        """The other person who agreed; blank where nobody has."""
        return next(
            (
                decision.decided_by
                for decision in self.decisions
                if decision.decision == OverrideDecision.APPROVED
            ),
            "",
        )

    def stage(self, day: date) -> OverrideStage:
        """Return the stage on a day; an override expires by itself."""
        for decision in self.decisions:
            if decision.decision in _ENDS:
                return _ENDS[OverrideDecision(decision.decision)]
        if day > self.expires:
            return OverrideStage.EXPIRED
        is_free = bool(self.approved_by) or not self.needs_approval
        return OverrideStage.IN_FORCE if is_free else OverrideStage.PROPOSED

    @property
    def override(self) -> Override:
        """The override as the rule takes it."""
        return Override(
            self.criterion_id,
            self.status,
            self.reason,
            self.evidence,
            self.proposed_by,
            self.approved_by,
            self.created,
            self.expires,
        )
