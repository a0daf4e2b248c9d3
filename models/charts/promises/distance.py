"""How far a criterion is from its target and from the expected value, and how it moved: as text."""

from collections.abc import Sequence

from models.charts.promises.figures import (
    figure,
    in_percent,
    measured_figure,
    target_text,
    unit_word,
    yes_or_no,
)
from models.charts.promises.standing import CriterionStanding
from models.strategy.interval import newcombe
from models.strategy.observation import Observation
from models.strategy.rule.why.outcome import nearest_limit
from models.strategy.target import NEGLIGIBLE, Direction, Target
from models.wording import Words
from models.wording.decimals import decimals_apart


def to_target(standing: CriterionStanding, words: Words) -> str:
    """Return how far the value is from the target, in its own unit; nothing without both."""
    value, target = standing.assessment.value, standing.target
    if value is None or target is None or yes_or_no(standing):
        return ""
    limit = nearest_limit(standing.assessment, target)
    if limit is None:
        return ""
    aim = target_text(standing, words)
    if target.reached(value):
        if target.direction is Direction.MAINTAIN:
            return words.say("Inden for målet: {target}", target=aim)
        return words.say("Målet er nået: {target}", target=aim)
    if abs(limit - value) <= NEGLIGIBLE:
        return words.say("Præcis på grænsen, men målet er {target}", target=aim)
    gap = _difference(value, limit, standing, words)
    return words.say("{gap} fra målet: {target}", gap=gap, target=aim)


def to_expected(standing: CriterionStanding, words: Words) -> str:
    """Return how far the value is ahead of the expected value or behind; nothing without both."""
    assessment, target = standing.assessment, standing.target
    value, required = assessment.value, assessment.expected
    if value is None or required is None or target is None or yes_or_no(standing):
        return ""
    expected = figure(required, standing, words)
    if abs(value - required) <= NEGLIGIBLE:
        return words.say("Præcis som forventet den dag: {expected}", expected=expected)
    gap = _difference(value, required, standing, words)
    if _better(value, required, target):
        return words.say("{gap} foran det forventede {expected}", gap=gap, expected=expected)
    return words.say("{gap} bag det forventede {expected}", gap=gap, expected=expected)


def since_last(
    standing: CriterionStanding, observations: Sequence[Observation], words: Words
) -> str:
    """Return how the value moved since the measurement before it in the same series.

    observations: those that count, in order of the day they describe. Nothing where it is the first
    of its series. Of shares of answers a difference that chance may explain is no movement.
    """
    latest = _deciding(standing, observations)
    earlier = [row for row in observations if latest and _precedes(row, latest)]
    if latest is None or not earlier or yes_or_no(standing):
        return ""
    before = earlier[-1]
    place = {"value": measured_figure(before.value, standing, words), "day": words.day(before.ref)}
    if _by_chance(before, latest):
        return words.say("Ingen sikker ændring siden {day}, da tallet var {value}", **place)
    if abs(latest.value - before.value) <= NEGLIGIBLE:
        return words.say("Uændret siden {day}", day=words.day(before.ref))
    gap = _difference(latest.value, before.value, standing, words)
    if latest.value > before.value:
        return words.say("Steget {gap} siden {day}, da tallet var {value}", gap=gap, **place)
    return words.say("Faldet {gap} siden {day}, da tallet var {value}", gap=gap, **place)


def _deciding(
    standing: CriterionStanding, observations: Sequence[Observation]
) -> Observation | None:
    ref, value = standing.assessment.ref, standing.assessment.value
    rows = [row for row in observations if row.ref == ref and row.value == value]
    return rows[-1] if rows else None


def _precedes(row: Observation, latest: Observation) -> bool:
    return row.ref < latest.ref and row.series == latest.series


def _by_chance(before: Observation, latest: Observation) -> bool:
    """Whether two shares of answers differ by no more than chance may explain (R1, section 7)."""
    if not before.n or not latest.n:
        return False
    low, high = newcombe((before.value, before.n), (latest.value, latest.n))
    return low <= 0 <= high


def _better(value: float, other: float, target: Target) -> bool:
    return value < other if target.direction is Direction.DECREASE else value > other


def _difference(value: float, other: float, standing: CriterionStanding, words: Words) -> str:
    """Return the distance between two values with its unit, never rounded to nothing."""
    unit = words.say("procentpoint") if in_percent(standing) else unit_word(standing)
    number = words.number(abs(value - other), decimals_apart(value, other, least=1))
    return words.with_unit(number, unit)
