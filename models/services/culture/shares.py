"""What people have done and would recommend, as shares with their intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from models.strategy.interval import wilson
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.question import Item
from survey.release.blocks import BOTTOM
from survey.release.figure import HIDDEN, Figures
from survey.scoring.scored_responses import stage_items

_Z_90 = NormalDist().inv_cdf(0.95)
_UPPER = (7, 8, 9, 10)


@dataclass(frozen=True)
class Share:
    """The share of n people who say yes, in percent, with its 95 % interval (Wilson)."""

    percent: float
    n: int
    low: float
    high: float


@dataclass(frozen=True)
class Recommendation:
    """How likely people would recommend their workplace: 0 to 10.

    mean: of n answers. shares: answer -> percent of all answers, whole, 5 standing for 5 or less.
    low, high: the 90 % interval of the balance, percent with 9 or 10 less percent with 0 to 6, -100
    to 100; None where the published shares do not hold it.
    """

    mean: float
    n: int
    shares: Mapping[int, float]
    low: float | None = None
    high: float | None = None


def funnel(
    cells: Figures, unit: Unit, instrument: Instrument
) -> tuple[tuple[Item, Share | None], ...]:
    """The stages an idea goes through, each with the share of people who took part in it."""
    return tuple((item, _share(cells, unit, item.id)) for item in stage_items(instrument))


def _share(cells: Figures, unit: Unit, measure: str) -> Share | None:
    figure = cells.get((unit.id, "", measure), HIDDEN)
    if figure.favourable is None or figure.favourable_n is None:
        return None
    percent, n = float(figure.favourable), figure.favourable_n
    population = unit.staff if unit.staff is not None and unit.staff >= n else None
    return Share(percent, n, *wilson(percent, n, population))


def recommendation(
    cells: Figures, unit: Unit, item: Item, answers: Sequence[int]
) -> Recommendation | None:
    """The published answers to the item of recommendation; None when they are hidden."""
    whole = cells.get((unit.id, "", item.id), HIDDEN)
    if whole.mean is None or whole.n is None:
        return None
    of_answers = {
        answer: cells.get((unit.id, "", f"{item.id}={answer}"), HIDDEN).favourable
        for answer in answers
    }
    shares = {answer: float(share) for answer, share in of_answers.items() if share is not None}
    return Recommendation(whole.mean / 10, whole.n, shares, *_balance(shares, whole.n))


def _balance(shares: Mapping[int, float], n: int) -> tuple[float, float] | tuple[None, None]:
    """From the four uppermost answers alone: what is not 7 or more is 6 or less.

    A share published as "5 or less" may be anything from 0 up to there, so the interval holds both.
    Source of the variance: (p + q - (p - q)^2) / n for a difference of two shares of the same n.
    """
    if not all(answer in shares for answer in _UPPER):
        return None, None
    least = {answer: 0.0 if shares[answer] <= BOTTOM else shares[answer] for answer in _UPPER}
    most = {answer: shares[answer] for answer in _UPPER}
    return _end(least, n, -_Z_90), _end(most, n, _Z_90)


def _end(shares: Mapping[int, float], n: int, z: float) -> float:
    promoting = (shares[9] + shares[10]) / 100
    against = max(0.0, 1 - sum(shares.values()) / 100)
    balance = promoting - against
    spread = sqrt(max(promoting + against - balance**2, 0.0) / n)
    return 100 * min(1.0, max(-1.0, balance + z * spread))
