"""What stands around a year's statuses: the year before, owners' words, and what is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.charts.promises.standing import CriterionStanding
from models.steering.committee_proposal import CommitteeProposal
from models.steering.explanation import Explanation
from models.strategy.rule.change import Cause


@dataclass(frozen=True)
class YearContext:
    """The year before as it was known then, and what people wrote by the knowledge date.

    before_day: the day of the statuses a year before; None where no year lies before.
    causes: of each criterion whose status is another than a year before.
    explanations: the newest words of an owner about each criterion that has any.
    proposals: what the committee is asked for, in order.
    """

    before_day: date | None = None
    before: tuple[CriterionStanding, ...] = ()
    causes: Mapping[str, tuple[Cause, ...]] = field(default_factory=dict)
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    proposals: tuple[CommitteeProposal, ...] = ()


NO_CONTEXT = YearContext()
