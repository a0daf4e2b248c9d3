"""The adopted target of a criterion: from where to where, by when, and how it is assessed."""

import re
from dataclasses import KW_ONLY, dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from models.errors import InputError


class IndicatorKind(StrEnum):
    """The sort of figure a criterion is assessed by."""

    PERCENTAGE = "percentage"
    COUNT = "count"
    INDEX = "index"
    SURVEY = "survey"
    MILESTONE = "milestone"


class Direction(StrEnum):
    """The way a value is meant to go; `maintain` means staying inside a range."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Frequency(StrEnum):
    """The interval between the measurements of a criterion."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALFYEARLY = "halfyearly"
    ANNUAL = "annual"
    BIENNIAL = "biennial"


class PathShape(StrEnum):
    """The course of the expected value between adopted points; `step` keeps each until the next."""

    LINEAR = "linear"
    STEP = "step"


# Figures closer than this count as equal: rounding in binary fractions must not decide a colour.
NEGLIGIBLE = 1e-9
# Shares are in percent.
WHOLE = 100
PERCENT_KINDS = frozenset({IndicatorKind.PERCENTAGE, IndicatorKind.SURVEY})
# The value of a milestone that is reached.
DONE = 1.0
# The sources of a criterion's values: entered by hand, or a dimension of a released survey.
RECORDED = "recorded"
FROM_SURVEY = "culture:"
SOURCE_PATTERN = rf"{RECORDED}|{FROM_SURVEY}\w+"


@dataclass(frozen=True)
class Target:
    """An adopted target; what is not adopted yet is None.

    baseline, target, tolerance, low, high: in the indicator's own unit; percentages are 0 to 100.
    strict: reaching the target exactly is not enough ("de fleste" = more than 50 %).
    sticky: once reached it stays reached (counts that only grow, milestones).
    low, high: the range of a maintain criterion, either end may be open.
    points: adopted interim values; with them the expected value is piecewise.
    source: "recorded", or "culture:<dimension>" when released survey results feed it.
    set_on: the day it was set; a later target with the same criterion replaces it from then on.
    """

    criterion_id: str
    kind: IndicatorKind
    direction: Direction
    baseline: float | None
    baseline_on: date | None
    target: float | None
    due: date | None
    _: KW_ONLY
    set_on: date
    strict: bool = False
    tolerance: float = 0.0
    frequency: Frequency = Frequency.ANNUAL
    sticky: bool = False
    shape: PathShape = PathShape.LINEAR
    low: float | None = None
    high: float | None = None
    points: tuple[tuple[date, float], ...] = ()
    owner: str = ""
    decision: str = ""
    source: str = RECORDED

    @property
    def lasting(self) -> bool:
        """Whether a target reached once stays reached."""
        return self.sticky or self.kind is IndicatorKind.MILESTONE

    def reached(self, value: float) -> bool:
        """Whether a value reaches the target, or lies inside the range to be held."""
        if self.direction is Direction.MAINTAIN:
            return self.outside(value) == 0
        if self.target is None:
            return False
        ahead = self.target - value if self.direction is Direction.DECREASE else value - self.target
        return ahead > NEGLIGIBLE if self.strict else ahead >= -NEGLIGIBLE

    def outside(self, value: float) -> float:
        """Return the distance of a value from the range to be held; 0 inside it."""
        below = 0.0 if self.low is None else self.low - value
        above = 0.0 if self.high is None else value - self.high
        distance = max(below, above)
        return distance if distance > NEGLIGIBLE else 0.0


def check(target: Target) -> None:
    """Raise InputError, with the field in `field`, for a target that contradicts itself.

    What is not adopted yet (None) is no error.
    """
    _check_figures(target)
    _check_path(target)
    _check_direction(target)
    _check_points(target)
    if not re.fullmatch(SOURCE_PATTERN, target.source):
        raise InputError(
            "Feltet {field}: skriv recorded eller culture: fulgt af en dimension.", field="source"
        )


def _check_figures(target: Target) -> None:
    for field in ("baseline", "target", "low", "high", "tolerance"):
        value = getattr(target, field)
        if value is None:
            continue
        if not isfinite(value):
            raise InputError("Feltet {field}: skriv et tal.", field=field)
        if target.kind in PERCENT_KINDS and not 0 <= value <= WHOLE:
            raise InputError("Feltet {field}: en andel ligger mellem 0 og 100.", field=field)
        if target.kind is IndicatorKind.COUNT and not (value >= 0 and value % 1 == 0):
            raise InputError("Feltet {field}: et antal er et helt tal fra 0 og op.", field=field)
    if target.tolerance < 0:
        raise InputError("Feltet {field}: en tolerance er ikke negativ.", field="tolerance")


def _check_path(target: Target) -> None:
    if (target.baseline is None) != (target.baseline_on is None):
        raise InputError(
            "Feltet {field}: udgangspunktet har både en værdi og en dag.", field="baseline_on"
        )
    if target.baseline_on is None or target.due is None:
        return
    if target.due <= target.baseline_on:
        raise InputError("Feltet {field}: fristen ligger efter udgangspunktet.", field="due")


def _check_direction(target: Target) -> None:
    """Require a limit of a range to be held, and of a change the direction it names."""
    if target.direction is Direction.MAINTAIN:
        if target.low is None and target.high is None:
            raise InputError("Feltet {field}: det, der skal holdes, har en grænse.", field="low")
        if target.low is not None and target.high is not None and target.low > target.high:
            raise InputError("Feltet {field}: ligger ikke under den nedre grænse.", field="high")
        return
    if target.baseline is None or target.target is None:
        return
    change = target.target - target.baseline
    wrong = change < 0 if target.direction is Direction.INCREASE else change > 0
    if wrong or (change == 0 and not target.strict):
        raise InputError(
            "Feltet {field}: målet ligger ikke den vej fra udgangspunktet, som retningen siger.",
            field="target",
        )


def _check_points(target: Target) -> None:
    """Require interim points in order of day, between the baseline and the due date."""
    if not target.points:
        return
    days = [day for day, _ in target.points]
    if days != sorted(set(days)) or not all(isfinite(value) for _, value in target.points):
        raise InputError("Feltet {field}: delmål står i datoorden, ét pr. dag.", field="points")
    if target.baseline_on is None or target.due is None:
        raise InputError(
            "Feltet {field}: delmål kræver et udgangspunkt og en frist.", field="points"
        )
    for day, value in target.points:
        if not target.baseline_on < day <= target.due:
            raise InputError(
                "Feltet {field}: {day} ligger ikke mellem udgangspunktet og fristen.",
                field="points",
                day=day.isoformat(),
            )
        if day == target.due and value != target.target:
            raise InputError("Feltet {field}: et delmål på fristen er målet selv.", field="points")
