"""The strategies that an installation works with."""

from models.services.promises import strategies
from models.storage import Db
from models.storage.steering import observations, targets
from models.strategy.paper.strategy import Strategy


def strategies_in_use(db: Db) -> tuple[Strategy, ...]:
    """Return each strategy for which somebody has set a target or measured."""
    ids = targets.criteria(db) | observations.criteria(db)
    return tuple(
        strategy
        for strategy in strategies.catalogue()
        if any(criterion.id in ids for criterion in strategy.criteria)
    )
