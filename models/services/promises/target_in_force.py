"""The target a criterion is assessed by: the one somebody set, else the strategy's own words.

"alle" is 100 %, "de fleste" more than 50 %, and a milestone is done or not done. A word that needs
a baseline ("flere end i dag") cannot be assessed before somebody has measured one.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.services.promises.observation_check import (
    AMOUNT,
    ANYTHING,
    DONE_OR_NOT,
    PERCENT,
    ValueScale,
)
from models.storage import Db
from models.storage.steering import targets
from models.strategy.paper.criterion import Criterion, Operator, Origin
from models.strategy.target import DONE, IndicatorKind, PathShape, Target

SCALES = {
    IndicatorKind.PERCENTAGE: PERCENT,
    IndicatorKind.SURVEY: PERCENT,
    IndicatorKind.MILESTONE: DONE_OR_NOT,
    IndicatorKind.COUNT: AMOUNT,
    IndicatorKind.INDEX: ANYTHING,
}
NEEDS_BASELINE = frozenset({Operator.ABOVE_BASELINE, Operator.BELOW_BASELINE})


def targets_in_force(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> dict[str, Target]:
    """Return the target of each criterion that counted on a day; criteria without one are left out.

    The first target of a criterion counts also before the day it was entered, a later one from
    the day it was entered. knowledge_date None: the newest.
    """
    ids = tuple(criterion_ids)
    current = targets.current(db, ids, knowledge_date=knowledge_date)
    if knowledge_date is None:
        return current
    later = targets.current(db, tuple(id_ for id_ in ids if id_ not in current))
    return current | {id_: targets.history(db, id_)[0] for id_ in later}


def promised_due(db: Db, criteria: Iterable[Criterion]) -> dict[str, date]:
    """Return the due date first promised: the strategy's own, else that of the first target set.

    Criteria without either are left out. A later date moves the promise and does not replace it.
    """
    own = {criterion.id: criterion.due for criterion in criteria}
    first = targets.first_due(db, own)
    dates = {id_: due or first.get(id_) for id_, due in own.items()}
    return {id_: due for id_, due in dates.items() if due is not None}


def stated_target(criterion: Criterion, *, since: date | None) -> Target | None:
    """Return the target in the strategy's own words; None where the region must decide.

    since: the start of the strategy, on which no milestone of it was reached.
    A criterion to be better than a start that is not measured has a target without a figure.
    """
    indicator = criterion.indicator
    if indicator.target.origin is Origin.TO_BE_SET:
        return None
    milestone = indicator.target.operator is Operator.DONE
    return Target(
        criterion_id=criterion.id,
        kind=indicator.kind,
        direction=indicator.direction,
        baseline=0.0 if milestone and since else None,
        baseline_on=since if milestone else None,
        target=DONE if milestone else indicator.target.value,
        due=criterion.due,
        strict=indicator.target.operator is Operator.MORE_THAN or needs_baseline(criterion),
        frequency=indicator.frequency,
        sticky=milestone,
        shape=PathShape.STEP if milestone else PathShape.LINEAR,
        set_on=since or date.min,
    )


def needs_baseline(criterion: Criterion) -> bool:
    """Whether the criterion is to be better than a start that somebody must measure first."""
    return criterion.indicator.target.operator in NEEDS_BASELINE


def scale(criterion: Criterion, target: Target | None) -> ValueScale:
    """Return the values the criterion can have; a target may differ in kind from the indicator.

    A count whose unit names its whole ("af 3 emner") ends there.
    """
    kind = criterion.indicator.kind if target is None else target.kind
    total = criterion.indicator.total
    if kind is IndicatorKind.COUNT and total is not None:
        return replace(AMOUNT, high=total)
    return SCALES[kind]
