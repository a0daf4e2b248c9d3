"""Planned days of milestones: confirmed as they are, or moved by a decision."""

from collections.abc import Iterable
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.promises.basis import basis_of
from models.services.updates.ownership import require_owner
from models.storage import Db
from models.storage.steering import trace
from models.storage.steering.milestone_plans import add, history, newest
from models.strategy.milestone import MilestonePlan
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state
from survey.plain_text import plain


def plan(
    db: Db, criterion_id: str, planned: date, *, decision: str = "", by: Viewer, on: date
) -> MilestonePlan:
    """Confirm that a milestone will be done on a day, or move that day.

    Another day than the one planned, or adopted, so far needs the reference of its decision.
    Raises NotOwner, InputError.
    """
    require(by, Permission.UPDATE_PROMISE)
    require_owner(db, criterion_id, by, on=on)
    decision = plain(decision).strip()
    before = newest(db, [criterion_id]).get(criterion_id)
    target = basis_of(db, criterion_id).target
    so_far = before.planned if before is not None else target and target.due
    if so_far is not None and planned != so_far and not decision:
        raise InputError(
            "Skriv, hvilken beslutning der flytter dagen. Den gamle dag er stadig målestok.",
            field="decision",
        )
    confirmed = MilestonePlan(criterion_id, planned, on, decision, by.name)
    add(db, confirmed)
    place = subject.criterion(criterion_id)
    earlier = None if before is None else _state(before)
    trace.add(db, Write(Action.PLAN_MILESTONE, place, by, earlier, _state(confirmed), decision))
    return confirmed


def plans(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None, by: Viewer
) -> dict[str, tuple[MilestonePlan, ...]]:
    """Return every plan of each criterion confirmed by a day (None: ever), oldest first."""
    require(by, Permission.SEE_SCOREBOARD)
    return history(db, criterion_ids, knowledge_date=knowledge_date)


def _state(confirmed: MilestonePlan) -> dict[str, object]:
    return dict(state(confirmed, without=("criterion_id", "decision", "entered_by")))
