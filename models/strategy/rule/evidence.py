"""The observations strong enough to assess by, and their intervals (R1, section 7)."""

from collections.abc import Iterable
from dataclasses import replace

from models.strategy.interval import ROUNDING, wilson
from models.strategy.observation import Observation
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import FROM_SURVEY, PERCENT_KINDS, WHOLE, IndicatorKind, Target

# A share this near to its own k of n, in percent, was not rounded to whole percent.
_EXACT = 0.005


def adequate(
    target: Target, observations: Iterable[Observation], *, rule: Rule = CURRENT
) -> tuple[Observation, ...]:
    """Return the observations without the shares of too few valid answers (`min_n_survey`).

    A share that was written with fewer decimals than its answers have is that of its answers.
    """
    return tuple(
        _of_answers(target, observation)
        for observation in observations
        if not too_small(target, observation, rule=rule)
    )


def _of_answers(target: Target, observation: Observation) -> Observation:
    if observation.k is None or not observation.n or target.kind not in PERCENT_KINDS:
        return observation
    share = WHOLE * observation.k / observation.n
    if share == observation.value or abs(share - observation.value) > _EXACT:
        return observation
    return replace(observation, value=share)


def too_small(target: Target, observation: Observation, *, rule: Rule = CURRENT) -> bool:
    """Whether a share has too few valid answers behind it; of a survey also when none is said.

    A percentage without a number of answers is a full count.
    """
    if target.kind not in PERCENT_KINDS:
        return False
    if observation.n is None:
        return target.kind is IndicatorKind.SURVEY
    return observation.n < rule.min_n_survey


def few_answered(observation: Observation, *, rule: Rule = CURRENT) -> bool:
    """Whether so few answered that they may not stand for all; False where it is unknown."""
    return observation.response is not None and observation.response < rule.min_response


def interval(
    target: Target, observation: Observation, *, rule: Rule = CURRENT
) -> tuple[float, float] | None:
    """Return the interval, in percent, of a share of a number of answers; None otherwise.

    A share that is published in whole percent, or that has no k, may lie half a percent off: its
    interval holds that too.
    """
    if target.kind not in PERCENT_KINDS or not observation.n:
        return None
    share = observation.value if observation.k is None else WHOLE * observation.k / observation.n
    rounded = (
        observation.k is None
        or target.source.startswith(FROM_SURVEY)
        or abs(share - observation.value) > _EXACT
    )
    return wilson(
        share,
        observation.n,
        observation.population,
        rounding=ROUNDING if rounded else 0.0,
        level=rule.interval_level,
    )
