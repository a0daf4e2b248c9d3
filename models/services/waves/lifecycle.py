"""What a steward does with a wave: plan, have it approved, open, hand out links, close."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.units import wave_organisation
from models.services.waves import links
from models.services.waves.answering import (
    secret_mark,
    wave,
)
from models.services.waves.comment_publication import forget_old
from models.storage import Db, marks, structures
from models.storage import waves as kept
from models.storage.answers import comments, drafts, responses
from survey.asking import instruments
from survey.asking.participation import participation_band
from survey.asking.wave import Wave, WaveClosed, WaveNotDraft, WaveState, closed, opened


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
    """Plan a wave; its id is made of its name. Approval may be noted now or later.

    closed_on: opened and closed at once on that day, for answers that were collected elsewhere;
    then MED must have approved it.
    """
    require(by, Permission.RUN_WAVE)
    wave_id = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    if not wave_id:
        raise InputError("Undersøgelsen skal have et navn.")
    if kept.get(db, wave_id) is not None:
        raise InputError(
            "Der findes allerede en undersøgelse med navnet {name}.", name=name.strip()
        )
    instruments.load(instrument_id)
    planned = Wave(
        wave_id, name.strip(), instrument_id, smallest_group, approved_on, minutes.strip()
    )
    if closed_on is not None:
        planned = closed(opened(planned, closed_on), closed_on)
    kept.add(db, planned)
    if closed_on is not None:
        structures.put(db, wave_id, wave_organisation(db, wave_id).units)
    return planned


def approve(db: Db, wave_id: str, *, approved_on: date, minutes: str, by: Viewer) -> Wave:
    """Note that MED has approved a planned wave, and where the minutes say so."""
    require(by, Permission.RUN_WAVE)
    planned = wave(db, wave_id)
    if planned.state is not WaveState.DRAFT:
        raise WaveNotDraft("Undersøgelsen {wave} har allerede været åben.", wave=planned.name)
    approved = replace(planned, approved_on=approved_on, minutes=minutes.strip())
    kept.update(db, approved)
    return approved


def open_wave(db: Db, wave_id: str, *, by: Viewer, on: date) -> dict[str, str]:
    """Open an approved wave; returns each unit's token, which is shown now and never again."""
    require(by, Permission.RUN_WAVE)
    asked = opened(wave(db, wave_id), on)
    kept.update(db, asked)
    structures.put(db, wave_id, wave_organisation(db, wave_id).units)
    marks.put(db, secret_mark(wave_id), links.new_secret())
    return _hand_out(db, wave_id)


def new_links(db: Db, wave_id: str, *, by: Viewer) -> dict[str, str]:
    """New tokens for every unit of an open wave; the old ones lead nowhere from now on."""
    require(by, Permission.RUN_WAVE)
    asked = wave(db, wave_id)
    if asked.state is not WaveState.OPEN:
        raise WaveClosed("Undersøgelsen {wave} er ikke åben.", wave=asked.name)
    return _hand_out(db, wave_id)


def _hand_out(db: Db, wave_id: str) -> dict[str, str]:
    tokens = {unit.id: links.new_token() for unit in wave_organisation(db, wave_id).units}
    kept.add_links(db, wave_id, {links.token_hash(t): unit_id for unit_id, t in tokens.items()})
    return tokens


def close_wave(db: Db, wave_id: str, *, by: Viewer, on: date) -> Wave:
    """Close a wave: no answer comes any more, and what tied people to it is forgotten."""
    require(by, Permission.RUN_WAVE)
    ended = closed(wave(db, wave_id), on)
    kept.update(db, ended)
    drafts.drop_wave(db, wave_id)
    responses.settle(db, wave_id)
    comments.settle(db, wave_id)
    forget_old(db, on=on)
    marks.put(db, secret_mark(wave_id), "")
    return ended


def all_waves(db: Db) -> tuple[Wave, ...]:
    """Every wave, as planned."""
    return kept.all_waves(db)


def has_answers(db: Db, wave_id: str) -> bool:
    """Whether single responses of a wave are still kept."""
    return any(responses.counts(db, wave_id).values())


def participation(db: Db, wave_id: str) -> pd.DataFrame:
    """How many have answered, as a band: one row a unit, everybody under it included.

    Columns unit_id, unit, kind, invited (staff; NaN when not known), band. Nothing about what was
    answered.
    """
    tree = wave_organisation(db, wave_id)
    wave(db, wave_id)
    complete = responses.counts(db, wave_id)
    rows = []
    for unit in tree.units:
        sent = sum(complete.get(unit_id, 0) for unit_id in tree.below(unit.id))
        band = participation_band(sent, unit.staff)
        rows.append((unit.id, unit.name, unit.kind, unit.staff, band))
    return pd.DataFrame(rows, columns=["unit_id", "unit", "kind", "invited", "band"])
