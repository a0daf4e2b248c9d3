"""The promises that wait for a value from their owners, and the owners who are late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services.promises.in_use import strategies_in_use
from models.services.promises.next_measurement import next_measurement
from models.services.promises.scoreboard import ScoreboardCriterion, assess_strategy
from models.services.updates.ownership import owners_of, owns
from models.steering.owner import Owner
from models.steering.period_lock import PeriodLock, lock_of
from models.steering.person import same_person
from models.steering.submission import Submission, ValueStage
from models.storage import Db
from models.storage.steering import locks, submissions
from models.strategy.observation import Observation, counting_observations


@dataclass(frozen=True)
class PromiseUpdate:
    """A promise and the day that its next value is to describe.

    owner: None where no target names one. last: the newest value that counts, None where there is
    none. submission: the newest value of that day, where it waits or was sent back; others: those
    of other days. lock: the locked period that the day lies in.
    """

    standing: ScoreboardCriterion
    day: date
    owner: Owner | None
    last: Observation | None = None
    submission: Submission | None = None
    others: tuple[Submission, ...] = ()
    lock: PeriodLock | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a value of that day waits for another person."""
        return self.submission is not None and self.submission.stage is ValueStage.ENTERED

    @property
    def is_returned(self) -> bool:
        """Whether a value of that day was sent back."""
        return self.submission is not None and self.submission.stage is ValueStage.RETURNED

    def is_due(self, on: date) -> bool:
        """Whether the owner has a value to enter on a day."""
        return self.day <= on and not self.is_waiting


@dataclass(frozen=True)
class OwnUpdates:
    """An owner's promises.

    due: those sent back first, then the day longest ago first. waiting: those whose value waits for
    another person. upcoming: the others with a day, the nearest first.
    """

    due: tuple[PromiseUpdate, ...]
    waiting: tuple[PromiseUpdate, ...]
    upcoming: tuple[PromiseUpdate, ...]

    def submissions(self, stage: ValueStage) -> tuple[tuple[PromiseUpdate, Submission], ...]:
        """Return every value in a stage with its promise, of other days than the next too."""
        return tuple(
            (update, submission)
            for update in (*self.due, *self.waiting, *self.upcoming)
            for submission in (update.submission, *update.others)
            if submission is not None and submission.stage is stage
        )


@dataclass(frozen=True)
class LateOwner:
    """An owner's due promises, the longest due first; owner None: those without an owner.

    oldest: the longest due day, None where nothing is due. last_entry: the newest day on which a
    value of the owner's promises was entered, None where there is none.
    """

    owner: Owner | None
    due: tuple[PromiseUpdate, ...]
    last_entry: date | None

    @property
    def oldest(self) -> date | None:
        """The longest due day."""
        return min((update.day for update in self.due), default=None)


def own_updates(db: Db, *, owner: str = "", by: Viewer, on: date) -> OwnUpdates:
    """Return the viewer's own promises, or those of an owner whom a steward looks as."""
    require(by, Permission.UPDATE_PROMISE)
    if owner:
        require(by, Permission.SET_TARGET)
    updates = [
        update
        for update in all_updates(db, on=on)
        if (_is_of(update, owner) if owner else owns(update.owner, by, on=on))
    ]
    due = sorted(
        (update for update in updates if update.is_due(on)),
        key=lambda update: (not update.is_returned, update.day),
    )
    later = (update for update in updates if not update.is_waiting and update.day > on)
    return OwnUpdates(
        tuple(due),
        tuple(update for update in updates if update.is_waiting),
        tuple(sorted(later, key=lambda update: update.day)),
    )


def _is_of(update: PromiseUpdate, name: str) -> bool:
    return update.owner is not None and same_person(update.owner.name, name)


def late_owners(db: Db, *, by: Viewer, on: date) -> tuple[LateOwner, ...]:
    """Return every owner with what is due, the longest due first, then those with nothing due.

    Promises of nobody, or of an owner who has left, stand together under no owner.
    """
    require(by, Permission.SET_TARGET)
    of_owner: dict[str, list[PromiseUpdate]] = {}
    owners: dict[str, Owner | None] = {}
    for update in all_updates(db, on=on):
        owner = None if update.owner is None or update.owner.has_left(on) else update.owner
        name = "" if owner is None else owner.name
        owners[name] = owner
        of_owner.setdefault(name, []).append(update)
    late = [_late(owners[name], updates, on) for name, updates in of_owner.items()]
    late = [entry for entry in late if entry.owner is not None or entry.due]
    return tuple(sorted(late, key=lambda entry: (entry.oldest or date.max, _name(entry))))


def _name(entry: LateOwner) -> str:
    return "" if entry.owner is None else entry.owner.name


def _late(owner: Owner | None, updates: list[PromiseUpdate], on: date) -> LateOwner:
    due = sorted((update for update in updates if update.is_due(on)), key=lambda update: update.day)
    days = [
        observation.recorded
        for update in updates
        for observation in (
            *update.standing.observations,
            *(submission.observation for submission in update.others),
            *(() if update.submission is None else (update.submission.observation,)),
        )
    ]
    return LateOwner(owner, tuple(due), max(days, default=None))


def all_updates(db: Db, *, on: date) -> tuple[PromiseUpdate, ...]:
    """Return each promise that somebody types the values of and that has a next day.

    For a service that has asked who it is.
    """
    return tuple(_all(db, on))


def _all(db: Db, on: date) -> Iterator[PromiseUpdate]:
    periods = locks.all_locks(db)
    for strategy in strategies_in_use(db):
        board = assess_strategy(db, strategy.id, as_of=on, knowledge_date=None)
        days = {
            standing.criterion.id: day
            for standing in board.standings
            if (day := next_measurement(standing)) is not None
        }
        owners = owners_of(db, days)
        entered = submissions.of_criteria(db, days)
        for criterion_id, day in days.items():
            standing = board.standing(criterion_id)
            counting = counting_observations(standing.observations, None)
            of_day = _open(entered, criterion_id)
            yield PromiseUpdate(
                standing,
                day,
                owners.get(criterion_id),
                counting[-1] if counting else None,
                of_day.pop(day, None),
                tuple(of_day.values()),
                lock_of(day, periods),
            )


def _open(entered: tuple[Submission, ...], criterion_id: str) -> dict[date, Submission]:
    """Return the newest value of each day, but for days whose newest value is approved."""
    newest = {
        submission.observation.ref: submission
        for submission in entered
        if submission.observation.criterion_id == criterion_id
    }
    return {
        day: submission
        for day, submission in newest.items()
        if submission.stage is not ValueStage.APPROVED
    }
