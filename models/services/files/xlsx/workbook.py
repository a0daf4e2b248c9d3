"""XLSX files: the visible sheet with the columns; formulas are read as their last stored value."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from re import compile as pattern
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from models.errors import InputError
from models.services.files import cell_format
from models.services.files.limits import MEGABYTE, NO_NUMBER, bounded, require_size
from models.services.files.note import Note, listed
from models.services.files.row import Cell
from models.services.files.xlsx.part_limits import is_too_much
from models.services.files.xlsx.sheet_choice import SheetPlace, chosen
from models.services.files.xlsx.sheet_layout import Layout, Merge, layout
from models.wording import N_

STREAMED = pattern(r"xl/(worksheets/[^/]+|sharedStrings)\.xml")
LARGEST_TREES = 10 * MEGABYTE


@dataclass(frozen=True)
class WorkbookSheet:
    """The visible rows of a sheet with their numbers, and notes on what was left out."""

    rows: tuple[tuple[int, Sequence[Cell]], ...]
    notes: tuple[Note, ...]


def read(
    content: bytes, file: str, required: Collection[str], expected: Collection[str]
) -> WorkbookSheet:
    """Return the sheet that has the columns, without its hidden rows and columns.

    required, expected: names of columns in small letters. Refused besides error values: a formula
    without a value, merged cells in the table, a hidden column of ours, two sheets with rows.
    """
    _require_unpackable(content, file)
    book = _book(content, file, computed=False)
    if not book.worksheets:
        raise _unreadable(file)
    place = chosen(book, file, required, expected)
    cells, formulas = _cells(book, file, place)
    if formulas:
        cells, _ = _cells(_book(content, file, computed=True), file, place)
    for row, column in formulas:
        if cells[row][column] == "":
            raise InputError(
                "{file}, række {row}, kolonne {column}: formlen har ingen værdi. "
                "Åbn filen i et regneark, gem den, eller skriv værdien i stedet.",
                file=file,
                row=row + 1,
                column=_named(place, column),
            )
    width = max((len(row) for row in cells), default=0)
    return _visible(book, file, place, [row + [""] * (width - len(row)) for row in cells])


def _visible(book: Any, file: str, place: SheetPlace, cells: list[list[Cell]]) -> WorkbookSheet:  # noqa: ANN401 - openpyxl's workbook is untyped
    """Return what of a sheet is shown; raises InputError where merged cells hide what belongs."""
    sheet = book.worksheets[place.index]
    try:
        hidden = layout(book._archive.read(sheet._worksheet_path))
    except (ValueError, TypeError):  # a place that is no number, or no range
        raise _unreadable(file) from None
    _refuse_merged(file, place, cells, hidden.merges)
    columns = _visible_columns(file, place, cells, hidden)
    rows: list[tuple[int, Sequence[Cell]]] = []
    left_out: list[int] = []
    for number, row in enumerate(cells, start=1):
        if number in hidden.hidden_rows:
            left_out += [number] if any(cell != "" for cell in row) else []
        else:
            rows.append((number, [row[column] for column in columns]))
    count = sum(number > place.row + 1 and any(cell != "" for cell in row) for number, row in rows)
    read_from = Note(
        N_("Læst fra arket ”{sheet}”, antal rækker: {rows}"), {"sheet": place.title, "rows": count}
    )
    notes = [read_from, *place.notes]
    if left_out:
        notes.append(Note(N_("Skjulte rækker er ikke læst: {rows}"), {"rows": listed(left_out)}))
    return WorkbookSheet(tuple(rows), tuple(notes))


def _refuse_merged(
    file: str, place: SheetPlace, cells: list[list[Cell]], merges: Sequence[Merge]
) -> None:
    """Raise InputError for merged cells among the column names or in a row under them."""
    for merge in merges:
        rows = cells[max(merge.first_row - 1, place.row) : merge.last_row]
        if any(any(cell != "" for cell in row) for row in rows):
            raise InputError(
                "{file}, række {row}, kolonne {column}: cellerne {cells} er flettet, så det ikke "
                "kan ses, hvilken række de hører til. Ophæv fletningen, og skriv værdien i hver "
                "celle.",
                file=file,
                row=merge.first_row,
                column=_named(place, merge.first_column - 1),
                cells=merge.name,
            )


def _visible_columns(
    file: str, place: SheetPlace, cells: list[list[Cell]], hidden: Layout
) -> list[int]:
    """Return the places of the columns that are shown; raises InputError for a hidden name."""
    width = len(cells[0]) if cells else 0
    for column in range(width):
        if hidden.hides_column(column + 1) and place.name(column):
            raise InputError(
                "{file}, række {row}: kolonnen {column} er skjult. Vis den, eller slet den.",
                file=file,
                row=place.row + 1,
                column=place.name(column),
            )
    return [column for column in range(width) if not hidden.hides_column(column + 1)]


def _require_unpackable(content: bytes, file: str) -> None:
    """Raise InputError for a file that is no workbook or unpacks to more than can be read.

    The cells are read as they are unpacked, all else as a tree, which takes ten times its size.
    """
    try:
        archive = ZipFile(BytesIO(content))
        parts = archive.infolist()
    except Exception:  # zipfile lets through struct's errors and others on broken files
        raise _unreadable(file) from None
    require_size(file, sum(part.file_size for part in parts))
    trees = (part for part in parts if part.filename.endswith((".xml", ".rels", ".vml")))
    if (
        sum(part.file_size for part in trees if not STREAMED.fullmatch(part.filename))
        > LARGEST_TREES
    ):
        raise _unreadable(file)
    for part in filter(lambda part: STREAMED.fullmatch(part.filename), parts):
        try:
            xml = archive.read(part)
        except Exception:  # zipfile lets through struct's errors and others on broken files
            raise _unreadable(file) from None
        if is_too_much(xml):
            raise _unreadable(file)


def _unreadable(file: str) -> InputError:
    return InputError("{file} kan ikke læses som XLSX. Gem regnearket igen.", file=file)


def _book(content: bytes, file: str, *, computed: bool) -> Any:  # noqa: ANN401 - openpyxl's workbook is untyped
    try:
        with catch_warnings():
            # It warns of decorations it leaves out; only the cells matter here.
            simplefilter("ignore")
            return load_workbook(BytesIO(content), read_only=True, data_only=computed)
    except Exception:  # openpyxl lets through whatever its zip and XML parsers stumble over
        raise _unreadable(file) from None


def _cells(
    book: Any,  # noqa: ANN401 - openpyxl's workbook is untyped
    file: str,
    place: SheetPlace,
) -> tuple[list[list[Cell]], list[tuple[int, int]]]:
    """Return the cells of the sheet, and the places of the formulas among them."""
    table: list[list[Cell]] = []
    formulas: list[tuple[int, int]] = []

    def rows() -> Iterator[list[Cell]]:
        for number, row in enumerate(_rows(book, file, place)):
            if not row:
                yield []
                continue
            formulas.extend(
                (number, column) for column, cell in enumerate(row) if cell.data_type == "f"
            )
            yield [_cell(file, place, number, column, cell) for column, cell in enumerate(row)]

    for row in bounded(file, rows()):
        table.append(list(row))
    return table, formulas


def _rows(book: Any, file: str, place: SheetPlace) -> Iterator[Any]:  # noqa: ANN401 - openpyxl's workbook is untyped
    """Yield the rows as they are unpacked, so that too many of them are never in memory."""
    number = 0
    try:
        with catch_warnings():
            simplefilter("ignore")
            sheet = book.worksheets[place.index]
            sheet.reset_dimensions()
            for number, row in enumerate(sheet.iter_rows(), start=1):  # noqa: B007 - the last one is named
                yield row
    except Exception:  # openpyxl lets through whatever its zip and XML parsers stumble over
        if number == 0:
            raise _unreadable(file) from None
        raise InputError(
            "{file}, række {row}: rækken kan ikke læses. Skriv dens celler igen, og gem "
            "regnearket.",
            file=file,
            row=number + 1,
        ) from None


def _named(place: SheetPlace, column: int) -> str:
    """The column's name, or its letter where it has none."""
    return place.name(column) or get_column_letter(column + 1)


def _cell(file: str, place: SheetPlace, row: int, column: int, cell: Any) -> Cell:  # noqa: ANN401 - openpyxl's cells hold anything
    """Return the value of a cell as it is shown."""
    at = {"file": file, "row": row + 1, "column": _named(place, column)}
    if cell.data_type == "e":
        raise InputError(
            "{file}, række {row}, kolonne {column}: cellen viser fejlen {value}. "
            "Ret formlen, eller skriv værdien.",
            value=cell.value,
            **at,
        )
    match cell.value:
        case None:
            return ""
        case bool(value):
            return "true" if value else "false"
        case int(value) | float(value):
            try:
                return cell_format.as_shown(float(value), cell.number_format)
            except OverflowError:
                raise InputError(NO_NUMBER, **at) from None
            except IndexError:  # a format that the workbook does not have
                raise _unreadable(file) from None
        case datetime() as value:
            return value.date()
        case value:
            return str(value)
