"""The value expected on the due date if a criterion goes on as it has done (R1, section 8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations
from math import inf, sqrt
from statistics import fmean, median

from scipy.special import stdtr, stdtrit

from models.strategy.observation import Observation
from models.strategy.rule.assessment import Status
from models.strategy.rule.evidence import adequate
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import (
    FROM_SURVEY,
    NEGLIGIBLE,
    PERCENT_KINDS,
    WHOLE,
    Direction,
    IndicatorKind,
    Target,
)

DAYS_A_YEAR = 365.25
Point = tuple[date, float]


class Outlook(StrEnum):
    """The prospect of reaching the target by its due date, if things go on as they have."""

    LIKELY = "likely"
    UNCERTAIN = "uncertain"
    UNLIKELY = "unlikely"


@dataclass(frozen=True)
class Forecast:
    """A line through the values, prolonged to the due date.

    n: the points of the line; first, last: the days of the earliest and the latest.
    slope: in the indicator's unit a year. due: the day it is prolonged to.
    point, low, high: the value on that day and its interval, in the indicator's unit and inside
    its scale. probability: of reaching the target, 0 to 1. spread, error, quantile: s, se and t of
    the interval. All from low on, and outlook, are None for three points.
    indicative: only three points, or a time ahead longer than the time measured.
    """

    n: int
    first: date
    last: date
    due: date
    slope: float
    point: float
    indicative: bool
    low: float | None = None
    high: float | None = None
    probability: float | None = None
    outlook: Outlook | None = None
    spread: float | None = None
    error: float | None = None
    quantile: float | None = None


def forecast(
    target: Target | None, observations: Sequence[Observation], *, as_of: date, rule: Rule = CURRENT
) -> Forecast | None:
    """Return the forecast of a target; None without a due date ahead, or with too few points.

    None too where a target that stays reached once is reached.
    observations: those that count, as `counting_observations` returns them; days after as_of are
    left out. A milestone has none: its plan says when it will be done.
    Source: Theil 1950, Sen 1968 for the line; the interval is that of a new value about a line.
    """
    if target is None or target.due is None or target.kind is IndicatorKind.MILESTONE:
        return None
    points = _points(target, observations, as_of=as_of, rule=rule)
    if len(points) < rule.forecast_points or as_of > target.due or points[-1][0] >= target.due:
        return None
    if target.lasting and any(target.reached(value) for _, value in points):
        return None
    return _prolonged(target, target.due, points, rule)


def headline(status: Status, outlook: Forecast | None) -> Status:
    """Return the status after the forecast: it may take a green away, and never gives one.

    Only on track becomes at risk, where the target is unlikely and the forecast not indicative.
    """
    if outlook is None or outlook.indicative or status is not Status.ON_TRACK:
        return status
    return Status.AT_RISK if outlook.outlook is Outlook.UNLIKELY else status


def _points(
    target: Target, observations: Sequence[Observation], *, as_of: date, rule: Rule
) -> list[Point]:
    """Return the values of the newest series by day, the baseline among them where it belongs.

    The baseline was measured with the same instrument where the series says so: a value of its
    day counts as it stands. Without one it counts where nothing says otherwise: the criterion is
    no survey and its series has never changed.
    """
    described = [observation for observation in observations if observation.ref <= as_of]
    usable = adequate(target, described, rule=rule)
    if not usable:
        return []
    series = usable[-1].series
    values = {row.ref: row.value for row in usable if row.series == series}
    survey = target.kind is IndicatorKind.SURVEY or target.source.startswith(FROM_SURVEY)
    changed = any(row.series != series for row in described)
    start, baseline = target.baseline_on, target.baseline
    if start is not None and baseline is not None and not (survey or changed or start > as_of):
        values.setdefault(start, baseline)
    return sorted(values.items())


def _prolonged(target: Target, due: date, points: Sequence[Point], rule: Rule) -> Forecast:
    """Return the line through the points with the median of all slopes, and its value at due."""
    first, last = points[0][0], points[-1][0]
    years = [(day - first).days / DAYS_A_YEAR for day, _ in points]
    values = [value for _, value in points]
    slope = median(
        (later - value) / (after - year)
        for (year, value), (after, later) in combinations(zip(years, values, strict=True), 2)
    )
    intercept = median(value - slope * year for year, value in zip(years, values, strict=True))
    ahead = (due - first).days / DAYS_A_YEAR
    middle = intercept + slope * ahead
    line = Forecast(
        n=len(points),
        first=first,
        last=last,
        due=due,
        slope=slope,
        point=_on_scale(target, middle),
        indicative=len(points) < rule.forecast_interval_points or due - last > last - first,
    )
    if len(points) < rule.forecast_interval_points:
        return line
    residuals = [
        value - intercept - slope * year for year, value in zip(years, values, strict=True)
    ]
    freedom = len(points) - 2
    spread = sqrt(sum(residual**2 for residual in residuals) / freedom)
    away = (ahead - fmean(years)) ** 2 / sum((year - fmean(years)) ** 2 for year in years)
    error = spread * sqrt(1 + 1 / len(points) + away)
    quantile = float(stdtrit(freedom, (1 + rule.pi_level) / 2))
    probability = _probability(target, middle, error, freedom)
    return replace(
        line,
        low=_on_scale(target, middle - quantile * error),
        high=_on_scale(target, middle + quantile * error),
        probability=probability,
        outlook=_outlook(probability, rule),
        spread=spread,
        error=error,
        quantile=quantile,
    )


def _probability(target: Target, middle: float, error: float, freedom: int) -> float:
    """Return the probability that a value about the middle reaches the target.

    Values without any spread lie on a line: it reaches the target or does not.
    """
    if error <= NEGLIGIBLE:
        return float(target.reached(middle))
    if target.direction is Direction.MAINTAIN:
        low, high = target.low, target.high
        above = inf if high is None else (high - middle) / error
        below = -inf if low is None else (low - middle) / error
        return float(stdtr(freedom, above) - stdtr(freedom, below))
    if target.target is None:
        return 0.0
    ahead = middle - target.target
    return float(
        stdtr(freedom, (-ahead if target.direction is Direction.DECREASE else ahead) / error)
    )


def _outlook(probability: float, rule: Rule) -> Outlook:
    if probability >= rule.p_likely:
        return Outlook.LIKELY
    return Outlook.UNLIKELY if probability <= rule.p_unlikely else Outlook.UNCERTAIN


def _on_scale(target: Target, value: float) -> float:
    """Return the nearest value that the indicator can have."""
    if target.kind in PERCENT_KINDS:
        return min(max(value, 0.0), float(WHOLE))
    return max(value, 0.0) if target.kind is IndicatorKind.COUNT else value
