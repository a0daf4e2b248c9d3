"""Values pasted from a spreadsheet: code, day and value of one promise a line."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.files import sheets
from models.services.files.row import FileRow
from models.services.files.upload import Upload
from models.services.promises import strategies
from models.services.updates import submissions
from models.storage import Db
from models.strategy.observation import Observation

COLUMNS: Final = ("criterion_id", "ref", "value")
SEPARATORS: Final = ("\t", ";")


@dataclass(frozen=True)
class PastedValue:
    """A line as it was read: the value, and the words of its promise with their unit."""

    observation: Observation
    promise: str
    unit: str


def read_pasted(
    db: Db, text: str, *, name: str, as_written: bool = False, by: Viewer, on: date
) -> tuple[PastedValue, ...]:
    """Return the values of the lines without entering any; raises InputError naming the line.

    Between the columns stands a tab or a semicolon; a first line with their names may be there. A
    line is refused for what would refuse its value when it is entered. name: of what was pasted, as
    messages call it. as_written: somebody says that values below 1 are meant.
    """
    require(by, Permission.UPDATE_PROMISE)
    if not text.strip():
        raise InputError("Indsæt mindst én række: løftets kode, dag og værdi.", field="text")
    lines = text.strip("\r\n")
    separator = next((sign for sign in SEPARATORS if sign in lines.split("\n")[0]), SEPARATORS[0])
    has_header = lines.split(separator)[0].strip().lower() == COLUMNS[0]
    header = "" if has_header else separator.join(COLUMNS) + "\n"
    try:
        return _read(db, header + lines, name=name, as_written=as_written, by=by, on=on)
    except InputError as problem:
        # The reader counts the names of the columns as its first row.
        above = {
            place: int(str(problem.values[place])) - bool(header)
            for place in ("row", "earlier")
            if place in problem.values
        }
        raise InputError(problem.message, **(problem.values | above)) from None


def _read(
    db: Db, text: str, *, name: str, as_written: bool, by: Viewer, on: date
) -> tuple[PastedValue, ...]:
    sheet = sheets.read(Upload(name, text.encode()), COLUMNS, numbers=("value",))

    def pasted(row: FileRow) -> PastedValue:
        with row.problems("criterion_id"):
            criterion = strategies.criterion(row.text("criterion_id"))
        observation = Observation(criterion.id, row.day("ref"), row.number("value"), on)
        with row.problems("criterion_id"):
            submissions.require_enterable(db, observation, by, on=on, as_written=as_written)
        return PastedValue(observation, criterion.text, criterion.indicator.unit)

    values = sheet.each(pasted)
    sheet.refuse_repeated(
        [(value.observation.criterion_id, value.observation.ref) for value in values], "ref"
    )
    return values


def enter_pasted(
    db: Db, text: str, *, name: str, as_written: bool = False, by: Viewer, on: date
) -> int:
    """Enter the values of the lines, or none of them; return how many."""
    require(by, Permission.UPDATE_PROMISE)
    values = read_pasted(db, text, name=name, as_written=as_written, by=by, on=on)
    for value in values:
        submissions.enter(db, value.observation, as_written=as_written, by=by, on=on)
    return len(values)
