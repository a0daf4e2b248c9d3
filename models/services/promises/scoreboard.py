"""The status of every criterion of a strategy on a day, the unmeasured ones included."""

from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services.promises import strategies
from models.services.promises.basis import Basis, Records, bases
from models.storage import Db
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from models.strategy.paper.theme import Initiative, StrategyTheme
from models.strategy.rule.assessment import Assessment, Status
from models.strategy.rule.forecast import Forecast, headline
from models.strategy.rule.moved_due import MovedDue
from models.strategy.rule.override import OverrideInForce
from models.strategy.rule.theme_label import ThemeLabel, theme_label
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import Target


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
    overridden_reds: how many of the reds people call otherwise; they stay red.
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
    overridden_reds: int

    def standing(self, criterion_id: str) -> ScoreboardCriterion:
        """Return the standing of one criterion; raises KeyError for one of another strategy."""
        return {standing.criterion.id: standing for standing in self.standings}[criterion_id]


def scoreboard(
    db: Db,
    strategy_id: str,
    *,
    as_of: date,
    knowledge_date: date | None = None,
    rule: Rule = CURRENT,
    by: Viewer,
) -> Scoreboard:
    """Return the status of every criterion of a strategy by a version of the published rule."""
    require(by, Permission.SEE_SCOREBOARD)
    return assess_strategy(db, strategy_id, as_of=as_of, knowledge_date=knowledge_date, rule=rule)


def assess_strategy(
    db: Db, strategy_id: str, *, as_of: date, knowledge_date: date | None, rule: Rule = CURRENT
) -> Scoreboard:
    """Assess every criterion of a strategy, for a service that has asked who it is.

    The one function behind the scoreboard, a criterion's page, the annual status and
    `pejling status`: the same day and knowledge date give the same statuses and counts.
    """
    strategy = strategies.strategy(strategy_id)
    of_criteria = bases(db, strategy, knowledge_date=knowledge_date, rule=rule)
    standings = tuple(_standing(strategy, basis, as_of=as_of) for basis in of_criteria)
    statuses = [standing.assessment.status for standing in standings]
    return Scoreboard(
        strategy=strategy,
        as_of=as_of,
        knowledge_date=knowledge_date,
        rule=rule.version,
        standings=standings,
        themes=tuple(_theme(theme, standings, rule) for theme in strategy.themes),
        counts={status: statuses.count(status) for status in Status},
        late=sum(standing.assessment.late for standing in standings),
        without_target=sum(standing.assessment.targetless for standing in standings),
        overridden_reds=sum(
            standing.assessment.red and standing.override is not None for standing in standings
        ),
    )


def _standing(strategy: Strategy, basis: Basis, *, as_of: date) -> ScoreboardCriterion:
    assessment = basis.assessment(as_of)
    return ScoreboardCriterion(
        criterion=basis.criterion,
        target=basis.target,
        adopted=basis.adopted is not None,
        observations=basis.records,
        assessment=assessment,
        moved=basis.moved(as_of),
        initiatives=strategy.initiatives_serving(basis.criterion.id),
        forecast=basis.forecast(as_of),
        override=basis.override(as_of, assessment.status),
    )


def _theme(
    theme: StrategyTheme, standings: tuple[ScoreboardCriterion, ...], rule: Rule
) -> ScoreboardTheme:
    assessments = {
        standing.criterion.id: standing.assessment
        for standing in standings
        if standing.criterion.theme_id == theme.id
    }
    overridden = {standing.criterion.id for standing in standings if standing.override}
    return ScoreboardTheme(theme, theme_label(assessments, overridden=overridden, rule=rule))
