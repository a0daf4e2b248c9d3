"""Agreeing an action after a result, and counting the units that have done so in time."""

from dataclasses import dataclass, replace
from datetime import date

from models.access import Permission, Viewer, require
from models.agreed_action import AgreedAction, agreed_in_time, require_complete
from models.errors import InputError
from models.services import units
from models.services.culture.results import ReleasedWave
from models.services.waves.answering import find_wave
from models.storage import Db, actions, releases
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state, state_or_none
from survey.asking.organisation import Organisation


@dataclass(frozen=True)
class Planned:
    """The units with a result of their own, and those of them that have agreed an action.

    units: the lowest units with released figures, so that nobody's result counts twice.
    with_plan: those of them with an action at any time; within_eight_weeks: in time.
    """

    units: int
    with_plan: int
    within_eight_weeks: int

    @property
    def share(self) -> float | None:
        """Agreed in time, 0 to 1; None when no unit got a result."""
        return self.within_eight_weeks / self.units if self.units else None


def agree(
    db: Db,
    wave_id: str,
    unit_id: str,
    *,
    what: str,
    responsible: str,
    due_on: date,
    by: Viewer,
    on: date,
) -> AgreedAction:
    """Note what a unit has agreed after a released wave; a later one takes its place.

    responsible: a role, not a name. Raises Refused, UnitUnknown, WaveUnknown, InputError.
    """
    require(by, Permission.AGREE_ACTION)
    _require_released(db, wave_id)
    units.require_within_reach(by, units.wave_organisation(db, wave_id), unit_id)
    action = AgreedAction(wave_id, unit_id, on, what.strip(), responsible.strip(), due_on, by.name)
    require_complete(action)
    before = actions.newest(db, wave_id, units={unit_id}).get(unit_id)
    actions.add(db, action)
    _leave(db, Action.AGREE_ACTION, before, action, by)
    return action


def finish(
    db: Db, wave_id: str, unit_id: str, *, done: bool, by: Viewer, on: date
) -> AgreedAction | None:
    """Note that what a unit agreed last is done, or is not after all; None when it agreed nothing.

    Raises Refused, UnitUnknown.
    """
    require(by, Permission.AGREE_ACTION)
    units.require_within_reach(by, units.wave_organisation(db, wave_id), unit_id)
    action = actions.newest(db, wave_id, units={unit_id}).get(unit_id)
    if action is None or (action.done_on is not None) == done:
        return action
    finished = replace(action, done_on=on if done else None, entered_by=by.name)
    actions.add(db, finished)
    _leave(db, Action.FINISH_ACTION, action, finished, by)
    return finished


def _leave(
    db: Db, kind: Action, before: AgreedAction | None, after: AgreedAction, by: Viewer
) -> None:
    without = ("unit_id", "entered_by")
    earlier, later = state_or_none(before, without=without), state(after, without=without)
    trace.add(db, Write(kind, subject.unit(after.unit_id), by, earlier, later))


def newest(db: Db, wave_id: str, unit_id: str, *, by: Viewer) -> AgreedAction | None:
    """Return what a unit agreed last after a wave; None while it has agreed nothing.

    Raises Refused, UnitUnknown.
    """
    require(by, Permission.SEE_OWN_CULTURE)
    units.require_within_reach(by, units.wave_organisation(db, wave_id), unit_id)
    return actions.newest(db, wave_id, units={unit_id}).get(unit_id)


def share_with_plan(db: Db, release: ReleasedWave, unit_id: str, *, by: Viewer) -> Planned:
    """Count the units with a result of their own, and those of them with a plan.

    unit_id: the unit that they are, or are anywhere under.
    """
    require(by, Permission.SEE_CULTURE)
    head, tree = release.head, release.organisation
    with_result = lowest(tree, head.published) & frozenset(tree.subtree(unit_id))
    first = actions.first_agreed(db, head.wave_id)
    days = [first[unit_id] for unit_id in with_result if unit_id in first]
    in_time = sum(agreed_in_time(day, head.released_on) for day in days)
    return Planned(len(with_result), len(days), in_time)


def lowest(tree: Organisation, published: frozenset[str]) -> frozenset[str]:
    """The published units with no published unit below them."""
    above: set[str] = set()
    for unit_id in published:
        over = tree.unit(unit_id).parent_id
        while over is not None and over not in above:
            above.add(over)
            over = tree.unit(over).parent_id
    return published - above


def _require_released(db: Db, wave_id: str) -> None:
    name = find_wave(db, wave_id).name
    if releases.head(db, wave_id) is None:
        raise InputError("Undersøgelsen {wave} er ikke frigivet endnu.", wave=name)
