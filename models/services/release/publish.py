"""Publishing a wave once and for all, and where its figures go from there."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import SteeringError
from models.services import units
from models.services.culture import results
from models.services.promises.criterion_from_survey import feed
from models.services.waves.answering import wave
from models.storage import Db, observations
from models.storage import releases as kept
from models.storage import waves as stored
from models.storage.answers import responses
from models.wording import N_
from survey.asking import instruments
from survey.asking.wave import Wave, WaveState, require_closed
from survey.errors import SurveyError
from survey.release.build import STEPS, Release, Step, build
from survey.release.cells import FIGURES, KEYS
from survey.release.questionnaire_quality import quality
from survey.scoring.scored_responses import score_responses

Progress = Callable[[int, int, str], None]

STEP_WORD = {
    Step.SCORE: N_("Svarene gøres op"),
    Step.PATTERN: N_("Vælger, hvad der kan vises, og prøver, om nogen kan genkendes"),
    Step.RELIABILITY: N_("Regner ud, hvor sikkert skemaet måler"),
    Step.ESTIMATES: N_("Regner tallene ud"),
    Step.DRIVERS: N_("Ser efter sammenhænge"),
    Step.KEEP: N_("Gemmer resultatet"),
}


class AlreadyReleased(SteeringError):
    """A wave was to be released a second time."""


class NotReleased(SurveyError):
    """A result was asked for that has not been published."""


def release(
    db: Db,
    wave_id: str,
    *,
    by: Viewer,
    on: date,
    progress: Progress = lambda _done, _of, _what: None,
) -> Release:
    """Build and freeze a closed wave's release, and let it feed the criteria that wait for it.

    progress: told how many steps are done, of how many, and a marked word for the one that begins.
    Raises WaveStillOpen, AlreadyReleased, ReleaseUnsafe; then nothing is kept.
    """
    require(by, Permission.RELEASE_WAVE)
    asked = wave(db, wave_id)
    if asked.state is WaveState.RELEASED:
        raise _already_released(asked)
    require_closed(asked)
    organisation = units.wave_organisation(db, wave_id)
    instrument = instruments.load(asked.instrument_id)

    def begun(step: Step) -> None:
        progress(STEPS.index(step), len(STEPS), STEP_WORD[step])

    answers = responses.answers(db, wave_id)
    made = build(answers, organisation, instrument, asked, on=on, progress=begun)
    begun(Step.KEEP)
    # Two may have begun at the same time: the first to store its release has released the wave.
    if not kept.add(db, made):
        raise _already_released(asked)
    stored.update(db, replace(asked, state=WaveState.RELEASED))
    observations.add_all(db, feed(db, asked, made, organisation.root, by=by, on=on).observations)
    progress(len(STEPS), len(STEPS), STEP_WORD[Step.KEEP])
    return made


def _already_released(of_wave: Wave) -> AlreadyReleased:
    return AlreadyReleased(
        "Undersøgelsen {wave} er allerede frigivet. Et frigivet resultat ændres ikke.",
        wave=of_wave.name,
    )


def erase_answers(db: Db, wave_id: str, *, by: Viewer) -> int:
    """Delete what single people answered in a released wave; returns how many responses there were.

    The release stays as it is and is never computed again. Raises WaveUnknown, NotReleased.
    """
    require(by, Permission.RELEASE_WAVE)
    asked = wave(db, wave_id)
    if asked.state is not WaveState.RELEASED:
        raise NotReleased(
            "Undersøgelsen {wave} er ikke frigivet. Svarene slettes først bagefter.",
            wave=asked.name,
        )
    return responses.forget(db, wave_id)


def published(db: Db, wave_id: str) -> Release:
    """A wave's release with every cell, for a file; raises WaveUnknown, NotReleased."""
    asked = wave(db, wave_id)
    found = kept.get(db, wave_id)
    if found is None:
        raise NotReleased(
            "Undersøgelsen {wave} er ikke frigivet, og derfor er der intet at hente.",
            wave=asked.name,
        )
    return found


def reliability(db: Db, wave_id: str, *, by: Viewer) -> pd.DataFrame:
    """How surely a wave's dimensions are measured: one row each, as the release keeps it.

    Of a closed wave that is not released it is computed, for whoever decides whether to release.
    Raises WaveUnknown, WaveStillOpen.
    """
    require(by, Permission.RELEASE_WAVE)
    asked = wave(db, wave_id)
    head = kept.head(db, wave_id)
    return _reliability(db, asked) if head is None else head.reliability


def _reliability(db: Db, asked: Wave) -> pd.DataFrame:
    require_closed(asked)
    instrument = instruments.load(asked.instrument_id)
    answers, k = responses.answers(db, asked.id), asked.smallest_group
    return quality(
        score_responses(answers, units.wave_organisation(db, asked.id), instrument, at_least=k), k
    )


def as_file(made: Release, invented: str | None) -> bytes:
    """A release as a CSV file: its cells, and a column that says so when they are invented."""
    return results.cells_as_csv(made.cells, invented)


def as_document(release: Release, invented: str | None) -> bytes:
    """A release as a JSON document: `cells` as in the CSV file, missing as null."""
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
