"""Logging measured values; a correction replaces an earlier record and never erases it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.access import Permission, Viewer, require
from models.services.files import sheets
from models.services.files.changes import changes
from models.services.files.note import ImportReport
from models.services.files.row import FileRow
from models.services.files.rows import observation_row
from models.services.files.upload import File
from models.services.period_locks import require_unlocked
from models.services.promises import strategies, target_in_force
from models.services.promises.fraction_check import check_observation
from models.services.promises.observation_check import ValueScale, check
from models.services.promises.values import add_values
from models.storage import Db
from models.storage.steering import observations
from models.strategy.observation import Observation, counting_observations, entered_after
from models.wording import N_
from survey.plain_text import plain

REQUIRED = ("criterion_id", "ref", "value")
OPTIONAL = ("k", "n", "population", "series", "evidence", "recorded")
NUMBERS = ("value", "k", "n", "population")


def record(
    db: Db, observation: Observation, *, by: Viewer, as_written: bool = False
) -> Observation:
    """Log a value and return it with its author; earlier records of the same day stay readable.

    as_written: somebody says that a value below 1 is meant, though the target is above 1.
    """
    require(by, Permission.RECORD_OBSERVATION)
    criterion = strategies.criterion(observation.criterion_id)
    target = target_in_force.targets_in_force(db, [criterion.id]).get(criterion.id)
    scale = target_in_force.scale(criterion, target)
    check(observation, scale)
    if not as_written:
        check_observation(observation, scale, target)
    entered = replace(
        observation,
        series=plain(observation.series),
        evidence=plain(observation.evidence),
        entered_by=by.name,
    )
    observations.lock(db)
    records = observations.records_of(db, [criterion.id])[criterion.id]
    require_unlocked(db, [entered.ref])
    entered = entered_after(entered, records)
    same_place = [record for record in records if _subject(record) == _subject(entered)]
    before = counting_observations(same_place, None)
    add_values(db, [entered], by, corrected={entered: before[-1]} if before else {})
    return entered


def of(db: Db, criterion_id: str, *, by: Viewer) -> tuple[Observation, ...]:
    """Return every record of a criterion in the order of entry, the replaced ones included."""
    require(by, Permission.SEE_SCOREBOARD)
    return observations.records_of(db, [criterion_id]).get(criterion_id, ())


def import_observations(
    db: Db, path: File, *, by: Viewer, on: date, dry_run: bool = False, as_written: bool = False
) -> ImportReport:
    """Log the values of a file, or none of them.

    on: today, and the day of entry where a row has none. as_written: as for `record`.
    """
    require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL, numbers=NUMBERS)
    targets = target_in_force.targets_in_force(db, strategies.criteria())
    scales = {
        criterion.id: target_in_force.scale(criterion, targets.get(criterion.id))
        for criterion in strategies.criteria().values()
    }

    def observation(row: FileRow) -> Observation:
        logged = _observation(row, scales, by=by, on=on)
        if not as_written:
            with row.problems("value"):
                criterion_id = logged.criterion_id
                check_observation(logged, scales[criterion_id], targets.get(criterion_id))
        return logged

    logged = sheet.each(observation)
    sheet.refuse_repeated([_key(observation) for observation in logged], "ref")
    if not dry_run:
        observations.lock(db)
    new, corrections = _news(db, logged, on=on)
    entered = (*new, *(correction for _, correction in corrections))
    require_unlocked(db, {observation.ref for observation in entered})
    if not dry_run:
        add_values(db, entered, by, corrected={after: before for before, after in corrections})
    differences = changes(
        {_name(before): observation_row(before) for before, _ in corrections},
        {_name(observation): observation_row(observation) for observation in entered},
    )
    return sheet.report(
        added=len(new), changed=len(corrections), dry_run=dry_run, changes=differences
    )


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
    if not scales[criterion_id].percent:
        row.refuse_percent("value")
    with row.problems("value"):
        check(observation, scales[criterion_id])
    return observation


def _news(
    db: Db, logged: Iterable[Observation], *, on: date
) -> tuple[list[Observation], list[tuple[Observation, Observation]]]:
    """Return the new observations, and the corrections, each after the record it replaces.

    A value is left out where it equals what counted on its own day of entry, so that the same
    file brings nothing new, today or tomorrow. A correction that still has the day of entry of
    the record it corrects, as in a file that was written here, is entered today: what was known
    on an earlier day stays as it was. on: today.
    """
    # In the order of entry, so that a row is compared with the earlier rows of its own file too.
    logged = sorted(logged, key=lambda observation: observation.recorded)
    earlier: defaultdict[tuple[str, date, str], list[Observation]] = defaultdict(list)
    criterion_ids = {observation.criterion_id for observation in logged}
    for records in observations.records_of(db, criterion_ids).values():
        for record in records:
            earlier[_subject(record)].append(record)
    new: list[Observation] = []
    corrections: list[tuple[Observation, Observation]] = []
    for row in logged:
        records_before = earlier[_subject(row)]
        observation = entered_after(row, records_before) if row.recorded == on else row
        if _counts_already(records_before, observation):
            continue
        entered = observation
        if observation.recorded in {record.recorded for record in records_before}:
            entered = entered_after(replace(observation, recorded=on), records_before)
            if _counts_already(records_before, entered):
                continue
        if records_before:
            corrections.append((counting_observations(records_before, None)[0], entered))
        else:
            new.append(entered)
        records_before.append(entered)
    return new, corrections


def _counts_already(records: Iterable[Observation], observation: Observation) -> bool:
    counting = counting_observations(records, observation.recorded)
    return bool(counting) and _same(counting[0], observation)


def _name(observation: Observation) -> str:
    """Return what a reader calls the subject of an observation."""
    series = "" if observation.series == "A" else f" ({observation.series})"
    return f"{observation.criterion_id} {observation.ref}{series}"


def _subject(observation: Observation) -> tuple[str, date, str]:
    return observation.criterion_id, observation.ref, observation.series


def _key(observation: Observation) -> tuple[str, date, str, date]:
    return *_subject(observation), observation.recorded


def _same(record: Observation, other: Observation) -> bool:
    return replace(record, recorded=other.recorded, entered_by=other.entered_by) == other
