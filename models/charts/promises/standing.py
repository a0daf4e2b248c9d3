"""A criterion with its target and its status, as charts and reports read it."""

from typing import Protocol

from models.strategy.paper.criterion import Criterion
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.moved_due import MovedDue
from models.strategy.target import Target


class CriterionStanding(Protocol):
    """A criterion with its target, if any, and its status, e.g. of a scoreboard."""

    @property
    def criterion(self) -> Criterion:
        """The criterion of the paper."""
        ...

    @property
    def target(self) -> Target | None:
        """The target it is assessed by; None while there is none."""
        ...

    @property
    def assessment(self) -> Assessment:
        """Its status by the published rule."""
        ...

    @property
    def moved(self) -> MovedDue | None:
        """The promised due date and the status by it, where the date in force is later."""
        ...
