"""The three steps from an empty installation to a first status: a target, a figure, the status."""

from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services.promises import strategies
from models.services.promises.in_use import strategies_in_use
from models.services.promises.next_measurement import is_unset
from models.services.promises.scoreboard import ScoreboardCriterion, assess_strategy
from models.storage import Db
from models.strategy.paper.criterion import Criterion
from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.target import IndicatorKind

# Asked for with the fewest fields, and assessed before their due date.
EASY = frozenset({IndicatorKind.PERCENTAGE, IndicatorKind.COUNT})


@dataclass(frozen=True)
class FirstSteps:
    """The steps that are done, and the promise with which to go on.

    reason: why a measurement gives no status; None before there is a measurement.
    """

    strategy_id: str
    criterion: Criterion
    has_target: bool
    has_measurement: bool
    reason: StatusReason | None


def first_steps(db: Db, *, by: Viewer, on: date) -> FirstSteps | None:
    """Return how far an installation is on its way to a first status; None once it has one.

    The promise is the one that has come furthest; before anything is done, one for which the
    strategy itself has a figure.
    """
    require(by, Permission.SET_TARGET)
    boards = [
        assess_strategy(db, strategy.id, as_of=on, knowledge_date=None)
        for strategy in strategies_in_use(db)
    ]
    standings = [(board.strategy.id, standing) for board in boards for standing in board.standings]
    if any(standing.assessment.status is not Status.NO_DATA for _, standing in standings):
        return None
    if not standings:
        return FirstSteps(*_easiest(), has_target=False, has_measurement=False, reason=None)
    strategy_id, furthest = max(standings, key=lambda pair: _progress(pair[1]))
    measured = bool(furthest.observations)
    return FirstSteps(
        strategy_id,
        furthest.criterion,
        has_target=furthest.adopted or (measured and not is_unset(furthest)),
        has_measurement=measured,
        reason=furthest.assessment.reason if measured else None,
    )


def _progress(standing: ScoreboardCriterion) -> tuple[int, bool]:
    return bool(standing.observations) + standing.adopted, standing.adopted


def _easiest() -> tuple[str, Criterion]:
    """Return the first promise of an easy kind whose figure the strategy has, with its strategy."""
    return next(
        (strategy.id, criterion)
        for strategy in strategies.catalogue()
        for criterion in strategy.criteria
        if criterion.indicator.kind in EASY and criterion.indicator.target.value is not None
    )
