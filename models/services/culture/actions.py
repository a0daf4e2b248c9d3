"""What a unit agrees to do about its result, and how many have done so in time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from models.access import Permission, Role, Viewer, require
from models.errors import InputError, Refused
from models.report.own_culture.own_culture import Agreed
from models.services import units
from models.services.waves.answering import wave
from models.storage import Db, releases
from models.storage import actions as kept
from models.storage.actions import AgreedAction
from models.storage.releases import Head
from survey.asking.organisation import Organisation

# A plan within this time of the release counts.
IN_TIME = timedelta(weeks=8)
LONGEST_TEXT, LONGEST_ROLE = 500, 80

Trees = Callable[[Db, str], Organisation]


@dataclass(frozen=True)
class Planned:
    """How many of the units that got a result of their own have agreed what to do about it.

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
    trees: Trees = units.wave_organisation,
) -> Agreed:
    """Note what a unit has agreed after a released wave; a later one takes its place.

    responsible: a role, not a name. Raises Refused, UnitUnknown, WaveUnknown, InputError.
    """
    require(by, Permission.AGREE_ACTION)
    _released(db, wave_id)
    path = trees(db, wave_id).path(unit_id)
    if by.role is Role.DEPARTMENT and by.unit_id not in [unit.id for unit in path]:
        raise Refused("Enheden {unit} hører ikke under din egen.", unit=path[-1].name)
    what, responsible = what.strip(), responsible.strip()
    _require_said(what, LONGEST_TEXT, "Skriv, hvad I har aftalt.")
    _require_said(
        responsible, LONGEST_ROLE, "Skriv, hvem der har ansvaret: en rolle, ikke et navn."
    )
    if due_on < on:
        raise InputError("Fristen ligger før i dag. Vælg en dag, der kommer.")
    action = AgreedAction(wave_id, unit_id, on, what, responsible, due_on, by.name)
    kept.add(db, action)
    return _agreed(action)


def of(db: Db, wave_id: str, unit_id: str) -> Agreed | None:
    """What a unit agreed last after a wave; None while it has agreed nothing."""
    found = kept.newest(db, wave_id, units={unit_id}).get(unit_id)
    return None if found is None else _agreed(found)


def share_with_plan(db: Db, wave_id: str, *, trees: Trees = units.wave_organisation) -> Planned:
    """How many of the units with a result of their own have a plan.

    Raises WaveUnknown, InputError.
    """
    head = _released(db, wave_id)
    with_result = lowest(trees(db, wave_id), head.published)
    first = kept.first_agreed(db, wave_id)
    days = [first[unit_id] for unit_id in with_result if unit_id in first]
    in_time = sum(day - head.released_on <= IN_TIME for day in days)
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


def _released(db: Db, wave_id: str) -> Head:
    asked = wave(db, wave_id)
    head = releases.head(db, wave_id)
    if head is None:
        raise InputError("Undersøgelsen {wave} er ikke frigivet endnu.", wave=asked.name)
    return head


def _require_said(text: str, longest: int, missing: str) -> None:
    if not text:
        raise InputError(missing)
    if len(text) > longest:
        raise InputError("Teksten er for lang: højst {n} tegn.", n=longest)


def _agreed(action: AgreedAction) -> Agreed:
    return Agreed(action.what, action.responsible, action.due_on, action.agreed_on)
