"""The measurements strong enough to assess by, and their intervals (R1, section 7)."""

from collections.abc import Iterable

from models.strategy.interval import wilson
from models.strategy.observation import Observation
from models.strategy.target import IndicatorKind, Target

# Fewer valid answers than this decide no status.
FEWEST_ANSWERS = 30


def adequate(target: Target, observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the observations without the surveys of fewer than 30 valid answers."""
    return tuple(observation for observation in observations if not too_small(target, observation))


def too_small(target: Target, observation: Observation) -> bool:
    """Whether a survey had too few valid answers, or their number is missing."""
    if target.kind is not IndicatorKind.SURVEY:
        return False
    return observation.n is None or observation.n < FEWEST_ANSWERS


def interval(target: Target, observation: Observation) -> tuple[float, float] | None:
    """Return the 95 % interval of a survey's value, in percent; None for every other figure."""
    if target.kind is not IndicatorKind.SURVEY or not observation.n:
        return None
    k, n = observation.k, observation.n
    return wilson(observation.value if k is None else 100 * k / n, n, observation.population)
