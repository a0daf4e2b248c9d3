"""Where survey and strategy meet: a release's figures become observations of the criteria."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

import pandas as pd

from models.access import Viewer
from models.services import units
from models.services.culture import results
from models.services.files.sheets import Note
from models.services.promises import strategies
from models.services.promises.target_in_force import targets_in_force
from models.storage import Db, observations, releases, waves
from models.strategy.observation import Observation
from models.strategy.target import FROM_SURVEY, IndicatorKind, Target
from models.wording import N_
from survey.asking.organisation import Unit
from survey.asking.wave import Wave
from survey.release.build import Release

Cell = Mapping[Hashable, Any]

EVIDENCE = "undersøgelsen {name}"


@dataclass(frozen=True)
class Feed:
    """What a release gives to criteria, and which waiting criteria it could not serve."""

    observations: tuple[Observation, ...]
    notes: tuple[Note, ...]


def feed(db: Db, wave: Wave, made: Release, root: Unit, *, by: Viewer, on: date) -> Feed:
    """An observation for each criterion whose target takes its figures from the survey.

    It describes the day the wave closed and says no more than the release has published: the share
    who are favourable for a percentage, the mean for an index, both of the whole region.
    """
    region = _region(made.cells, root)
    found, notes = [], []
    for target in targets_in_force(db, strategies.criteria()).values():
        if not target.source.startswith(FROM_SURVEY):
            continue
        given = _given(target, wave, region, root, by=by, on=on)
        if isinstance(given, Note):
            notes.append(given)
        else:
            found.append(given)
    return Feed(tuple(found), tuple(notes))


def feed_from_earlier(db: Db, target: Target, *, by: Viewer, on: date) -> tuple[Observation, ...]:
    """What the waves released before a target was set have to say of it, each said once."""
    if not target.source.startswith(FROM_SURVEY):
        return ()
    said = {one.evidence for one in observations.of(db, [target.criterion_id])[target.criterion_id]}
    found = []
    for head in releases.heads(db):
        wave = waves.get(db, head.wave_id)
        if wave is None or EVIDENCE.format(name=wave.name) in said:
            continue
        root = units.wave_organisation(db, head.wave_id).root
        region = _region(results.published(db, head.wave_id, [root.id]), root)
        given = _given(target, wave, region, root, by=by, on=on)
        if isinstance(given, Observation):
            found.append(given)
    return tuple(found)


def _given(
    target: Target, wave: Wave, region: Mapping[str, Cell], root: Unit, *, by: Viewer, on: date
) -> Observation | Note:
    """The release's observation of the target's criterion, or why it has none."""
    observed = _observed(target, region.get(target.source.removeprefix(FROM_SURVEY)))
    if isinstance(observed, Note):
        return observed
    value, k, n = observed
    return Observation(
        target.criterion_id,
        ref=wave.closes_on or on,
        value=value,
        recorded=on,
        k=k,
        n=n,
        population=root.staff if root.staff is not None and root.staff >= n else None,
        evidence=EVIDENCE.format(name=wave.name),
        entered_by=by.name,
    )


def _region(cells: pd.DataFrame, root: Unit) -> dict[str, Cell]:
    """The whole region's cells by their measure."""
    whole = cells[(cells["unit_id"] == root.id) & (cells["group"] == "")]
    return {str(cell["measure"]): cell for cell in whole.to_dict("records")}


def _observed(target: Target, cell: Cell | None) -> tuple[float, int | None, int] | Note:
    """Value, k and n; or why the release has none for this target."""
    named: dict[str, object] = {"criterion": target.criterion_id}
    if cell is None:
        return Note(
            N_("{criterion}: undersøgelsen har ingen offentliggjorte tal for dimensionen"), named
        )
    match target.kind:
        case IndicatorKind.INDEX:
            return _mean(cell["mean"], cell["n"]) or Note(
                N_("{criterion}: undersøgelsen har intet gennemsnit for målet, kun en andel"), named
            )
        case IndicatorKind.SURVEY | IndicatorKind.PERCENTAGE:
            return _share(cell["favourable"], cell["favourable_n"]) or Note(
                N_("{criterion}: for få har svaret til, at en andel må vises"), named
            )
        case IndicatorKind.COUNT | IndicatorKind.MILESTONE:
            return Note(N_("{criterion}: et antal eller en milepæl kan ikke måles med svar"), named)
        case _:
            assert_never(target.kind)


def _mean(mean: float, n: float) -> tuple[float, None, int] | None:
    """The published mean; None for what was asked with yes or no."""
    return None if pd.isna(mean) else (float(mean), None, int(n))


def _share(percent: float, n: float) -> tuple[float, int, int] | None:
    """The published share with the k behind it; None when no share is published.

    k is counted back from the published whole percent, so that it tells no more than that does.
    """
    if pd.isna(percent):
        return None
    return float(percent), round(percent * n / 100), int(n)
