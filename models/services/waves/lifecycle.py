"""A wave from plan to close: planned, approved, opened with a link for each unit, closed."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services import questionnaires
from models.services.units import wave_organisation
from models.services.waves import links
from models.services.waves.answering import find_wave, lock_wave, secret_mark
from models.services.waves.comment_publication import forget_old
from models.stages.tables import WAVE
from models.storage import Db, marks, waves
from models.storage.answers import comments, drafts, responses
from models.storage.asking import structures
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state, state_or_none
from survey.asking.participation import participation_band
from survey.asking.wave import Wave, WaveClosed, WaveNotDraft, WaveState, closed, opened
from survey.disclosure.participation import units_with_participation


def create(
    db: Db,
    name: str,
    *,
    instrument_id: str,
    smallest_group: int,
    approved_on: date | None = None,
    minutes: str = "",
    closed_on: date | None = None,
    by: Viewer,
) -> Wave:
    """Plan a wave; its id is made of its name. The approval may come now or later.

    closed_on: the wave is opened and closed on that day, for answers that were collected elsewhere;
    MED must have approved it before.
    """
    require(by, Permission.RUN_WAVE)
    wave_id = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    if not wave_id:
        raise InputError("Undersøgelsen skal have et navn.", field="name")
    questionnaires.require_questionnaire(db, instrument_id)
    wave = Wave(wave_id, name.strip(), instrument_id, smallest_group, approved_on, minutes.strip())
    if closed_on is not None:
        wave = opened(wave, closed_on)
        wave = closed(wave, _closing_day(db, wave, closed_on))
    if not waves.add(db, wave):
        raise InputError(
            "Der findes allerede en undersøgelse med navnet {name}.",
            field="name",
            name=name.strip(),
        )
    questionnaires.freeze(db, wave)
    if closed_on is not None:
        structures.put(db, wave_id, wave_organisation(db, wave_id).units)
    _leave(db, Action.CREATE_WAVE, None, wave, by)
    return wave


def approve(db: Db, wave_id: str, *, approved_on: date, minutes: str, by: Viewer) -> Wave:
    """Record that MED has approved a planned wave, and in which minutes."""
    require(by, Permission.RUN_WAVE)
    wave = lock_wave(db, wave_id)
    if not WAVE.allows(wave.state, "approve"):
        raise WaveNotDraft("Undersøgelsen {wave} har allerede været åben.", wave=wave.name)
    approved = replace(wave, approved_on=approved_on, minutes=minutes.strip())
    waves.update(db, approved)
    _leave(db, Action.APPROVE_WAVE, wave, approved, by)
    return approved


def open_wave(db: Db, wave_id: str, *, by: Viewer, on: date) -> dict[str, str]:
    """Open an approved wave; return unit id -> token. Only hashes of the tokens are stored."""
    require(by, Permission.RUN_WAVE)
    planned = lock_wave(db, wave_id)
    wave = opened(planned, on)
    waves.update(db, wave)
    _leave(db, Action.OPEN_WAVE, planned, wave, by)
    structures.put(db, wave_id, wave_organisation(db, wave_id).units)
    marks.put(db, secret_mark(wave_id), links.new_secret())
    return _hand_out(db, wave_id)


def new_links(db: Db, wave_id: str, *, by: Viewer) -> dict[str, str]:
    """Make new tokens for every unit of an open wave; the old ones stop working."""
    require(by, Permission.RUN_WAVE)
    wave = lock_wave(db, wave_id)
    if wave.state is not WaveState.OPEN:
        raise WaveClosed("Undersøgelsen {wave} er ikke åben.", wave=wave.name)
    trace.add(db, Write(Action.NEW_LINKS, subject.wave(wave_id), by))
    return _hand_out(db, wave_id)


def _hand_out(db: Db, wave_id: str) -> dict[str, str]:
    tokens = {unit.id: links.new_token() for unit in wave_organisation(db, wave_id).units}
    waves.add_links(db, wave_id, {links.token_hash(t): unit_id for unit_id, t in tokens.items()})
    return tokens


def close_wave(db: Db, wave_id: str, *, by: Viewer, on: date) -> Wave:
    """Close a wave: delete drafts and secret, rewrite answers and comments in random order."""
    require(by, Permission.RUN_WAVE)
    forget_old(db, by=by, on=on)
    before = lock_wave(db, wave_id)
    wave = closed(before, _closing_day(db, before, on))
    waves.update(db, wave)
    _leave(db, Action.CLOSE_WAVE, before, wave, by)
    drafts.drop_wave(db, wave_id)
    responses.settle(db, wave_id)
    comments.settle(db, wave_id)
    marks.put(db, secret_mark(wave_id), "")
    return wave


def _leave(db: Db, action: Action, before: Wave | None, after: Wave, by: Viewer) -> None:
    earlier = state_or_none(before, without=("id",))
    later = state(after, without=("id",))
    trace.add(db, Write(action, subject.wave(after.id), by, earlier, later))


def _closing_day(db: Db, wave: Wave, on: date) -> date:
    """Return the day, or a later one if the clock was set back: results stand in this order."""
    days = [other.closes_on for other in waves.all_waves(db)]
    return max(day for day in (on, wave.opens_on, *days) if day is not None)


def all_waves(db: Db, *, by: Viewer) -> tuple[Wave, ...]:
    """Return every wave in the order they opened; those not yet opened last."""
    require(by, Permission.RUN_WAVE)
    return waves.all_waves(db)


def has_answers(db: Db, wave_id: str, *, by: Viewer) -> bool:
    """Whether single responses of a wave are still stored."""
    require(by, Permission.RUN_WAVE)
    return any(responses.counts(db, wave_id).values())


def participation(db: Db, wave_id: str, *, by: Viewer) -> pd.DataFrame:
    """Return units × unit_id, unit, kind, invited, band: who has answered, units below included.

    Only units whose band names nobody, see `units_with_participation`, and those of unknown staff.
    invited: the staff; NaN when unknown. band: the share of them as a band, not as a figure.
    """
    require(by, Permission.RUN_WAVE)
    tree = wave_organisation(db, wave_id)
    find_wave(db, wave_id)
    counts = responses.counts(db, wave_id)
    rows = []
    shown_units = units_with_participation(tree)
    for unit in tree.units:
        if unit.staff is not None and unit.id not in shown_units:
            continue
        number = sum(counts.get(unit_id, 0) for unit_id in tree.subtree(unit.id))
        band = participation_band(number, unit.staff)
        rows.append((unit.id, unit.name, unit.kind, unit.staff, band))
    return pd.DataFrame(rows, columns=["unit_id", "unit", "kind", "invited", "band"])
