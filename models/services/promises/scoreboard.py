"""The status of every criterion of a strategy on a day, the unmeasured ones included."""

from dataclasses import dataclass, replace
from datetime import date

from models.access import Permission, Viewer, require
from models.services.promises import strategies
from models.services.promises.target_in_force import (
    needs_baseline,
    promised_due,
    stated_target,
    targets_in_force,
)
from models.storage import Db
from models.storage.steering import observations
from models.strategy.observation import Observation, counting_observations
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from models.strategy.paper.theme import Initiative, StrategyTheme
from models.strategy.rule.assess import RULE, assess
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.assessment_day import assessment_day
from models.strategy.rule.forecast import Forecast, forecast, headline
from models.strategy.rule.moved_due import MovedDue, moved_due
from models.strategy.rule.override import OverrideInForce
from models.strategy.rule.theme_label import ThemeLabel, theme_label
from models.strategy.target import Target

Records = tuple[Observation, ...]


@dataclass(frozen=True)
class ScoreboardCriterion:
    """A criterion on the scoreboard, with its target, observations and status.

    target: the target somebody set, else that of the strategy's words (which may lack the figure);
    None when neither is there.
    adopted: whether somebody set it. observations: every record entered so far,
    the replaced ones included. moved: the promised date and the status by it, where the date in
    force is later. initiatives: those that serve the criterion.
    forecast: the value expected on the due date; None where there are too few values, or after it.
    override: a status that people set, beside the computed one and never in its place; None where
    none is in force.
    """

    criterion: Criterion
    target: Target | None
    adopted: bool
    observations: Records
    assessment: Assessment
    moved: MovedDue | None
    initiatives: tuple[Initiative, ...]
    forecast: Forecast | None = None
    override: OverrideInForce | None = None

    @property
    def headline(self) -> Status:
        """The status after the forecast, which may take a green away and never gives one."""
        return headline(self.assessment.status, self.forecast)


@dataclass(frozen=True)
class ScoreboardTheme:
    """A theme and its label with the counts behind it."""

    theme: StrategyTheme
    label: ThemeLabel


@dataclass(frozen=True)
class Scoreboard:
    """A strategy as of one day, by what was entered until another.

    knowledge_date: the last day of entry that counts; None is everything entered so far.
    counts: how many criteria have each status, all statuses named; no single colour above them.
    late: how many of the achieved were achieved after their due date.
    without_target: how many criteria the region has still to set a target, or its day, for.
    """

    strategy: Strategy
    as_of: date
    knowledge_date: date | None
    rule: str
    standings: tuple[ScoreboardCriterion, ...]
    themes: tuple[ScoreboardTheme, ...]
    counts: dict[Status, int]
    late: int
    without_target: int

    def standing(self, criterion_id: str) -> ScoreboardCriterion:
        """Return the standing of one criterion; raises KeyError for one of another strategy."""
        return {standing.criterion.id: standing for standing in self.standings}[criterion_id]


def scoreboard(
    db: Db, strategy_id: str, *, as_of: date, knowledge_date: date | None = None, by: Viewer
) -> Scoreboard:
    """Return the status of every criterion of a strategy by the published rule."""
    require(by, Permission.SEE_SCOREBOARD)
    return assess_strategy(db, strategy_id, as_of=as_of, knowledge_date=knowledge_date)


def assess_strategy(
    db: Db, strategy_id: str, *, as_of: date, knowledge_date: date | None
) -> Scoreboard:
    """Assess every criterion of a strategy, for a service that has asked who it is.

    The one function behind the scoreboard, a criterion's page, the annual status and
    `pejling status`: the same day and knowledge date give the same statuses and counts.
    """
    strategy = strategies.strategy(strategy_id)
    ids = [criterion.id for criterion in strategy.criteria]
    targets = targets_in_force(db, ids, knowledge_date=knowledge_date)
    promised = promised_due(db, strategy.criteria)
    records = observations.records_of(db, ids, knowledge_date=knowledge_date)
    standings = tuple(
        _standing(
            strategy,
            criterion,
            targets.get(criterion.id),
            records.get(criterion.id, ()),
            promised=promised.get(criterion.id),
            as_of=as_of,
            knowledge_date=knowledge_date,
        )
        for criterion in strategy.criteria
    )
    statuses = [standing.assessment.status for standing in standings]
    return Scoreboard(
        strategy=strategy,
        as_of=as_of,
        knowledge_date=knowledge_date,
        rule=RULE,
        standings=standings,
        themes=tuple(_theme(theme, standings) for theme in strategy.themes),
        counts={status: statuses.count(status) for status in Status},
        late=sum(standing.assessment.late for standing in standings),
        without_target=sum(standing.assessment.targetless for standing in standings),
    )


def _standing(
    strategy: Strategy,
    criterion: Criterion,
    adopted: Target | None,
    records: Records,
    *,
    promised: date | None,
    as_of: date,
    knowledge_date: date | None,
) -> ScoreboardCriterion:
    target = adopted or stated_target(criterion, since=strategy.period.start)
    day = assessment_day(target, as_of=as_of, knowledge_date=knowledge_date)
    assessment = assess(target, records, as_of=day, knowledge_date=knowledge_date)
    if adopted is None and needs_baseline(criterion):
        assessment = replace(assessment, reason=StatusReason.BASELINE_MISSING)
    counting = counting_observations(records, knowledge_date)
    outlook = forecast(target, counting, as_of=day)
    return ScoreboardCriterion(
        criterion=criterion,
        target=target,
        adopted=adopted is not None,
        observations=records,
        assessment=assessment,
        moved=moved_due(target, promised, records, as_of=as_of, knowledge_date=knowledge_date),
        initiatives=strategy.initiatives_serving(criterion.id),
        forecast=outlook,
    )


def _theme(theme: StrategyTheme, standings: tuple[ScoreboardCriterion, ...]) -> ScoreboardTheme:
    assessments = {
        standing.criterion.id: standing.assessment
        for standing in standings
        if standing.criterion.theme_id == theme.id
    }
    return ScoreboardTheme(theme, theme_label(assessments))
