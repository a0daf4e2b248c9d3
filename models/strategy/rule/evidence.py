"""The observations strong enough to assess by, and their intervals (R1, section 7)."""

from collections.abc import Iterable

from models.strategy.interval import wilson
from models.strategy.observation import Observation
from models.strategy.target import PERCENT_KINDS, IndicatorKind, Target

# Fewer valid answers than this decide no status.
FEWEST_ANSWERS = 30


def adequate(target: Target, observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the observations without the shares of fewer than 30 valid answers."""
    return tuple(observation for observation in observations if not too_small(target, observation))


def too_small(target: Target, observation: Observation) -> bool:
    """Whether a share has too few valid answers behind it; of a survey also when none is said.

    A percentage without a number of answers is a full count.
    """
    if target.kind not in PERCENT_KINDS:
        return False
    if observation.n is None:
        return target.kind is IndicatorKind.SURVEY
    return observation.n < FEWEST_ANSWERS


def interval(target: Target, observation: Observation) -> tuple[float, float] | None:
    """Return the 95 % interval, in percent, of a share of a number of answers; None otherwise."""
    if target.kind not in PERCENT_KINDS or not observation.n:
        return None
    k, n = observation.k, observation.n
    return wilson(observation.value if k is None else 100 * k / n, n, observation.population)
