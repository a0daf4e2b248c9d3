"""Releasing a wave, once: figures are computed, audited, stored, and logged for the criteria."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import SteeringError
from models.services import questionnaires, units
from models.services.culture import results
from models.services.promises.criterion_from_survey import feed
from models.services.promises.values import add_values
from models.services.release.staff_before import staff_when_last_published
from models.services.waves.answering import find_wave, lock_wave
from models.storage import Db, releases, waves
from models.storage.answers import responses
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.wording import N_
from survey.asking.wave import Wave, WaveState, require_closed
from survey.errors import SurveyError
from survey.release.build import STEPS, Release, Step, build
from survey.release.cells import FIGURES, KEYS
from survey.release.questionnaire_quality import quality
from survey.scoring.scored_responses import score_responses

Progress = Callable[[int, int, str], None]

STEP_WORD = {
    Step.SCORE: N_("Gør svarene op"),
    Step.PATTERN: N_("Vælger, hvad der kan vises, og prøver, om nogen kan genkendes"),
    Step.RELIABILITY: N_("Regner ud, hvor sikkert skemaet måler"),
    Step.ESTIMATES: N_("Regner tallene ud"),
    Step.DRIVERS: N_("Ser efter sammenhænge"),
    Step.KEEP: N_("Gemmer resultatet"),
}


class AlreadyReleased(SteeringError):
    """A wave was to be released a second time."""


class NotReleased(SurveyError):
    """A result was asked for of a wave that is not released."""


def release_wave(
    db: Db,
    wave_id: str,
    *,
    by: Viewer,
    on: date,
    progress: Progress = lambda _done, _of, _what: None,
) -> Release:
    """Build and store a closed wave's release, and add observations to the criteria it measures.

    progress: called with the number of steps done, of all, and a marked word for the next one.
    Raises WaveStillOpen, AlreadyReleased, ReleaseUnsafe; then nothing is stored.
    """
    require(by, Permission.RELEASE_WAVE)
    wave = lock_wave(db, wave_id)
    if wave.state is WaveState.RELEASED:
        raise _already_released(wave)
    require_closed(wave)
    organisation = units.wave_organisation(db, wave_id)
    instrument = questionnaires.of_wave(db, wave)

    def begin(step: Step) -> None:
        progress(STEPS.index(step), len(STEPS), STEP_WORD[step])

    answers = responses.answers(db, wave_id)
    result = build(
        answers,
        organisation,
        instrument,
        wave,
        on=on,
        last_published=staff_when_last_published(db, instrument),
        progress=begin,
    )
    begin(Step.KEEP)
    # A release that is there stands, whatever the state of the wave says.
    if not releases.add(db, result):
        raise _already_released(wave)
    waves.update(db, replace(wave, state=WaveState.RELEASED))
    after = {"state": WaveState.RELEASED, "released_on": on.isoformat(), "hash": result.hash}
    before = {"state": wave.state}
    trace.add(db, Write(Action.RELEASE_WAVE, subject.wave(wave_id), by, before, after))
    add_values(db, feed(db, wave, result, organisation.root, by=by, on=on).observations, by)
    progress(len(STEPS), len(STEPS), STEP_WORD[Step.KEEP])
    return result


def _already_released(wave: Wave) -> AlreadyReleased:
    return AlreadyReleased(
        "Undersøgelsen {wave} er allerede frigivet. Et frigivet resultat ændres ikke.",
        wave=wave.name,
    )


def erase_answers(db: Db, wave_id: str, *, by: Viewer) -> int:
    """Delete the single responses of a released wave; return how many there were.

    The release stays as it is and is never computed again. Raises WaveUnknown, NotReleased.
    """
    require(by, Permission.RELEASE_WAVE)
    wave = lock_wave(db, wave_id)
    if wave.state is not WaveState.RELEASED:
        raise NotReleased(
            "Undersøgelsen {wave} er ikke frigivet. Svarene slettes først bagefter.",
            wave=wave.name,
        )
    # Without the number: it would be that of the respondents.
    trace.add(db, Write(Action.ERASE_ANSWERS, subject.wave(wave_id), by))
    return responses.forget(db, wave_id)


def published_release(db: Db, wave_id: str, *, by: Viewer) -> Release:
    """Return a wave's release with every cell, for a file; raises WaveUnknown, NotReleased."""
    require(by, Permission.SEE_CULTURE)
    wave = find_wave(db, wave_id)
    release = releases.get(db, wave_id)
    if release is None:
        raise NotReleased(
            "Undersøgelsen {wave} er ikke frigivet, og derfor er der intet at hente.",
            wave=wave.name,
        )
    return release


def reliability(db: Db, wave_id: str, *, by: Viewer) -> pd.DataFrame:
    """Return the reliability of a wave, one row a dimension, as stored with the release.

    For a closed wave that is not released it is computed, to help decide whether to release it.
    Raises WaveUnknown, WaveStillOpen.
    """
    require(by, Permission.RELEASE_WAVE)
    wave = find_wave(db, wave_id)
    head = releases.head(db, wave_id)
    return _reliability(db, wave) if head is None else head.reliability


def _reliability(db: Db, wave: Wave) -> pd.DataFrame:
    require_closed(wave)
    instrument = questionnaires.of_wave(db, wave)
    answers, k = responses.answers(db, wave.id), wave.smallest_group
    return quality(
        score_responses(answers, units.wave_organisation(db, wave.id), instrument, at_least=k), k
    )


def as_file(release: Release, invented: str | None) -> bytes:
    """Return the cells of a release as CSV, with a column `invented` when they are."""
    return results.cells_as_csv(release.cells, invented)


def as_document(release: Release, invented: str | None) -> bytes:
    """Return a release as JSON: `cells` as in the CSV file, missing as null."""
    # Int64 has a missing value of its own; as objects it becomes the None that JSON writes as null.
    figures = release.cells[list(FIGURES)].astype("Int64").astype(object)
    cells = pd.concat([release.cells[list(KEYS)], figures.where(figures.notna(), None)], axis=1)
    document: dict[str, object] = {
        "wave": release.wave_id,
        "smallest_group": release.smallest_group,
        "released_on": release.released_on.isoformat(),
        "hash": release.hash,
        "cells": cells.to_dict("records"),
    }
    if invented:
        document = {"invented": invented} | document
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
