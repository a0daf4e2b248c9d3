"""Logging what was measured; a correction replaces an earlier record and never erases it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from models import access
from models.access import Permission, Viewer
from models.services.files import sheets
from models.services.files.row import FileRow
from models.services.files.sheets import ImportReport
from models.services.promises import strategies, target_in_force
from models.services.promises.plausible import ValueScale, check
from models.storage import Db
from models.storage import observations as stored
from models.strategy.observation import Observation, counting_observations
from models.wording import N_

REQUIRED = ("criterion_id", "ref", "value")
OPTIONAL = ("k", "n", "population", "series", "evidence", "recorded")
NUMBERS = ("value", "k", "n", "population")


def record(db: Db, observation: Observation, *, by: Viewer) -> Observation:
    """Log a value; the record of the same day and series that counted until now stays readable."""
    access.require(by, Permission.RECORD_OBSERVATION)
    criterion = strategies.criterion(observation.criterion_id)
    targets = target_in_force.targets_in_force(db, [criterion.id])
    check(observation, target_in_force.scale(criterion, targets.get(criterion.id)))
    entered = replace(observation, entered_by=by.name)
    stored.add_all(db, [entered])
    return entered


def of(db: Db, criterion_id: str) -> tuple[Observation, ...]:
    """Every record of a criterion in the order of entry, the replaced ones included."""
    return stored.of(db, [criterion_id]).get(criterion_id, ())


def import_observations(
    db: Db, path: Path, *, by: Viewer, on: date, dry_run: bool = False
) -> ImportReport:
    """Log the values of a file, or none of them; `on` is today, the day of entry where none is."""
    access.require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL, numbers=NUMBERS)
    targets = target_in_force.targets_in_force(db, strategies.criteria())
    scales = {
        one.id: target_in_force.scale(one, targets.get(one.id))
        for one in strategies.criteria().values()
    }
    wanted = sheet.each(lambda row: _observation(row, scales, by=by, on=on))
    sheet.refuse_repeated([_key(one) for one in wanted], "ref")
    new, corrections = _news(db, wanted)
    if not dry_run:
        stored.add_all(db, [*new, *corrections])
    return sheet.report(added=len(new), changed=len(corrections), dry_run=dry_run)


def _observation(
    row: FileRow, scales: dict[str, ValueScale], *, by: Viewer, on: date
) -> Observation:
    criterion_id = row.text("criterion_id")
    if criterion_id not in scales:
        with row.problems("criterion_id"):
            strategies.criterion(criterion_id)
    observation = Observation(
        criterion_id=criterion_id,
        ref=row.day("ref"),
        value=row.number("value"),
        recorded=row.day_or_none("recorded") or on,
        k=row.whole_or_none("k"),
        n=row.whole_or_none("n"),
        population=row.whole_or_none("population"),
        series=row.raw("series") or "A",
        evidence=row.raw("evidence"),
        entered_by=by.name,
    )
    if observation.recorded > on:
        raise row.fault(
            "recorded",
            N_(
                "{file}, række {row}, kolonne {column}: {value} er ikke kommet endnu. "
                "Skriv den dag, værdien blev indtastet. Rækker med fejl: {faults}."
            ),
            value=observation.recorded,
        )
    with row.problems("value"):
        check(observation, scales[criterion_id])
    return observation


def _news(db: Db, wanted: Iterable[Observation]) -> tuple[list[Observation], list[Observation]]:
    """What is not known yet, and what corrects a record of the same day and series.

    A value counts as known where it says what already counted on its own day of entry, so that
    the same file brings nothing new, today or tomorrow.
    """
    wanted = sorted(wanted, key=lambda one: one.recorded)
    earlier: defaultdict[tuple[str, date, str], list[Observation]] = defaultdict(list)
    for records in stored.of(db, {one.criterion_id for one in wanted}).values():
        for one in records:
            earlier[_subject(one)].append(one)
    new: list[Observation] = []
    corrections: list[Observation] = []
    for one in wanted:
        there = earlier[_subject(one)]
        counting = counting_observations(there, one.recorded)
        if counting and _same(counting[0], one):
            continue
        (corrections if there else new).append(one)
        there.append(one)
    return new, corrections


def _subject(one: Observation) -> tuple[str, date, str]:
    return one.criterion_id, one.ref, one.series


def _key(one: Observation) -> tuple[str, date, str, date]:
    return *_subject(one), one.recorded


def _same(one: Observation, other: Observation) -> bool:
    return replace(one, recorded=other.recorded, entered_by=other.entered_by) == other
