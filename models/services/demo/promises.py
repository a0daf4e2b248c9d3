"""Targets and observations of the invented region, for Hovedstaden's criteria."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import cycle

from numpy.random import Generator

from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion, Operator
from models.strategy.target import FROM_SURVEY, IndicatorKind, Target

BEGAN = date(2013, 1, 1)
ENTERED_AFTER = timedelta(days=25)
SET_AFTER = timedelta(days=60)
RESPONDENTS, INVITED = 900, 1400
# Of the whole way: enough to look measured, too little to change a course.
NOISE = 0.006
# The percentage a survey found when the promises were adopted, and what they hope for.
SURVEYED, HOPED = 5.0, (15.0, 20.0, 45.0)
OWNER = "Opdigtet direktion"
DECISION = "Opdigtet beslutning {year}"
EVIDENCE = "opdigtet"


class Course(StrEnum):
    """The true course of a promise; the due day of the first four is past, of three not."""

    KEPT = "kept"
    BROKEN = "broken"
    LATE = "late"
    SILENT = "silent"
    WALKING = "walking"
    DAWDLING = "dawdling"
    STUCK = "stuck"
    UNMEASURED = "unmeasured"
    UNSET = "unset"


RUN_OUT = (Course.KEPT, Course.BROKEN, Course.SILENT, Course.LATE, Course.KEPT, Course.UNSET)
RUNNING = (Course.WALKING, Course.DAWDLING, Course.STUCK, Course.UNMEASURED, Course.WALKING)
# How much of the way that should be walked is walked.
PACE = {
    Course.KEPT: 1.06,
    Course.BROKEN: 0.75,
    Course.LATE: 0.85,
    Course.WALKING: 1.08,
    Course.DAWDLING: 0.80,
    Course.STUCK: 0.30,
}


@dataclass(frozen=True)
class Promise:
    """A criterion with its course, the target set for it, if any, and the days measured."""

    criterion: Criterion
    course: Course
    target: Target | None
    days: tuple[date, ...]


def promises(criteria: Iterable[Criterion], on: date, chance: Generator) -> tuple[Promise, ...]:
    """Every second criterion keeps the paper's due day, every other was adopted anew."""
    run_out, running, hoped = cycle(RUN_OUT), cycle(RUNNING), cycle(HOPED)
    promised = []
    for place, criterion in enumerate(criteria):
        if criterion.measured_by.startswith(FROM_SURVEY):
            promised.append(_from_survey(criterion, next(hoped), on))
        elif place % 2 and criterion.indicator.kind is not IndicatorKind.MILESTONE:
            promised.append(_anew(criterion, next(running), on, chance))
        else:
            promised.append(_as_written(criterion, next(run_out), chance))
    return tuple(promised)


def _ends_of_years(first: int, last: int) -> tuple[date, ...]:
    return tuple(date(year, 12, 31) for year in range(first, last + 1))


def _as_written(criterion: Criterion, course: Course, chance: Generator) -> Promise:
    due = criterion.due or BEGAN
    last = due.year + (course is Course.LATE)
    days = () if course in {Course.SILENT, Course.UNSET} else _ends_of_years(BEGAN.year, last)
    if course is Course.UNSET or criterion.indicator.kind is IndicatorKind.MILESTONE:
        return Promise(criterion, course, None, days)
    return Promise(criterion, course, _target(criterion, BEGAN, due, chance), days)


def _anew(criterion: Criterion, course: Course, on: date, chance: Generator) -> Promise:
    start, due = date(on.year - 4, 12, 31), date(on.year + 2, 12, 31)
    days = () if course is Course.UNMEASURED else _ends_of_years(on.year - 4, on.year - 1)
    return Promise(criterion, course, _target(criterion, start, due, chance), days)


def _from_survey(criterion: Criterion, hoped: float, on: date) -> Promise:
    """A promise that the survey answers: its figures come with the release, not from here."""
    start, due = date(on.year - 4, 12, 31), date(on.year + 2, 12, 31)
    target = Target(
        criterion.id,
        IndicatorKind.SURVEY,
        criterion.indicator.direction,
        SURVEYED,
        start,
        hoped,
        due,
        set_on=start,
        owner=OWNER,
        decision=DECISION.format(year=start.year),
        source=criterion.measured_by,
    )
    return Promise(criterion, Course.WALKING, target, ())


def _target(criterion: Criterion, start: date, due: date, chance: Generator) -> Target:
    """The paper's own figure where it has one, else one that such a region could have adopted."""
    indicator = criterion.indicator
    baseline, change = _span(indicator.kind, chance)
    stated = indicator.target.value
    return Target(
        criterion.id,
        indicator.kind,
        indicator.direction,
        0.0 if stated is not None and stated <= baseline else baseline,
        start,
        baseline + change if stated is None else stated,
        due,
        set_on=start + SET_AFTER,
        strict=indicator.target.operator is Operator.MORE_THAN,
        sticky=indicator.kind is IndicatorKind.COUNT,
        owner=OWNER,
        decision=DECISION.format(year=start.year),
    )


def _span(kind: IndicatorKind, chance: Generator) -> tuple[float, float]:
    """A baseline and the change from there, in the indicator's own unit."""
    match kind:
        case IndicatorKind.COUNT:
            return float(chance.integers(0, 3)), float(chance.integers(18, 30))
        case IndicatorKind.INDEX:
            return float(chance.integers(46, 55)), float(chance.integers(11, 16))
        case _:
            return float(chance.integers(15, 38)), float(chance.integers(30, 45))


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
    share = min(1.0, (day - start) / (due - start))
    pace = PACE[Course.KEPT] if day > due else PACE[promise.course]
    value = baseline + (end - baseline) * (share * pace + float(chance.normal(0, NOISE)))
    if promise.criterion.indicator.kind is IndicatorKind.COUNT:
        return float(max(0, round(value)))
    return round(min(100.0, max(0.0, value)), 1)
