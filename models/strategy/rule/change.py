"""The change of a status between two days, and what caused it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.strategy.paper.criterion import Criterion
from models.strategy.rule.assessment import Assessment, Status
from models.strategy.rule.forecast import Forecast, headline
from models.strategy.rule.override import OverrideInForce
from models.strategy.target import Target

# From bad to good; a red is as bad as another, however it came to be.
_RANK = {
    Status.NO_DATA: 1,
    Status.AT_RISK: 2,
    Status.ON_TRACK: 3,
    Status.ACHIEVED: 4,
}


class Cause(StrEnum):
    """A cause of a change, in the order in which they are told apart."""

    TIME = "time"
    DATA = "data"
    TARGET = "target"
    RULE = "rule"
    OVERRIDE = "override"


class Movement(StrEnum):
    """The way a status moved; `even` where only its reason changed, or it came back."""

    WORSE = "worse"
    EVEN = "even"
    BETTER = "better"


@dataclass(frozen=True)
class Position:
    """A criterion on a day: its status by the rule, and its forecast."""

    assessment: Assessment
    forecast: Forecast | None = None

    @property
    def headline(self) -> Status:
        """The status after the forecast."""
        return headline(self.assessment.status, self.forecast)

    @property
    def rank(self) -> int:
        """The place of the status from bad to good; 0 is red."""
        return 0 if self.assessment.red else _RANK[self.headline]

    @property
    def codes(self) -> tuple[Status, str, Status]:
        """Status, reason and headline: a change of any is a change."""
        return self.assessment.status, self.assessment.reason, self.headline


@dataclass(frozen=True)
class StatusChange:
    """A criterion whose status, or the status people set beside it, is another than before.

    time_only: as it would stand on the later day with what was known on the earlier.
    target_before, target_after: the target it was assessed by.
    override_before, override_after: the override in force; None without one.
    causes: in the order of `Cause`.
    """

    criterion: Criterion
    before: Position
    time_only: Position
    after: Position
    causes: tuple[Cause, ...]
    target_before: Target | None = None
    target_after: Target | None = None
    override_before: OverrideInForce | None = None
    override_after: OverrideInForce | None = None

    @property
    def movement(self) -> Movement:
        """The way the status moved."""
        steps = self.after.rank - self.before.rank
        if steps == 0:
            return Movement.EVEN
        return Movement.WORSE if steps < 0 else Movement.BETTER


def causes(
    before: Position,
    steps: Mapping[Cause, Position],
    *,
    override_before: OverrideInForce | None = None,
    override_after: OverrideInForce | None = None,
) -> tuple[Cause, ...]:
    """Return every cause whose step changed the status; none where nothing changed.

    steps: in the order of `Cause`, each with everything of the steps before it and its own news:
    first the later day with old knowledge, then the new values, the new target, the new rule.
    """
    changed = []
    position = before
    for cause, next_position in steps.items():
        if next_position.codes != position.codes:
            changed.append(cause)
        position = next_position
    statuses = [
        override.status if override else None for override in (override_before, override_after)
    ]
    if statuses[0] is not statuses[1]:
        changed.append(Cause.OVERRIDE)
    return tuple(changed)


def worse_first(change: StatusChange) -> tuple[int, int, str]:
    """Return the place of a change in a list: what fell furthest first, what rose furthest last."""
    return change.after.rank - change.before.rank, change.after.rank, change.criterion.id
