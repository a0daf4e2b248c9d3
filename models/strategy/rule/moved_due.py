"""A due date moved later, and the status by the date that was promised."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.strategy.milestone import MilestonePlan
from models.strategy.observation import Observation
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.assessment_day import assessment_day
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Target


@dataclass(frozen=True)
class MovedDue:
    """A promised due date, the later one in force, and the status by the promised one."""

    promised: date
    adopted: date
    assessment: Assessment

    @property
    def red(self) -> bool:
        """Whether the criterion is red by the promised date."""
        return self.assessment.red


def moved_due(
    target: Target | None,
    promised: date | None,
    observations: Sequence[Observation],
    *,
    as_of: date,
    knowledge_date: date | None,
    plans: Sequence[MilestonePlan] = (),
    rule: Rule = CURRENT,
) -> MovedDue | None:
    """Return the move of a due date; None where the date in force is not later than the promised.

    The status by the promised date is that of the same target, due on that date.
    """
    if target is None or target.due is None or promised is None or target.due <= promised:
        return None
    points = tuple(point for point in target.points if point[0] < promised)
    as_promised = replace(target, due=promised, points=points)
    day = assessment_day(as_promised, as_of=as_of, knowledge_date=knowledge_date)
    assessment = assess(
        as_promised,
        observations,
        as_of=day,
        knowledge_date=knowledge_date,
        plans=plans,
        rule=rule,
    )
    return MovedDue(promised, target.due, assessment)
