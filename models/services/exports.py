"""Exports of the same form as the files that bring: corrected there and brought back."""

from collections.abc import Iterable, Sequence

from models.access import Permission, Viewer, require
from models.services.files.changes import Row
from models.services.files.rows import (
    OBSERVATION,
    TARGET,
    idea_row,
    observation_row,
    target_row,
    unit_row,
)
from models.services.files.writing import FileForm, file_content
from models.services.installation import invented
from models.services.promises import strategies
from models.storage import Db, ideas, units
from models.storage.steering import observations, targets
from models.strategy.observation import counting_observations

INVENTED = "invented"


def export_units(db: Db, *, file_form: FileForm, by: Viewer) -> bytes:
    """Return today's units as a file, each with the name of the unit above it."""
    require(by, Permission.IMPORT)
    of_today = units.all_units(db)
    names = {unit.id: unit.name for unit in of_today}
    rows = [
        {**unit_row(unit), "parent_name": names.get(unit.parent_id or "", "")} for unit in of_today
    ]
    columns = ("unit_id", "name", "parent_id", "parent_name", "kind", "staff")
    return _file(db, columns, rows, file_form)


def export_targets(db: Db, *, file_form: FileForm, by: Viewer) -> bytes:
    """Return the targets in force as a file, each with its strategy and criterion in words."""
    require(by, Permission.IMPORT)
    in_force = targets.current(db, strategies.criteria())
    rows = [_beside_criterion(target_row(target)) for target in in_force.values()]
    return _file(db, _with_criterion(TARGET), rows, file_form)


def export_observations(db: Db, *, file_form: FileForm, by: Viewer) -> bytes:
    """Return the value that counts of each day and series; replaced ones are left out."""
    require(by, Permission.IMPORT)
    records = observations.records_of(db, strategies.criteria())
    rows = [
        _beside_criterion(observation_row(observation))
        for of_criterion in records.values()
        for observation in counting_observations(of_criterion, None)
    ]
    return _file(db, _with_criterion(OBSERVATION), rows, file_form)


def export_ideas(db: Db, *, file_form: FileForm, by: Viewer) -> bytes:
    """Return every idea as a file, with the name of its unit."""
    require(by, Permission.IMPORT)
    names = {unit.id: unit.name for unit in units.all_units(db)}
    rows = [
        {**idea_row(idea), "unit_name": names.get(idea.unit_id or "", "")}
        for idea in ideas.all_ideas(db)
    ]
    columns = ("idea_id", "title", "text", "language", "unit_id", "unit_name")
    return _file(db, (*columns, "innovation_type", "submitted_on", "stage"), rows, file_form)


def _beside_criterion(row: Row) -> Row:
    """Return the row with the words of its criterion, for the eye."""
    criterion = strategies.criterion(str(row["criterion_id"]))
    return {**row, "criterion": criterion.text}


def _with_criterion(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns with the criterion's words beside its id."""
    return (columns[0], "criterion", *columns[1:])


def _file(db: Db, columns: Sequence[str], rows: Iterable[Row], file_form: FileForm) -> bytes:
    """Return the file; invented records say so in a column of their own."""
    mark = invented(db)
    if mark is None:
        return file_content(columns, rows, file_form)
    return file_content((*columns, INVENTED), [{**row, INVENTED: mark} for row in rows], file_form)
