"""The strategies Pejling ships with, and their criteria by id."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from models.errors import InputError
from models.strategy.paper import load
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy


@cache
def catalogue() -> tuple[Strategy, ...]:
    """Return every shipped strategy, in the order of the files."""
    return tuple(load.load(strategy_id) for strategy_id in load.available())


def strategy(strategy_id: str) -> Strategy:
    """Return a strategy; InputError names those there are."""
    by_id = {strategy.id: strategy for strategy in catalogue()}
    if strategy_id in by_id:
        return by_id[strategy_id]
    raise InputError(
        "Strategien ”{strategy}” findes ikke. Vælg en af disse: {expected}.",
        strategy=strategy_id,
        expected=", ".join(by_id),
    )


@cache
def criteria() -> Mapping[str, Criterion]:
    """Return every criterion of every strategy by its id."""
    return {criterion.id: criterion for strategy in catalogue() for criterion in strategy.criteria}


def strategy_of(criterion_id: str) -> Strategy:
    """Return the strategy that a criterion stands in; StopIteration when there is none such."""
    return next(
        strategy for strategy in catalogue() if criterion_id in {c.id for c in strategy.criteria}
    )


def criterion(criterion_id: str) -> Criterion:
    """Return a criterion; InputError names the nearest id there is."""
    by_id = criteria()
    if criterion_id in by_id:
        return by_id[criterion_id]
    near = get_close_matches(criterion_id, by_id, n=1, cutoff=0) or list(by_id)
    raise InputError(
        "Kriteriet ”{criterion}” findes ikke. Det nærmeste er {near}.",
        criterion=criterion_id,
        near=near[0],
    )
