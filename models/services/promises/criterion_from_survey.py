"""Observations of criteria whose target takes its figures from a survey, made at its release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

import pandas as pd

from models.access import Permission, Viewer, require
from models.services import units
from models.services.culture import results
from models.services.files.note import Note
from models.services.promises import strategies
from models.services.promises.target_in_force import targets_in_force
from models.storage import Db, releases, waves
from models.storage.steering import observations
from models.strategy.observation import Observation
from models.strategy.target import FROM_SURVEY, IndicatorKind, Target
from models.wording import N_
from survey.asking.organisation import Unit
from survey.asking.wave import Wave
from survey.release.build import Release
from survey.release.figure import HIDDEN, Figure, by_place

EVIDENCE = "undersøgelsen {name}"


@dataclass(frozen=True)
class Feed:
    """The observations a release gives, and a note for each criterion it could not serve."""

    observations: tuple[Observation, ...]
    notes: tuple[Note, ...]


def feed(db: Db, wave: Wave, release: Release, root: Unit, *, by: Viewer, on: date) -> Feed:
    """Return an observation of each criterion whose target takes its figures from the survey.

    It describes the day the wave closed and is a published figure of the whole region: the share
    who are favourable for a percentage, the mean for an index.
    """
    require(by, Permission.RELEASE_WAVE)
    region = _region(release.cells, root)
    observed, notes = [], []
    for target in targets_in_force(db, strategies.criteria()).values():
        if not target.source.startswith(FROM_SURVEY):
            continue
        result = _observation(target, wave, region, root, by=by, on=on)
        if isinstance(result, Note):
            notes.append(result)
        else:
            observed.append(result)
    return Feed(tuple(observed), tuple(notes))


def feed_from_earlier(db: Db, target: Target, *, by: Viewer, on: date) -> tuple[Observation, ...]:
    """Return the observations of the waves released before a target was set, each wave once."""
    require(by, Permission.SET_TARGET)
    if not target.source.startswith(FROM_SURVEY):
        return ()
    records = observations.records_of(db, [target.criterion_id])[target.criterion_id]
    evidence = {record.evidence for record in records}
    observed = []
    for head in releases.heads(db):
        wave = waves.get(db, head.wave_id)
        if wave is None or EVIDENCE.format(name=wave.name) in evidence:
            continue
        root = units.wave_organisation(db, head.wave_id).root
        region = _region(results.published_cells(db, head.wave_id, [root.id]), root)
        result = _observation(target, wave, region, root, by=by, on=on)
        if isinstance(result, Observation):
            observed.append(result)
    return tuple(observed)


def _observation(
    target: Target, wave: Wave, region: Mapping[str, Figure], root: Unit, *, by: Viewer, on: date
) -> Observation | Note:
    """Return the observation of the target's criterion, or why the release has none."""
    counts = _counts(target, region.get(target.source.removeprefix(FROM_SURVEY), HIDDEN))
    if isinstance(counts, Note):
        return counts
    value, k, n = counts
    return Observation(
        target.criterion_id,
        ref=wave.closes_on or on,
        value=value,
        recorded=on,
        k=k,
        n=n,
        # More answers than staff means that the register is older than the wave.
        population=root.staff if root.staff is not None and root.staff >= n else None,
        evidence=EVIDENCE.format(name=wave.name),
        entered_by=by.name,
    )


def _region(cells: pd.DataFrame, root: Unit) -> dict[str, Figure]:
    """Return the figures of the whole region, all groups together, by measure."""
    whole = cells[(cells["unit_id"] == root.id) & (cells["group"] == "")]
    return {measure: figure for (_, _, measure), figure in by_place(whole).items()}


def _counts(target: Target, figure: Figure) -> tuple[float, int | None, int] | Note:
    """Return value, k and n; or why the release has none for this target."""
    values: dict[str, object] = {"criterion": target.criterion_id}
    if figure is HIDDEN:
        return Note(
            N_("{criterion}: undersøgelsen har ingen offentliggjorte tal for dimensionen"), values
        )
    match target.kind:
        case IndicatorKind.INDEX:
            return _mean(figure) or Note(
                N_("{criterion}: undersøgelsen har intet gennemsnit for målet, kun en andel"),
                values,
            )
        case IndicatorKind.SURVEY | IndicatorKind.PERCENTAGE:
            return _share(figure) or Note(
                N_("{criterion}: for få har svaret til, at en andel må vises"), values
            )
        case IndicatorKind.COUNT | IndicatorKind.MILESTONE:
            return Note(
                N_("{criterion}: et antal eller en milepæl kan ikke måles med svar"), values
            )
        case _:
            assert_never(target.kind)


def _mean(figure: Figure) -> tuple[float, None, int] | None:
    """Return the mean and its n; None for what was asked with yes or no."""
    if figure.mean is None or figure.n is None:
        return None
    return float(figure.mean), None, figure.n


def _share(figure: Figure) -> tuple[float, int, int] | None:
    """Return the share with its k and n; None when no share is published.

    k is counted back from the published whole percent, so that it tells no more than that does.
    """
    if figure.favourable is None or figure.favourable_n is None:
        return None
    k = round(figure.favourable * figure.favourable_n / 100)
    return float(figure.favourable), k, figure.favourable_n
