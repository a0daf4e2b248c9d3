"""Values that owners enter: approved by another person they count, else they are sent back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError, SteeringError
from models.services.period_locks import require_unlocked
from models.services.promises import strategies, target_in_force
from models.services.promises.fraction_check import check_observation
from models.services.promises.observation_check import ValueScale, check
from models.services.updates.ownership import may_be_one_person, require_owner
from models.stages.tables import VALUE
from models.steering.submission import Decision, Submission, SubmissionDecision, waiting
from models.storage import Db
from models.storage.steering import observations, submissions, trace
from models.strategy.observation import Observation, counting_observations, entered_after
from models.strategy.target import Target
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import State, Write
from models.trace.state import state
from survey.plain_text import plain


class OwnValue(SteeringError):
    """Somebody would approve a value that they entered themselves."""


class AlreadyDecided(SteeringError):
    """Somebody else has decided about a value in the meantime."""


def enter(
    db: Db, observation: Observation, *, by: Viewer, on: date, as_written: bool = False
) -> Submission:
    """Enter a value of an own promise; it counts when another person has approved it.

    It takes the place of one that waits, or was sent back, of the same day and series. as_written:
    somebody says that a value below 1 is meant, though the target is above 1.
    Raises NotOwner, PeriodLocked, InputError.
    """
    require(by, Permission.UPDATE_PROMISE)
    require_enterable(db, observation, by, on=on, as_written=as_written)
    return _enter(db, observation, unchanged=False, by=by, on=on)


def require_enterable(
    db: Db, observation: Observation, viewer: Viewer, *, on: date, as_written: bool = False
) -> None:
    """Raise what `enter` would raise, without entering the value."""
    require_owner(db, observation.criterion_id, viewer, on=on)
    target, scale = _measured(db, observation.criterion_id)
    # Whatever day of entry it says, it is entered today.
    check(replace(observation, recorded=on), scale)
    if not as_written:
        check_observation(observation, scale, target)
    require_unlocked(db, [observation.ref])


def _measured(db: Db, criterion_id: str) -> tuple[Target | None, ValueScale]:
    criterion = strategies.criterion(criterion_id)
    target = target_in_force.targets_in_force(db, [criterion.id]).get(criterion.id)
    return target, target_in_force.scale(criterion, target)


def confirm_unchanged(db: Db, criterion_id: str, ref: date, *, by: Viewer, on: date) -> Submission:
    """Enter that the value that counts is the same on another day; raises InputError without one.

    Counts of a survey are not carried over: nobody was asked again.
    """
    require(by, Permission.UPDATE_PROMISE)
    require_owner(db, criterion_id, by, on=on)
    records = observations.records_of(db, [criterion_id])[criterion_id]
    counting = [record for record in counting_observations(records, None) if record.ref < ref]
    if not counting:
        raise InputError("Løftet er ikke målt før den dag: skriv en værdi.", field="value")
    last = counting[-1]
    same = Observation(
        criterion_id, ref, last.value, on, series=last.series, evidence=last.evidence
    )
    check(same, _measured(db, criterion_id)[1])
    return _enter(db, same, unchanged=True, by=by, on=on)


def _enter(
    db: Db, observation: Observation, *, unchanged: bool, by: Viewer, on: date
) -> Submission:
    entered = replace(
        observation,
        recorded=on,
        series=plain(observation.series),
        evidence=plain(observation.evidence),
        entered_by=by.name,
        approved_by="",
    )
    observations.lock(db)
    require_unlocked(db, [entered.ref])
    before = _before(db, entered)
    submission = Submission(
        entered, unchanged=unchanged, replaces=None if before is None else before.entry
    )
    submission = replace(submission, entry=submissions.add(db, submission))
    earlier = None if before is None else _state(before)
    _leave(db, Action.ENTER_VALUE, submission, by, before=earlier, after=_state(submission))
    return submission


def _before(db: Db, entered: Observation) -> Submission | None:
    """Return the value of the same day and series that waits, or was sent back last."""
    same = [
        submission
        for submission in submissions.of_criteria(db, [entered.criterion_id])
        if (submission.observation.ref, submission.observation.series)
        == (entered.ref, entered.series)
    ]
    last = same[-1] if same else None
    return last if last is not None and VALUE.allows(last.stage, "enter") else None


def approve(db: Db, entry: int, *, by: Viewer, on: date) -> Observation:
    """Approve a value that another person entered; return it as it counts from now on.

    Raises OwnValue, AlreadyDecided, PeriodLocked, StageRefused, InputError.
    """
    require(by, Permission.APPROVE_VALUE)
    observations.lock(db)
    submission = _decide(db, entry, SubmissionDecision.APPROVED, "", by=by, on=on)
    value = submission.observation
    records = observations.records_of(db, [value.criterion_id])[value.criterion_id]
    counted = entered_after(replace(value, recorded=on, approved_by=by.name), records)
    # The target may have become one of another kind since the value was entered.
    check(counted, _measured(db, value.criterion_id)[1])
    observations.add_all(db, [counted])
    _leave(db, Action.APPROVE_VALUE, submission, by, before=None, after=state(counted))
    return counted


def send_back(db: Db, entry: int, *, reason: str, by: Viewer, on: date) -> Submission:
    """Send a value back to the other person who entered it, with the reason.

    Raises OwnValue, AlreadyDecided, StageRefused, InputError.
    """
    require(by, Permission.APPROVE_VALUE)
    reason = plain(reason).strip()
    if not reason:
        raise InputError("Skriv, hvorfor værdien sendes tilbage.", field="reason")
    submission = _decide(db, entry, SubmissionDecision.RETURNED, reason, by=by, on=on)
    earlier = _state(submission)
    _leave(db, Action.RETURN_VALUE, submission, by, before=earlier, after=None, reason=reason)
    return submission


def _decide(
    db: Db, entry: int, decision: SubmissionDecision, reason: str, *, by: Viewer, on: date
) -> Submission:
    submission = submissions.get(db, entry)
    if submission is None:
        raise InputError("Værdien findes ikke.")
    move = "approve" if decision is SubmissionDecision.APPROVED else "return"
    if submission.decision is not None:
        raise _already(submission)
    VALUE.after(submission.stage, move)
    if may_be_one_person(db, submission.observation.entered_by, by.name):
        raise OwnValue("Du har selv indtastet værdien: en anden skal tage stilling til den.")
    of_criterion = submissions.of_criteria(db, [submission.observation.criterion_id])
    if submission not in waiting(of_criterion):
        raise AlreadyDecided("Ejeren har indtastet en nyere værdi: tag stilling til den.")
    if decision is SubmissionDecision.APPROVED:
        require_unlocked(db, [submission.observation.ref])
    if not submissions.decide(db, entry, Decision(decision, by.name, on, reason)):
        # Another unit of work came first; what it wrote is committed by now.
        raise _already(submissions.get(db, entry) or submission)
    return submission


def _already(submission: Submission) -> AlreadyDecided:
    decision = submission.decision
    return AlreadyDecided(
        "{who} har allerede taget stilling til værdien: den er {stage}.",
        who="" if decision is None else decision.decided_by,
        stage=SteeringError(VALUE.words[submission.stage]),
    )


def pending(db: Db, *, by: Viewer) -> tuple[Submission, ...]:
    """Return every value that waits for another person, in the order of entry."""
    require(by, Permission.APPROVE_VALUE)
    return waiting(submissions.of_criteria(db, strategies.criteria()))


def submitted(db: Db, criterion_ids: Iterable[str], *, by: Viewer) -> tuple[Submission, ...]:
    """Return every value entered for some criteria, with its stage and the reason of a return."""
    require(by, Permission.UPDATE_PROMISE)
    return submissions.of_criteria(db, criterion_ids)


def _state(submission: Submission) -> dict[str, object]:
    value = state(
        submission.observation, without=("criterion_id", "recorded", "entered_by", "approved_by")
    )
    return dict(value) | ({"unchanged": True} if submission.unchanged else {})


def _leave(
    db: Db,
    action: Action,
    submission: Submission,
    by: Viewer,
    *,
    before: State | None,
    after: State | None,
    reason: str = "",
) -> None:
    place = subject.criterion(submission.observation.criterion_id)
    trace.add(db, Write(action, place, by, before, after, reason))
