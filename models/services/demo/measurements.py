"""The observations of the invented promises, each along its promise's course."""

from datetime import date

from numpy.random import Generator

from models.services.demo.courses import Course, walked
from models.services.demo.promises import BEGAN, ENTERED_AFTER, Promise
from models.strategy.observation import Observation
from models.strategy.target import IndicatorKind, Target

RESPONDENTS, INVITED = 900, 1400
# Of the whole way: enough to look measured, too little to change a course.
NOISE = 0.006
EVIDENCE = "opdigtet"


def measured(promise: Promise, on: date, chance: Generator) -> tuple[Observation, ...]:
    """Return the observations entered by a day, along the promise's course."""
    return tuple(
        _observation(promise, day, chance) for day in promise.days if day + ENTERED_AFTER <= on
    )


def _observation(promise: Promise, day: date, chance: Generator) -> Observation:
    target = promise.target
    value = _walked(promise, target, day, chance) if target else _milestone(promise, day)
    survey = promise.criterion.indicator.kind is IndicatorKind.SURVEY
    k = round(RESPONDENTS * value / 100)
    return Observation(
        promise.criterion.id,
        ref=day,
        value=round(100 * k / RESPONDENTS, 1) if survey else value,
        recorded=day + ENTERED_AFTER,
        k=k if survey else None,
        n=RESPONDENTS if survey else None,
        population=INVITED if survey else None,
        evidence=EVIDENCE,
    )


def _milestone(promise: Promise, day: date) -> float:
    due = promise.criterion.due or BEGAN
    reached = promise.course is Course.KEPT and day >= due
    return float(reached or (promise.course is Course.LATE and day > due))


def _walked(promise: Promise, target: Target, day: date, chance: Generator) -> float:
    baseline, end = target.baseline or 0.0, target.target or 0.0
    start, due = target.baseline_on or BEGAN, target.due or BEGAN
    time = min(1.0, (day - start) / (due - start))
    course = Course.KEPT if day > due else promise.course
    share = walked(course, time, turned=day >= promise.turn)
    value = baseline + (end - baseline) * (share + float(chance.normal(0, NOISE)))
    if promise.criterion.indicator.kind is IndicatorKind.COUNT:
        return float(max(0, round(value)))
    return round(min(100.0, max(0.0, value)), 1)
