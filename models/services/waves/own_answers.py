"""Answering as somebody signed in: on the pages of a unit's link, with the viewer's own key."""

from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services.units import wave_units
from models.services.waves import answering, links
from models.storage import Db, marks, waves
from survey.asking.organisation import UnitUnknown
from survey.asking.wave import WaveClosed, require_open


@dataclass(frozen=True)
class OwnLink:
    """The link of the viewer's unit for those who sign in, and the viewer's own key."""

    token: str
    key: str


def own_link(db: Db, wave_id: str, *, by: Viewer, on: date) -> OwnLink:
    """Return the viewer's way to the questionnaire, the same at every visit.

    Raises Refused, WaveUnknown, WaveClosed, UnitUnknown.
    """
    key = _own_key(db, wave_id, by)
    require_open(answering.find_wave(db, wave_id), on)
    unit_id = by.unit_id or ""
    if all(unit.id != unit_id for unit in wave_units(db, wave_id)):
        raise UnitUnknown("Enheden {unit} findes ikke i organisationen.", unit=unit_id)
    token = links.token_of(_secret(db, wave_id), wave_id, unit_id)
    waves.add_link_once(db, wave_id, links.token_hash(token), unit_id)
    return OwnLink(token, key)


def has_answered(db: Db, wave_id: str, *, by: Viewer) -> bool:
    """Whether the viewer has sent a questionnaire; raises Refused, WaveClosed."""
    return answering.has_answered(db, _own_key(db, wave_id, by))


def _own_key(db: Db, wave_id: str, by: Viewer) -> str:
    """Return the viewer's key in an open wave; raises Refused, WaveClosed.

    It is made with a secret that is deleted when the wave closes; afterwards nobody, not even the
    installation, can make the key again and look up who has answered. However a provider writes an
    address, in capitals or not, it is the same person.
    """
    require(by, Permission.ANSWER)
    name = by.name.strip().casefold()
    return links.personal_key(_secret(db, wave_id), wave_id, name, by.unit_id or "")


def _secret(db: Db, wave_id: str) -> str:
    secret = marks.get(db, answering.secret_mark(wave_id))
    if not secret:
        raise WaveClosed("Undersøgelsen er ikke åben.")
    return secret
