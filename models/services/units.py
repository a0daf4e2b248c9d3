"""The organisation: which units there are, and bringing them in from a file."""

from dataclasses import replace
from pathlib import Path

from models import access
from models.access import Permission, Viewer
from models.errors import InputError
from models.services.files import sheets
from models.services.files.row import FileRow
from models.services.files.sheets import ImportReport, Note, Sheet
from models.storage import Db, structures
from models.storage import units as stored
from models.wording import N_
from survey.asking.organisation import Organisation, Unit, join_units
from survey.errors import SurveyError

REQUIRED = ("unit_id", "parent_id", "name", "kind")
OPTIONAL = ("staff",)


def organisation(db: Db) -> Organisation | None:
    """The tree of units; None while none has been brought in."""
    units = stored.all_units(db)
    return join_units(units) if units else None


def organisation_of(db: Db, wave_id: str) -> Organisation | None:
    """The tree a wave is asked in: as it stood when the wave opened, before that today's."""
    return structures.tree(db, wave_id) or organisation(db)


def wave_organisation(db: Db, wave_id: str) -> Organisation:
    """Return `organisation_of` a wave; raises InputError while there are no units at all."""
    tree = organisation_of(db, wave_id)
    if tree is None:
        raise InputError("Der er ingen enheder. Indlæs organisationen først.")
    return tree


def import_units(db: Db, path: Path, *, by: Viewer, dry_run: bool = False) -> ImportReport:
    """Put the tree of a file in place of the one that is there, or change nothing."""
    access.require(by, Permission.IMPORT)
    sheet = sheets.read(path, REQUIRED, OPTIONAL, numbers=("staff",))
    wanted = sheet.each(_unit)
    _require_tree(sheet, wanted)
    before = {unit.id: unit for unit in stored.all_units(db)}
    added = sum(unit.id not in before for unit in wanted)
    changed = sum(unit.id in before and unit != before[unit.id] for unit in wanted)
    gone = before.keys() - {unit.id for unit in wanted}
    if not dry_run and (added or changed or gone):
        stored.replace(db, wanted)
    report = sheet.report(added=added, changed=changed, dry_run=dry_run)
    return replace(report, notes=(*report.notes, *_farewell(len(gone))))


def _farewell(gone: int) -> tuple[Note, ...]:
    message = N_("{gone} enheder, som ikke står i filen, er ikke længere i organisationen")
    return (Note(message, {"gone": gone}),) if gone else ()


def _unit(row: FileRow) -> Unit:
    return Unit(
        id=row.text("unit_id"),
        parent_id=row.raw("parent_id") or None,
        name=row.text("name"),
        kind=row.text("kind"),
        staff=row.whole_or_none("staff"),
    )


def _require_tree(sheet: Sheet, units: tuple[Unit, ...]) -> None:
    """Say the row of the unit that does not fit, where one does not."""
    sheet.refuse_repeated([unit.id for unit in units], "unit_id")
    try:
        join_units(units)
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
