"""What waits for a steward: targets, measurements, surveys, comments and ideas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.access import Permission, Viewer, require
from models.ideas.idea import Stage
from models.services.promises.in_use import strategies_in_use
from models.services.promises.next_measurement import (
    is_measured,
    is_unset,
    needs_start,
    next_measurement,
)
from models.services.promises.scoreboard import Scoreboard, assess_strategy
from models.services.waves import comment_review
from models.storage import Db, ideas, waves
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from survey.asking.wave import Wave, WaveState

# Approved by MED, opened, closed, released.
STEPS = 4


class TaskKind(StrEnum):
    """The sorts of work that wait for a steward."""

    MEASUREMENTS = "measurements"
    TARGETS = "targets"
    WAVE = "wave"
    COMMENTS = "comments"
    IDEAS = "ideas"


@dataclass(frozen=True)
class PromiseDue:
    """A promise and the day it is or was due: to be measured, or to be kept; None: undated."""

    criterion: Criterion
    day: date | None


@dataclass(frozen=True)
class Task:
    """Work that waits, of one kind at one place.

    since: the day it has been due since; None where it has no day. done, of: the share that is
    done, of a wave the steps of STEPS. strategy, promises: of targets and measurements, the most
    urgent first; starts: how many of these lack no target but the start to count it from.
    wave: of a wave's next step and of comments.
    """

    kind: TaskKind
    since: date | None
    done: int
    of: int
    strategy: Strategy | None = None
    promises: tuple[PromiseDue, ...] = ()
    wave: Wave | None = None
    starts: int = 0


@dataclass(frozen=True)
class Due:
    """A steward's work, what has waited longest first, and the next measurement after today.

    upcoming: None where none is planned. has_waves: whether any survey was ever planned.
    """

    tasks: tuple[Task, ...]
    upcoming: PromiseDue | None
    has_waves: bool


def due(db: Db, *, by: Viewer, on: date) -> Due:
    """Return what a steward is to do on a day.

    The promises are those of each strategy for which somebody has set a target or measured.
    """
    require(by, Permission.RUN_WAVE)
    boards = [
        assess_strategy(db, strategy.id, as_of=on, knowledge_date=None)
        for strategy in strategies_in_use(db)
    ]
    all_waves = waves.all_waves(db)
    tasks = [
        *(task for board in boards for task in _promise_tasks(board, on)),
        *(_step(wave) for wave in all_waves if wave.state is not WaveState.RELEASED),
        *(_comments(db, wave, by) for wave in comment_review.reviewed_waves(db, by=by)),
        *_ideas(db),
    ]
    tasks.sort(key=lambda task: task.since or date.max)
    return Due(tuple(tasks), _upcoming(boards, on), has_waves=bool(all_waves))


def _promise_tasks(board: Scoreboard, on: date) -> Iterator[Task]:
    """Yield the measurements that are due and the targets that are missing, where there are any."""
    measured = [standing for standing in board.standings if is_measured(standing)]
    late = late_measurements(board)
    if late:
        done = len(measured) - len(late)
        yield Task(TaskKind.MEASUREMENTS, late[0].day, done, len(measured), board.strategy, late)
    missing = missing_targets(board)
    if missing:
        starts = sum(map(needs_start, board.standings))
        of = len(board.standings)
        done = of - len(missing) + starts
        day = missing[0].day
        since = day if day is not None and day <= on else None
        yield Task(TaskKind.TARGETS, since, done, of, board.strategy, missing, starts=starts)


def missing_targets(board: Scoreboard) -> tuple[PromiseDue, ...]:
    """Return the promises whose target or start somebody has still to set, the first due first."""
    return _by_day(
        [
            PromiseDue(standing.criterion, standing.criterion.due)
            for standing in board.standings
            if is_unset(standing)
        ]
    )


def late_measurements(board: Scoreboard) -> tuple[PromiseDue, ...]:
    """Return the promises that wait for a measurement on its day, the longest waiting first."""
    return _by_day(measurements(board, until=board.as_of))


def measurements(board: Scoreboard, *, until: date | None = None) -> list[PromiseDue]:
    """Return the promises with the day of their next measurement, those due by a day."""
    days = [(standing.criterion, next_measurement(standing)) for standing in board.standings]
    return [
        PromiseDue(criterion, day)
        for criterion, day in days
        if day is not None and (until is None or day <= until)
    ]


def _by_day(promises: Sequence[PromiseDue]) -> tuple[PromiseDue, ...]:
    return tuple(sorted(promises, key=lambda promise: promise.day or date.max))


def _upcoming(boards: Sequence[Scoreboard], on: date) -> PromiseDue | None:
    later = [
        promise
        for board in boards
        for promise in measurements(board)
        if promise.day is not None and promise.day > on
    ]
    return _by_day(later)[0] if later else None


def _step(wave: Wave) -> Task:
    """Return the next step of a wave, waiting since the day of the one before."""
    match wave.state:
        case WaveState.DRAFT:
            approved = bool(wave.approved_on and wave.minutes)
            return _wave_task(wave, wave.approved_on, int(approved))
        case WaveState.OPEN:
            return _wave_task(wave, wave.opens_on, 2)
        case _:
            return _wave_task(wave, wave.closes_on, 3)


def _wave_task(wave: Wave, since: date | None, done: int) -> Task:
    return Task(TaskKind.WAVE, since, done, STEPS, wave=wave)


def _comments(db: Db, wave: Wave, by: Viewer) -> Task:
    done, of = comment_review.read_by_one(db, wave.id, by=by)
    return Task(TaskKind.COMMENTS, wave.closes_on, done, of, wave=wave)


def _ideas(db: Db) -> Iterator[Task]:
    """Yield the screening of the ideas, waiting since the oldest came; nothing without any."""
    all_ideas = ideas.all_ideas(db)
    waiting = [idea.submitted_on for idea in all_ideas if idea.stage is Stage.SUBMITTED]
    if waiting:
        done = len(all_ideas) - len(waiting)
        yield Task(TaskKind.IDEAS, min(waiting), done, len(all_ideas))
