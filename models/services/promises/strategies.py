"""The strategies Pejling ships with, and finding one of their promises by its id."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from models.errors import InputError
from models.strategy.paper import load
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy


@cache
def catalogue() -> tuple[Strategy, ...]:
    """Every shipped strategy, in the order of the files."""
    return tuple(load.load(strategy_id) for strategy_id in load.available())


def strategy(strategy_id: str) -> Strategy:
    """One strategy; raises InputError naming those there are."""
    for one in catalogue():
        if one.id == strategy_id:
            return one
    raise InputError(
        "Strategien „{strategy}“ findes ikke. Vælg en af disse: {expected}.",
        strategy=strategy_id,
        expected=", ".join(one.id for one in catalogue()),
    )


@cache
def criteria() -> Mapping[str, Criterion]:
    """Every criterion of every strategy by its id."""
    return {one.id: one for whole in catalogue() for one in whole.criteria}


def criterion(criterion_id: str) -> Criterion:
    """One criterion; raises InputError naming the nearest id there is."""
    known = criteria()
    if criterion_id in known:
        return known[criterion_id]
    near = get_close_matches(criterion_id, known, n=1, cutoff=0) or list(known)
    raise InputError(
        "Kriteriet „{criterion}“ findes ikke. Det nærmeste er {near}.",
        criterion=criterion_id,
        near=near[0],
    )
