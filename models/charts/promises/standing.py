"""What a chart or a report needs to know about one promise: its words, target and status."""

from typing import Protocol

from models.strategy.paper.criterion import Criterion
from models.strategy.rule.assessment import Assessment
from models.strategy.target import Target


class CriterionStanding(Protocol):
    """A criterion with its target, if any, and its status. A scoreboard's standing is one."""

    @property
    def criterion(self) -> Criterion:
        """The promise."""
        ...

    @property
    def target(self) -> Target | None:
        """What was adopted; None while nobody has set it."""
        ...

    @property
    def assessment(self) -> Assessment:
        """How it stands by the published rule."""
        ...
