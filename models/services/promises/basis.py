"""Everything the status of a criterion is computed from, as it was known on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from models.services.promises import strategies
from models.services.promises.target_in_force import (
    needs_baseline,
    promised_due,
    stated_target,
    targets_in_force,
)
from models.steering.override_proposal import OverrideDecision, OverrideProposal
from models.storage import Db
from models.storage.steering import milestone_plans, observations, overrides
from models.strategy.milestone import MilestonePlan
from models.strategy.observation import Observation, counting_observations
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.assessment_day import assessment_day
from models.strategy.rule.forecast import Forecast, forecast
from models.strategy.rule.moved_due import MovedDue, moved_due
from models.strategy.rule.override import Override, OverrideInForce, in_force
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Target

Records = tuple[Observation, ...]


@dataclass(frozen=True)
class Basis:
    """The facts known of a criterion, and the version of the rule it is assessed by.

    adopted: the target somebody set; stated: that of the strategy's own words. records: every
    record entered by then, replaced ones too. plans: of a milestone, oldest first. overrides:
    those not turned down, newest first. promised: the due date first promised.
    knowledge_date: the last day of entry that counts; None is everything entered so far.
    """

    criterion: Criterion
    adopted: Target | None
    stated: Target | None
    records: Records
    plans: tuple[MilestonePlan, ...]
    overrides: tuple[Override, ...]
    promised: date | None
    knowledge_date: date | None
    rule: Rule

    @property
    def target(self) -> Target | None:
        """The target it is assessed by: the one somebody set, else that of the strategy."""
        return self.adopted or self.stated

    def day(self, as_of: date) -> date:
        """Return the day it is assessed on in the status of as_of."""
        return assessment_day(self.target, as_of=as_of, knowledge_date=self.knowledge_date)

    def assessment(self, as_of: date) -> Assessment:
        """Return its status in that of as_of."""
        assessment = assess(
            self.target,
            self.records,
            as_of=self.day(as_of),
            knowledge_date=self.knowledge_date,
            plans=self.plans,
            rule=self.rule,
        )
        if self.adopted is None and needs_baseline(self.criterion):
            return replace(assessment, reason=StatusReason.BASELINE_MISSING)
        return assessment

    def forecast(self, as_of: date) -> Forecast | None:
        """Return its forecast in the status of as_of; None where there is none."""
        counting = counting_observations(self.records, self.knowledge_date)
        return forecast(self.target, counting, as_of=self.day(as_of), rule=self.rule)

    def moved(self, as_of: date) -> MovedDue | None:
        """Return the move of its due date, with the status by the promised one; None without."""
        return moved_due(
            self.target,
            self.promised,
            self.records,
            as_of=as_of,
            knowledge_date=self.knowledge_date,
            plans=self.plans,
            rule=self.rule,
        )

    def override(self, as_of: date, computed: Status) -> OverrideInForce | None:
        """Return the newest override that counts beside the computed status; None without."""
        beside = (in_force(each, computed, as_of, rule=self.rule) for each in self.overrides)
        return next((override for override in beside if override), None)


def bases(
    db: Db, strategy: Strategy, *, knowledge_date: date | None, rule: Rule
) -> tuple[Basis, ...]:
    """Return what was known of every criterion of a strategy on a day, in its order."""
    ids = [criterion.id for criterion in strategy.criteria]
    targets = targets_in_force(db, ids, knowledge_date=knowledge_date)
    promised = promised_due(db, strategy.criteria)
    records = observations.records_of(db, ids, knowledge_date=knowledge_date)
    plans = milestone_plans.history(db, ids, knowledge_date=knowledge_date)
    beside = _beside(overrides.of_criteria(db, ids, knowledge_date=knowledge_date))
    return tuple(
        Basis(
            criterion=criterion,
            adopted=targets.get(criterion.id),
            stated=stated_target(criterion, since=strategy.period.start),
            records=records[criterion.id],
            plans=plans[criterion.id],
            overrides=tuple(beside[criterion.id]),
            promised=promised.get(criterion.id),
            knowledge_date=knowledge_date,
            rule=rule,
        )
        for criterion in strategy.criteria
    )


def basis_of(db: Db, criterion_id: str) -> Basis:
    """Return everything known of one criterion, by the current rule."""
    strategy = strategies.strategy_of(criterion_id)
    everything = bases(db, strategy, knowledge_date=None, rule=CURRENT)
    return next(basis for basis in everything if basis.criterion.id == criterion_id)


def _beside(proposals: Iterable[OverrideProposal]) -> defaultdict[str, list[Override]]:
    """Return the overrides of each criterion that were not turned down, newest first."""
    beside: defaultdict[str, list[Override]] = defaultdict(list)
    for proposal in proposals:
        override = as_override(proposal)
        if override is not None:
            beside[override.criterion_id].insert(0, override)
    return beside


def as_override(proposal: OverrideProposal) -> Override | None:
    """Return a proposal with who approved it; None where it was rejected or withdrawn."""
    last = proposal.decisions[-1] if proposal.decisions else None
    if last is not None and last.decision != OverrideDecision.APPROVED:
        return None
    return Override(
        criterion_id=proposal.criterion_id,
        status=proposal.status,
        reason=proposal.reason,
        evidence=proposal.evidence,
        by=proposal.proposed_by,
        approved_by=last.decided_by if last else "",
        created=proposal.created,
        expires=proposal.expires,
    )
