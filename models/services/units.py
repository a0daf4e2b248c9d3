"""The organisation: the units today, those of a wave, and bringing them in from a file."""

from collections.abc import Mapping
from dataclasses import replace

from models.access import Permission, Viewer, reaches, require
from models.errors import InputError, Refused
from models.services.files import sheets
from models.services.files.changes import changes
from models.services.files.note import ImportReport, Note
from models.services.files.row import FileRow
from models.services.files.rows import unit_row
from models.services.files.sheets import Sheet
from models.services.files.upload import File
from models.storage import Db, units
from models.storage.asking import structures
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state_or_none
from models.wording import N_
from survey.asking.organisation import Organisation, Unit, join_units
from survey.errors import SurveyError

REQUIRED = ("unit_id", "parent_id", "name", "kind")
OPTIONAL = ("staff",)


def organisation(db: Db, *, by: Viewer) -> Organisation | None:
    """Return today's units as one tree; None while there are none."""
    require(by, Permission.SEE_UNITS)
    return _today(db)


def _today(db: Db) -> Organisation | None:
    all_units = units.all_units(db)
    return join_units(all_units) if all_units else None


def wave_units(db: Db, wave_id: str) -> tuple[Unit, ...]:
    """Return the units of a wave: as they were when it opened; before that, today's."""
    return structures.get(db, wave_id) or units.all_units(db)


def organisation_of(db: Db, wave_id: str) -> Organisation | None:
    """Return `wave_units` as one tree; None while there are none."""
    return structures.tree(db, wave_id) or _today(db)


def wave_organisation(db: Db, wave_id: str) -> Organisation:
    """Return `organisation_of` a wave; raises InputError while there are no units."""
    tree = organisation_of(db, wave_id)
    if tree is None:
        raise InputError("Der er ingen enheder. Indlæs organisationen først.")
    return tree


def require_within_reach(by: Viewer, tree: Organisation, unit_id: str) -> None:
    """Refuse a department a unit that is neither its own nor below it.

    Raises Refused, UnitUnknown.
    """
    path = tree.path(unit_id)
    if not reaches(by, [unit.id for unit in path]):
        raise Refused("Enheden {unit} hører ikke under din egen.", unit=path[-1].name)


def import_units(db: Db, path: File, *, by: Viewer, dry_run: bool = False) -> ImportReport:
    """Replace today's units by those of a file, or change nothing."""
    require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL, numbers=("staff",))
    after = sheet.each(_unit)
    _require_tree(sheet, after)
    if not dry_run:
        units.lock(db)
    before = {unit.id: unit for unit in units.all_units(db)}
    sheet.refuse_lost_zeros([unit.id for unit in after], "unit_id", before)
    added = sum(unit.id not in before for unit in after)
    changed = sum(unit.id in before and unit != before[unit.id] for unit in after)
    removed = before.keys() - {unit.id for unit in after}
    if not dry_run and (added or changed or removed):
        units.replace(db, after)
        _leave(db, before, {unit.id: unit for unit in after}, by)
    differences = changes(
        {id_: unit_row(unit) for id_, unit in before.items()},
        {unit.id: unit_row(unit) for unit in after},
    )
    report = sheet.report(added=added, changed=changed, dry_run=dry_run, changes=differences)
    return replace(report, notes=(*report.notes, *_removal(len(removed))))


def _leave(db: Db, before: Mapping[str, Unit], after: Mapping[str, Unit], by: Viewer) -> None:
    """Leave a line for each unit that came, went or is another than before."""
    for unit_id in (*after, *(unit_id for unit_id in before if unit_id not in after)):
        earlier, later = (units_of.get(unit_id) for units_of in (before, after))
        if earlier != later:
            states = [state_or_none(unit, without=("id",)) for unit in (earlier, later)]
            trace.add(
                db, Write(Action.IMPORT_UNIT, subject.unit(unit_id), by, states[0], states[1])
            )


def _removal(number: int) -> tuple[Note, ...]:
    message = N_("Enheder, der ikke står i filen og derfor er gået ud: {gone}")
    return (Note(message, {"gone": number}),) if number else ()


def _unit(row: FileRow) -> Unit:
    return Unit(
        id=row.text("unit_id"),
        parent_id=row.raw("parent_id") or None,
        name=row.text("name"),
        kind=row.text("kind"),
        staff=row.whole_or_none("staff"),
    )


def _require_tree(sheet: Sheet, of_file: tuple[Unit, ...]) -> None:
    """Raise InputError, with the row of the unit that does not fit, unless the units are a tree."""
    ids = [unit.id for unit in of_file]
    sheet.refuse_repeated(ids, "unit_id")
    sheet.refuse_alike(ids, "unit_id")
    try:
        join_units(of_file)
    except SurveyError as problem:
        named = problem.values.get("second", problem.values.get("unit"))
        for row in sheet.rows:
            if row.raw("unit_id") == named:
                with row.problems("parent_id"):
                    raise
        raise InputError(
            "{file}: ingen enhed står øverst. Lad parent_id være tom for netop én enhed.",
            file=sheet.file,
        ) from None
