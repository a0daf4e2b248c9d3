"""A unit's link beside the questionnaire: the unit's result, its agreement, its ideas.

Whoever holds the link may what the unit's department may, without having signed in.
"""

from dataclasses import dataclass
from datetime import date, datetime

from models.access import Role, Viewer
from models.ideas.idea import Idea
from models.report.own_culture.own_culture import OwnCulture
from models.services import idea_changes, ideas, questionnaires
from models.services.culture import actions, own_unit, results
from models.services.units import wave_units
from models.services.waves import links
from models.services.waves.answering import LinkUnknown, find_wave
from models.storage import Db, waves
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.wave import Wave, WaveState

# As the unit's link is called where it says who has written something down.
NAME = "enhedens link"


@dataclass(frozen=True, eq=False)
class UnitHome:
    """The unit and the wave that a unit's link leads to.

    is_open: whether the wave can be answered. culture: the newest released result of a wave the
    unit was part of; None when there is none.
    """

    wave: Wave
    unit: Unit
    instrument: Instrument
    is_open: bool
    culture: OwnCulture | None


def home(db: Db, token: str, *, on: date) -> UnitHome:
    """Return what the link leads to, also after its wave has closed; raises LinkUnknown."""
    wave, unit = _wave_and_unit(db, token)
    is_open = wave.state is WaveState.OPEN and wave.opens_on is not None and wave.opens_on <= on
    instrument = questionnaires.of_wave(db, wave)
    return UnitHome(wave, unit, instrument, is_open, _culture(db, _viewer(unit)))


def unit_at(db: Db, token: str) -> Unit:
    """Return the link's unit; raises LinkUnknown."""
    return _wave_and_unit(db, token)[1]


def ideas_at(db: Db, token: str) -> tuple[Idea, ...]:
    """Return the ideas of the link's unit, the newest first; raises LinkUnknown."""
    return ideas.own_ideas(db, by=_viewer(unit_at(db, token)))


def suggest_at(
    db: Db, token: str, title: str, text: str, *, on: date, now: datetime
) -> tuple[Idea, str]:
    """Add an idea of the link's unit; return it with the receipt by which it can be taken back."""
    by = _viewer(unit_at(db, token))
    idea = ideas.suggest(db, title, text, by=by, on=on)
    return idea, idea_changes.receipt(db, idea.id, by=by, now=now)


def take_back_at(db: Db, token: str, idea_id: str, receipt: str, *, now: datetime) -> None:
    """Delete an idea just sent; raises LinkUnknown, and InputError when it is too late."""
    by = _viewer(unit_at(db, token))
    idea_changes.take_back(db, idea_id, receipt, by=by, now=now)


def rewrite_at(db: Db, token: str, idea_id: str, title: str, text: str) -> Idea:
    """Give an idea of the link's unit new words; as `idea_changes.rewrite`, or LinkUnknown."""
    by = _viewer(unit_at(db, token))
    kind = next((idea.innovation_type for idea in ideas.own_ideas(db, by=by)
                 if idea.id == idea_id), None)  # fmt: skip
    return idea_changes.rewrite(db, idea_id, title, text, innovation_type=kind, by=by)


def finish_at(db: Db, token: str, *, done: bool, on: date) -> None:
    """Note that what the unit agreed last is done, or is not after all; raises LinkUnknown."""
    by = _viewer(unit_at(db, token))
    culture = _culture(db, by)
    if culture is not None and culture.agreed is not None:
        actions.finish(db, culture.wave.id, culture.unit.id, done=done, by=by, on=on)


def _wave_and_unit(db: Db, token: str) -> tuple[Wave, Unit]:
    wave_id, unit_id = waves.find_link(db, links.token_hash(token)) or ("", "")
    unit = next((unit for unit in wave_units(db, wave_id) if unit.id == unit_id), None)
    if unit is None:
        raise LinkUnknown(
            "Linket kendes ikke. Se efter, om det er tastet rigtigt, eller bed om et nyt."
        )
    return find_wave(db, wave_id), unit


def _viewer(unit: Unit) -> Viewer:
    return Viewer(NAME, Role.DEPARTMENT, unit.id)


def _culture(db: Db, by: Viewer) -> OwnCulture | None:
    for release in results.all_releases(db):
        if own_unit.was_there(release.organisation, by.unit_id or ""):
            return own_unit.view(db, by.unit_id or "", wave_id=release.wave.id, by=by)
    return None
