"""The promises of the invented region: a target and a course for Hovedstaden's criteria."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, cycle

from numpy.random import Generator

from models.services.demo.courses import RUN_OUT, RUNNING, Course
from models.services.demo.people_in_charge import owner_of
from models.strategy.paper.criterion import Criterion, Operator
from models.strategy.target import (
    DONE,
    FROM_SURVEY,
    Frequency,
    IndicatorKind,
    PathShape,
    Target,
)

STRATEGY = "hovedstaden"
BEGAN = date(2013, 1, 1)
ENTERED_AFTER = timedelta(days=25)
SET_AFTER = timedelta(days=60)
# The percentage a survey found when the promises were adopted, and what they hope for.
SURVEYED, HOPED = 5.0, (15.0, 20.0, 45.0)
DECISION = "Opdigtet beslutning {year}"
MOVED = "Opdigtet beslutning {year}, punkt 7: fristen flyttes to år"
# Of those with a due day ahead, every third was adopted with an earlier one.
EVERY_MOVED = 3
# Days before today of the last move, between two meetings of the committee.
JUST_MOVED = timedelta(days=75)
# Of the milestones every so many-th is still to be done, by a plan so many days after its due day.
EVERY_PLANNED = 3
SLIPS = (0, 35, 190)


@dataclass(frozen=True)
class Promise:
    """A criterion with its course, the target set for it, if any, and the days measured.

    earlier: the target before it, due earlier. turn: from this day the course is another. slip:
    days of a milestone's plan after its due day.
    """

    criterion: Criterion
    course: Course
    target: Target | None
    days: tuple[date, ...]
    earlier: Target | None = None
    turn: date = date.max
    slip: int | None = None


def promises(criteria: Iterable[Criterion], on: date, chance: Generator) -> tuple[Promise, ...]:
    """Every second criterion keeps the paper's due day, every other was adopted anew.

    So was every third milestone.
    """
    run_out, running, hoped = cycle(RUN_OUT), cycle(RUNNING), cycle(HOPED)
    moved, planned, slips = (count() for _ in range(3))
    promised: list[Promise] = []
    themes: dict[str, int] = {}
    for place, criterion in enumerate(criteria):
        owner = owner_of(themes.setdefault(criterion.theme_id, len(themes)))
        milestone = criterion.indicator.kind is IndicatorKind.MILESTONE
        if criterion.measured_by.startswith(FROM_SURVEY):
            promise = _from_survey(criterion, next(hoped), on)
        elif milestone and next(planned) % EVERY_PLANNED == 1:
            promise = _planned(criterion, SLIPS[next(slips) % len(SLIPS)], on)
        elif place % 2 and not milestone:
            promise = _anew(criterion, next(running), on, chance)
            number = next(moved)
            target = promise.target
            if target is not None and number % EVERY_MOVED == 1:
                promise = _moved(promise, target, on, just=number % 2 == 0)
        else:
            promise = _as_written(criterion, next(run_out), chance)
        promised.append(_owned(promise, owner))
    return tuple(promised)


def _owned(promise: Promise, owner: str) -> Promise:
    """Return the promise with an owner of every target it has had."""
    target, earlier = (
        replace(target, owner=owner) if target else None
        for target in (promise.target, promise.earlier)
    )
    return replace(promise, target=target, earlier=earlier)


def _ends_of_years(first: int, last: int) -> tuple[date, ...]:
    return tuple(date(year, 12, 31) for year in range(first, last + 1))


def _as_written(criterion: Criterion, course: Course, chance: Generator) -> Promise:
    due = criterion.due or BEGAN
    last = due.year + (course is Course.LATE)
    days = () if course in {Course.SILENT, Course.UNSET} else _ends_of_years(BEGAN.year, last)
    if course is Course.UNSET or criterion.indicator.kind is IndicatorKind.MILESTONE:
        return Promise(criterion, course, None, days)
    return Promise(criterion, course, _target(criterion, BEGAN, due, chance), days)


def _halves_of_years(first: date, last: date) -> tuple[date, ...]:
    """Return the last day of each half-year from one day to another."""
    days = (
        date(year, month, day)
        for year in range(first.year, last.year + 1)
        for month, day in ((6, 30), (12, 31))
    )
    return tuple(day for day in days if first <= day <= last)


def _anew(criterion: Criterion, course: Course, on: date, chance: Generator) -> Promise:
    """A promise with its due day ahead; a survey is made once a year, all else twice."""
    start, due = date(on.year - 4, 12, 31), date(on.year + 2, 12, 31)
    yearly = criterion.indicator.kind is IndicatorKind.SURVEY
    days = _ends_of_years(on.year - 4, on.year - 1) if yearly else ()
    days = days or _halves_of_years(start, on - ENTERED_AFTER)
    if course is Course.UNMEASURED:
        days = ()
    frequency = Frequency.ANNUAL if yearly else Frequency.HALFYEARLY
    target = replace(_target(criterion, start, due, chance), frequency=frequency)
    turn = date(on.year - 1, 6, 30)
    if course in {Course.FALLEN_NOW, Course.TURNED_NOW}:
        turn = max(day for day in days if day + ENTERED_AFTER <= on)
    return Promise(criterion, course, target, days, turn=turn)


def _moved(promise: Promise, target: Target, on: date, *, just: bool) -> Promise:
    """The promise with a target before its own, due two years earlier. just: moved this year."""
    moved_on = on - JUST_MOVED if just else date(on.year - 1, 5, 20)
    earlier = replace(target, due=target.due and target.due.replace(year=target.due.year - 2))
    later = replace(target, set_on=moved_on, decision=MOVED.format(year=moved_on.year))
    return replace(promise, target=later, earlier=earlier)


def _planned(criterion: Criterion, slip: int, on: date) -> Promise:
    """A milestone that is still to be done, so many days after its due day."""
    start, due = date(on.year - 3, 12, 31), date(on.year + 1, 6, 30)
    target = Target(
        criterion.id,
        IndicatorKind.MILESTONE,
        criterion.indicator.direction,
        0.0,
        start,
        DONE,
        due,
        set_on=start + SET_AFTER,
        frequency=Frequency.HALFYEARLY,
        sticky=True,
        shape=PathShape.STEP,
        decision=DECISION.format(year=start.year),
    )
    return Promise(criterion, Course.PLANNED, target, (), slip=slip)


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
