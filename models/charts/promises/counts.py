"""The criteria counted by sign, and the red ones: the same on every page, chart and paper."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from models.charts.promises.signs import RED, Sign, sign_of
from models.charts.promises.standing import CriterionStanding

Standing = TypeVar("Standing", bound=CriterionStanding)


def sign_counts(standings: Iterable[CriterionStanding]) -> Counter[Sign]:
    """Return the number of criteria with each sign; a sign without any is absent."""
    return Counter(sign_of(standing.assessment) for standing in standings)


def red_standings(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return the red criteria: off track, missed, or due and never documented."""
    return tuple(standing for standing in standings if sign_of(standing.assessment) in RED)


def moved_counts(standings: Iterable[CriterionStanding]) -> tuple[int, int]:
    """Return how many due dates were moved later, and how many of those are red by the first."""
    moves = [standing.moved for standing in standings if standing.moved]
    return len(moves), sum(move.red for move in moves)


def red_count(counts: Counter[Sign]) -> int:
    """Return the number of red criteria among those counted by sign."""
    return sum(counts[sign] for sign in RED)
