"""The check of an observation: on its scale, within its counts, and not from the future."""

import math
from dataclasses import dataclass

from models.errors import InputError
from models.strategy.observation import Observation

# A percentage rounded to whole points may lie this far from its own k of n.
ROUNDING = 0.5 + 1e-6


@dataclass(frozen=True)
class ValueScale:
    """The values an indicator can have. percent: shares of a hundred; whole: no fractions."""

    low: float
    high: float
    percent: bool = False
    whole: bool = False


PERCENT = ValueScale(0, 100, percent=True)
DONE_OR_NOT = ValueScale(0, 1)
AMOUNT = ValueScale(0, math.inf, whole=True)
ANYTHING = ValueScale(-math.inf, math.inf)


def check(observation: Observation, scale: ValueScale) -> None:
    """Raise InputError for an impossible observation; its value `field` names the field."""
    _check_value(observation, scale)
    _check_counts(observation)
    _check_share(observation, scale)
    if observation.recorded < observation.ref:
        raise InputError(
            "En værdi kan ikke være indtastet ({recorded}), før den dag den beskriver ({ref}).",
            field="recorded",
            recorded=observation.recorded,
            ref=observation.ref,
        )


def _check_value(observation: Observation, scale: ValueScale) -> None:
    value = observation.value
    if scale.whole and not (value >= 0 and value % 1 == 0):
        raise InputError(
            "{value} er ikke et antal. Skriv et helt tal fra 0 og op, uden tusindtalstegn.",
            field="value",
            value=value,
        )
    if not math.isfinite(value) or not scale.low <= value <= scale.high:
        raise InputError(
            "{value} ligger uden for skalaen, som går fra {low} til {high}.",
            field="value",
            value=value,
            low=scale.low,
            high=scale.high,
        )


def _check_counts(observation: Observation) -> None:
    k, n, population = observation.k, observation.n, observation.population
    if min(k or 0, n or 0, population or 0) < 0:
        raise InputError("Et antal svar kan ikke være under 0.", field="n")
    if k is not None and (n is None or k > n):
        raise InputError(
            "Der kan ikke være flere positive svar (k = {k}) end svar i alt (n = {n}).",
            field="k",
            k=k,
            n="–" if n is None else n,
        )
    if population is not None and (n is None or n > population):
        raise InputError(
            "Der kan ikke være flere svar (n = {n}) end personer at spørge ({population}).",
            field="population",
            n="–" if n is None else n,
            population=population,
        )


def _check_share(observation: Observation, scale: ValueScale) -> None:
    k, n = observation.k, observation.n
    if not scale.percent or k is None or not n:
        return
    share = 100 * k / n
    if abs(share - observation.value) > ROUNDING:
        raise InputError(
            "Værdien {value} passer ikke med {k} af {n}, som er {share} %.",
            field="value",
            value=observation.value,
            k=k,
            n=n,
            share=round(share, 1),
        )
