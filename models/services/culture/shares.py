"""Shares of people who took part from idea to use, and who would recommend, with intervals."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.services.culture.results import ReleasedWave
from models.strategy.interval import ROUNDING, wilson
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.question import Item
from survey.release.blocks import BOTTOM
from survey.release.figure import HIDDEN, Figures
from survey.scoring.scored_responses import outcome_items, stage_items
from survey.statistics.balance import balance_interval

_UPPER = (7, 8, 9, 10)
# The balance is twice the shares of 9 and 10 and once those of 7 and 8, less 100.
_ROUNDED = 2**2 + 2**2 + 1 + 1


@dataclass(frozen=True)
class Share:
    """The share of n people who say yes, in percent, with its 95 % interval (Wilson)."""

    percent: float
    n: int
    low: float
    high: float


@dataclass(frozen=True)
class Stage:
    """A stage an idea goes through, with the shares of people who took part in it.

    own, whole: of a unit and of the region; None where hidden.
    """

    item: Item
    own: Share | None
    whole: Share | None


@dataclass(frozen=True)
class Recommendation:
    """The answers to whether people would recommend their workplace: 0 to 10.

    mean: of n answers. shares: answer -> percent of all answers, whole, 5 standing for 5 or less.
    low, high: the 90 % interval of the balance, percent with 9 or 10 less percent with 0 to 6, -100
    to 100; None where the published shares do not hold it.
    """

    item: Item
    mean: float
    n: int
    shares: Mapping[int, float]
    low: float | None = None
    high: float | None = None


def funnel(release: ReleasedWave, figures: Figures, unit: Unit) -> tuple[Stage, ...]:
    """The stages from idea to use, of a unit and of the region.

    figures: the published figures of both.
    """
    return tuple(
        Stage(item, _share(figures, unit, item.id), _share(figures, release.root, item.id))
        for item in stage_items(release.instrument)
    )


def _share(figures: Figures, unit: Unit, measure: str) -> Share | None:
    figure = figures.get((unit.id, "", measure), HIDDEN)
    if figure.favourable is None or figure.favourable_n is None:
        return None
    percent, n = float(figure.favourable), figure.favourable_n
    population = unit.staff if unit.staff is not None and unit.staff >= n else None
    return Share(percent, n, *wilson(percent, n, population, rounding=ROUNDING))


def recommendation(figures: Figures, unit_id: str, instrument: Instrument) -> Recommendation | None:
    """The published answers to the item of recommendation; None when hidden or not asked.

    The item is the one of eleven answers, 0 to 10, among the outcomes.
    """
    for item in outcome_items(instrument):
        scale = instrument.scale(item.scale)
        figure = figures.get((unit_id, "", item.id), HIDDEN)
        if scale.first == 0 and figure.mean is not None and figure.n is not None:
            of_answers = {
                answer: figures.get((unit_id, "", f"{item.id}={answer}"), HIDDEN).favourable
                for answer in scale.answers
            }
            shares = {a: float(share) for a, share in of_answers.items() if share is not None}
            interval = _balance(shares, figure.n)
            return Recommendation(item, figure.mean / 10, figure.n, shares, *interval)
    return None


def _balance(shares: Mapping[int, float], n: int) -> tuple[float, float] | tuple[None, None]:
    """The interval of the balance, in percent, from the four uppermost answers alone.

    What is not 7 or more is 6 or less. A share published as "5 or less" may be anything from 0 up
    to there, so the interval reaches from the lower end of the one to the upper end of the other.
    """
    if not all(answer in shares for answer in _UPPER):
        return None, None
    most = {answer: shares[answer] for answer in _UPPER}
    least = {answer: 0.0 if share <= BOTTOM else share for answer, share in most.items()}
    low, _high = _interval(least, n)
    _low, high = _interval(most, n)
    return 100 * low, 100 * high


def _interval(shares: Mapping[int, float], n: int) -> tuple[float, float]:
    promoting = (shares[9] + shares[10]) / 100
    against = max(0.0, 1 - sum(shares.values()) / 100)
    return balance_interval(promoting, against, n, rounded=_ROUNDED)
