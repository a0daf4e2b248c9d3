"""Publishing a wave once and for all, and where its figures go from there."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from models.access import Action, Viewer, require
from models.errors import InputError
from models.services.feeding import feed
from models.services.units import organisation
from models.services.waves import wave
from models.storage import Db, observations, responses
from models.storage import releases as kept
from models.storage import waves as stored
from models.storage.releases import AlreadyReleased
from models.wording import N_
from survey import instrument as instruments
from survey.release import Release, build
from survey.unit import Organisation, Unit
from survey.wave import Wave, WaveState, require_closed

HIDDEN = N_(
    "Enhedens egne tal vises ikke: så få har svaret, at nogen kunne kendes, hos jer eller hos "
    "en enhed ved siden af. Her står tallene for {shown}."
)
NOTHING_SHOWN = N_("Så få har svaret, at ingen tal kan vises, uden at nogen kunne kendes.")


@dataclass(frozen=True, eq=False)
class OwnResult:
    """A wave's result for a unit, or for the nearest unit above it that may be shown.

    shown: whose figures `cells` are; None when not even the whole region may be shown.
    cells: one row a measure, as in the release.
    """

    wave: Wave
    unit: Unit
    shown: Unit | None
    cells: pd.DataFrame

    @property
    def hidden(self) -> bool:
        """Whether the figures are not the unit's own."""
        return self.shown != self.unit

    @property
    def why(self) -> str:
        """A marked sentence with the gap {shown}, a unit's name; blank when nothing is hidden."""
        if self.shown is None:
            return NOTHING_SHOWN
        return HIDDEN if self.hidden else ""


def release(db: Db, wave_id: str, *, by: Viewer, on: date) -> Release:
    """Build and freeze a closed wave's release, and let it feed the criteria that wait for it.

    Raises WaveStillOpen, AlreadyReleased, ReleaseUnsafe; then nothing is kept.
    """
    require(by, Action.RELEASE_WAVE)
    asked = wave(db, wave_id)
    if asked.state is WaveState.RELEASED:
        raise AlreadyReleased(
            "Undersøgelsen {wave} er allerede frigivet. Et frigivet resultat ændres ikke.",
            wave=asked.name,
        )
    require_closed(asked)
    tree = _organisation(db)
    made = build(responses.answers(db, wave_id), tree, instruments.load(asked.instrument_id), asked)
    kept.add(db, made)
    stored.update(db, replace(asked, state=WaveState.RELEASED))
    observations.add_all(db, feed(db, asked, made, tree.root, by=by, on=on).observations)
    return made


def _organisation(db: Db) -> Organisation:
    tree = organisation(db)
    if tree is None:
        raise InputError("Der er ingen enheder. Indlæs organisationen først.")
    return tree


def results(db: Db) -> tuple[tuple[Wave, Release], ...]:
    """Every released wave with its release, the newest first."""
    found = [(wave(db, made.wave_id), made) for made in kept.all_releases(db)]
    found.sort(key=lambda one: (one[0].closes_on or date.min, one[0].id), reverse=True)
    return tuple(found)


def own_result(db: Db, unit_id: str) -> OwnResult | None:
    """The newest release as a unit may see it; None before any wave is released."""
    for asked, made in results(db):
        return _own(asked, made, _organisation(db), unit_id)
    return None


def _own(asked: Wave, made: Release, tree: Organisation, unit_id: str) -> OwnResult:
    upwards = tree.path(unit_id)[::-1]
    shown = next((unit for unit in upwards if unit.id in made.published), None)
    cells = made.cells[made.cells["unit_id"] == (shown.id if shown else None)]
    return OwnResult(asked, upwards[0], shown, cells)
