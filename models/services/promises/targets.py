"""Setting the target of a criterion; an earlier target stays readable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.files import sheets
from models.services.files.changes import changes
from models.services.files.note import ImportReport
from models.services.files.row import FileRow
from models.services.files.rows import target_row
from models.services.files.upload import File
from models.services.promises import strategies
from models.services.promises.criterion_from_survey import feed_from_earlier
from models.services.promises.fraction_check import check_target, figures_of
from models.services.promises.values import add_values
from models.storage import Db
from models.storage.steering import targets, trace
from models.strategy.paper.criterion import Criterion
from models.strategy.target import (
    PERCENT_KINDS,
    RECORDED,
    Direction,
    Frequency,
    IndicatorKind,
    PathShape,
    Target,
    check,
)
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state, state_or_none
from models.wording import N_
from survey.plain_text import plain

REQUIRED = ("criterion_id", "target", "due")
OPTIONAL = (
    "kind",
    "direction",
    "baseline",
    "baseline_on",
    "strict",
    "tolerance",
    "frequency",
    "sticky",
    "shape",
    "low",
    "high",
    "points",
    "owner",
    "decision",
    "source",
)
NUMBERS = ("baseline", "target", "tolerance", "low", "high", "points")


def set_target(db: Db, target: Target, *, by: Viewer, on: date, as_written: bool = False) -> Target:
    """Adopt a target from a day and return it; the one in force already changes nothing.

    Where the target takes its figures from the survey, waves released before it count as well.
    as_written: somebody says that figures below 1 are meant, though others are above 1.
    """
    require(by, Permission.SET_TARGET)
    strategies.criterion(target.criterion_id)
    owner, decision = plain(target.owner), plain(target.decision)
    adopted = replace(target, set_on=on, owner=owner, decision=decision)
    targets.lock(db)
    current = targets.current(db, [target.criterion_id]).get(target.criterion_id)
    if current is not None:
        if _same(current, adopted):
            return current
        adopted = _set_after(adopted, current)
    _require_possible(adopted, as_written=as_written)
    _adopt(db, adopted, current, by=by, on=on)
    return adopted


def _require_possible(target: Target, *, as_written: bool) -> None:
    # The question comes first: 0.45 for 45 may also lie on the wrong side of the baseline.
    if not as_written:
        check_target(target)
    check(target)
    _require_within_total(target)


def _require_within_total(target: Target) -> None:
    """Raise InputError for a figure above the whole that the unit names, as 40 "af 3 emner"."""
    indicator = strategies.criterion(target.criterion_id).indicator
    if indicator.total is None or target.kind is not IndicatorKind.COUNT:
        return
    for field, figures in figures_of(target).items():
        if any(figure > indicator.total for figure in figures):
            raise InputError(
                "Feltet {field}: løftet tælles ”{unit}”, så tallet kan højst være {total}.",
                field=field,
                unit=indicator.unit,
                total=indicator.total,
            )


def _adopt(db: Db, target: Target, current: Target | None, *, by: Viewer, on: date) -> None:
    targets.add(db, target)
    before = state_or_none(current, without=("criterion_id",))
    after = state(target, without=("criterion_id",))
    place = subject.criterion(target.criterion_id)
    trace.add(db, Write(Action.SET_TARGET, place, by, before, after, target.decision))
    add_values(db, feed_from_earlier(db, target, by=by, on=on), by)


def history(db: Db, criterion_id: str, *, by: Viewer) -> tuple[Target, ...]:
    """Return every target the criterion has had, oldest first."""
    require(by, Permission.SEE_SCOREBOARD)
    return targets.history(db, criterion_id)


def import_targets(
    db: Db, path: File, *, by: Viewer, on: date, dry_run: bool = False, as_written: bool = False
) -> ImportReport:
    """Set a target for every row of a file, or none of them. as_written: as for `set_target`."""
    require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL, numbers=NUMBERS)
    rows = sheet.each(lambda row: _target(row, on, as_written=as_written))
    sheet.refuse_repeated([target.criterion_id for target in rows], "criterion_id")
    if not dry_run:
        targets.lock(db)
    current = targets.current(db, [target.criterion_id for target in rows])
    new = [target for target in rows if target.criterion_id not in current]
    changed = [
        _set_after(target, current[target.criterion_id])
        for target in rows
        if target.criterion_id in current and not _same(current[target.criterion_id], target)
    ]
    if not dry_run:
        for target in (*new, *changed):
            _adopt(db, target, current.get(target.criterion_id), by=by, on=on)
    differences = changes(
        {target.criterion_id: target_row(current[target.criterion_id]) for target in changed},
        {target.criterion_id: target_row(target) for target in (*new, *changed)},
    )
    return sheet.report(added=len(new), changed=len(changed), dry_run=dry_run, changes=differences)


def _set_after(target: Target, current: Target) -> Target:
    """Return the target, set no earlier than the current one: a clock may have been set back."""
    return replace(target, set_on=max(target.set_on, current.set_on))


def _same(target: Target, other: Target) -> bool:
    return replace(target, set_on=other.set_on) == other


def _target(row: FileRow, on: date, *, as_written: bool) -> Target:
    with row.problems("criterion_id"):
        criterion = strategies.criterion(row.text("criterion_id"))
    target = _read(row, criterion, on)
    for column in NUMBERS if target.kind not in PERCENT_KINDS else ():
        row.refuse_percent(column)
    with row.problems("target"):
        _require_possible(target, as_written=as_written)
    return target


def _read(row: FileRow, criterion: Criterion, on: date) -> Target:
    """Return the row as a target; a blank cell takes the strategy's own value.

    A range to be held has no due date, unless the row has one.
    """
    indicator = criterion.indicator
    direction = row.choice("direction", Direction, indicator.direction)
    own_due = None if direction is Direction.MAINTAIN else criterion.due
    return Target(
        criterion_id=criterion.id,
        kind=row.choice("kind", IndicatorKind, indicator.kind),
        direction=direction,
        baseline=row.number_or_none("baseline"),
        baseline_on=row.day_or_none("baseline_on"),
        target=row.number_or_none("target"),
        due=row.day_or_none("due") or own_due,
        strict=row.yes("strict"),
        tolerance=row.number_or_none("tolerance") or 0.0,
        frequency=row.choice("frequency", Frequency, indicator.frequency),
        sticky=row.yes("sticky"),
        shape=row.choice("shape", PathShape, PathShape.LINEAR),
        low=row.number_or_none("low"),
        high=row.number_or_none("high"),
        points=_points(row),
        owner=row.raw("owner"),
        decision=row.raw("decision"),
        source=row.raw("source") or RECORDED,
        set_on=on,
    )


def _points(row: FileRow) -> tuple[tuple[date, float], ...]:
    """Return the interim points, written 2015-12-31=20;2017-12-31=50."""
    parts: Sequence[str] = [part.strip() for part in row.raw("points").split(";") if part.strip()]
    points = []
    for part in parts:
        day, equals, value = part.partition("=")
        if not equals:
            raise row.fault(
                "points",
                N_(
                    "{file}, række {row}, kolonne {column}: ”{value}” er ikke et punkt. Skriv "
                    "dag=værdi med semikolon imellem, fx 2015-12-31=20;2017-12-31=50. Rækker "
                    "med fejl: {faults}."
                ),
                value=part,
            )
        points.append(
            (row.parsed_day("points", day.strip()), row.parsed_number("points", value.strip()))
        )
    return tuple(points)
