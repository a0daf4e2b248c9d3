"""The question about a figure between 0 and 1 beside figures above 1: 0.45 where 45 is meant.

It is asked wherever a percentage is put in: an observation and every figure of a target but the
tolerance, which may well be half a point, on the pages, in files and on the command line.
"""

from collections.abc import Iterable, Mapping

from models.errors import InputError
from models.services.promises.observation_check import ValueScale
from models.strategy.observation import Observation
from models.strategy.target import PERCENT_KINDS, WHOLE, Target


def is_fraction(value: float | None) -> bool:
    """Whether a figure lies between 0 and 1, and so may be a share written as a fraction."""
    return value is not None and 0 < value < 1


def check_observation(observation: Observation, scale: ValueScale, target: Target | None) -> None:
    """Raise InputError for a value between 0 and 1 where the target is above 1.

    Where no target is set yet, a percentage is held against the whole hundred.
    """
    limits = [] if target is None else [target.target, target.low, target.high]
    adopted = [limit for limit in limits if limit is not None]
    value = observation.value
    if is_fraction(value) and _any_above_1(adopted or [scale.high if scale.percent else None]):
        raise InputError(
            "{value} er under 1, men målet er over 1. Er det en andel, så skriv {hundredfold}. "
            "Er tallet rigtigt, så bekræft det: sæt hak på siden, eller brug --as-written.",
            field="value",
            value=value,
            hundredfold=_hundredfold(value),
        )


def check_target(target: Target) -> None:
    """Raise InputError for a figure between 0 and 1 beside another of the target that is above 1.

    A percentage is held against the whole hundred as well; `field` names the figure.
    """
    figures = figures_of(target)
    whole = WHOLE if target.kind in PERCENT_KINDS else None
    for field, values in figures.items():
        for value in filter(is_fraction, values):
            if _any_above_1([whole, *(other for many in figures.values() for other in many)]):
                raise InputError(
                    "Feltet {field}: {value} er under 1, men de andre tal er over 1. Er det en "
                    "andel, så skriv {hundredfold}. Er tallet rigtigt, så bekræft det: sæt hak "
                    "på siden, eller brug --as-written.",
                    field=field,
                    value=value,
                    hundredfold=_hundredfold(value),
                )


def figures_of(target: Target) -> Mapping[str, tuple[float, ...]]:
    """Field -> the figures of a target that are in the unit of its observations."""
    fields = ("baseline", "target", "low", "high")
    single = {field: getattr(target, field) for field in fields}
    adopted = {field: (value,) for field, value in single.items() if value is not None}
    return {**adopted, "points": tuple(value for _day, value in target.points)}


def _any_above_1(figures: Iterable[float | None]) -> bool:
    return any(figure is not None and figure > 1 for figure in figures)


def _hundredfold(value: float) -> float:
    return round(100 * value, 6)
