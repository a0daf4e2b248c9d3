"""The red promises farthest from their targets, and the gap in the unit they are measured in."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from models.charts.promises.counts import red_standings
from models.charts.promises.figures import (
    in_percent,
    measured_figure,
    target_text,
    unit_word,
    yes_or_no,
)
from models.charts.promises.standing import CriterionStanding
from models.strategy.target import Direction
from models.wording import Words
from models.wording.decimals import decimals_apart

Standing = TypeVar("Standing", bound=CriterionStanding)
MOST = 5


def worst(standings: Sequence[Standing], most: int = MOST) -> tuple[Standing, ...]:
    """Return at most so many reds: measured ones first, by what they lack of their planned change.

    Then those that have no figure to lack, the longest overdue first.
    """
    return tuple(sorted(red_standings(standings), key=_rank)[:most])


def _rank(standing: CriterionStanding) -> tuple[bool, float, date]:
    lack = lacking(standing)
    return lack is None, -(lack or 0.0), due(standing) or date.max


def lacking(standing: CriterionStanding) -> float | None:
    """Return the share of the planned change that should be walked and is not; None unmeasured."""
    assessment = standing.assessment
    if (
        assessment.share_achieved is None
        or assessment.share_expected is None
        or yes_or_no(standing)
    ):
        return None
    return assessment.share_expected - assessment.share_achieved


def due(standing: CriterionStanding) -> date | None:
    """Return the due date in force, else the paper's; None where there is neither."""
    adopted = standing.target.due if standing.target else None
    return adopted or standing.criterion.due


def gap(standing: CriterionStanding) -> float:
    """Return the distance of the value from the target in its unit; 0 where there is none."""
    value, target = standing.assessment.value, standing.target
    if value is None or target is None or yes_or_no(standing):
        return 0.0
    if target.direction is Direction.MAINTAIN:
        return target.outside(value)
    if target.target is None or target.reached(value):
        return 0.0
    return abs(target.target - value)


def gap_text(standing: CriterionStanding, words: Words) -> str:
    """Return value, target and gap: "31 %, mål mindst 67 %: mangler 36 procentpoint"."""
    value, distance = standing.assessment.value, gap(standing)
    if value is None:
        return words.say("ingen måling")
    measured = measured_figure(value, standing, words)
    if yes_or_no(standing):
        return measured
    demand = target_text(standing, words)
    if not distance:
        return words.say("{value}, mål {target}", value=measured, target=demand)
    return words.say(
        "{value}, mål {target}: mangler {gap}",
        value=measured,
        target=demand,
        gap=distance_text(distance, standing, words),
    )


def distance_text(distance: float, standing: CriterionStanding, words: Words) -> str:
    """Return a difference between two values with its unit: "36 procentpoint", "12 dage"."""
    unit = words.say("procentpoint") if in_percent(standing) else unit_word(standing)
    return words.with_unit(words.number(distance, decimals_apart(distance, 0.0)), unit)
