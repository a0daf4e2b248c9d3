"""XLSX files: the first sheet as a table of cells; formulas are read as their last stored value."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from models.errors import InputError
from models.services.files.limits import MEGABYTE, NO_NUMBER, bounded, require_size
from models.services.files.row import Cell

STREAMED = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml")
LARGEST_TREES = 10 * MEGABYTE


def table(content: bytes, file: str) -> list[list[Cell]]:
    """The cells of the first sheet; an error value or a formula without a value is refused."""
    _require_unpackable(content, file)
    cells, formulas = _cells(content, file, computed=False)
    if formulas:
        cells, _ = _cells(content, file, computed=True)
    for row, column in formulas:
        if cells[row][column] == "":
            raise InputError(
                "{file}, række {row}, kolonne {column}: formlen har ingen værdi. "
                "Åbn filen i et regneark, gem den, eller skriv værdien i stedet.",
                file=file,
                row=row + 1,
                column=_named(cells, column),
            )
    width = len(cells[0]) if cells else 0
    return [row + [""] * (width - len(row)) for row in cells]


def _require_unpackable(content: bytes, file: str) -> None:
    """Raise InputError for a file that is no workbook or unpacks to more than can be read.

    The cells are read as they are unpacked, all else as a tree, which takes ten times its size.
    """
    try:
        parts = ZipFile(BytesIO(content)).infolist()
    except Exception:  # zipfile lets through struct's errors and others on broken files
        raise _unreadable(file) from None
    require_size(file, sum(part.file_size for part in parts))
    trees = (part for part in parts if part.filename.endswith((".xml", ".rels", ".vml")))
    if (
        sum(part.file_size for part in trees if not STREAMED.fullmatch(part.filename))
        > LARGEST_TREES
    ):
        raise _unreadable(file)


def _unreadable(file: str) -> InputError:
    return InputError("{file} kan ikke læses som XLSX. Gem regnearket igen.", file=file)


def _cells(
    content: bytes, file: str, *, computed: bool
) -> tuple[list[list[Cell]], list[tuple[int, int]]]:
    table: list[list[Cell]] = []
    formulas: list[tuple[int, int]] = []

    def rows() -> Iterator[list[Cell]]:
        for number, row in enumerate(_rows(content, file, computed=computed)):
            if not row:
                yield []
                continue
            formulas.extend(
                (number, place) for place, cell in enumerate(row) if cell.data_type == "f"
            )
            yield [_cell(file, table, number, place, cell) for place, cell in enumerate(row)]

    for row in bounded(file, rows()):
        table.append(list(row))
    return table, formulas


def _rows(content: bytes, file: str, *, computed: bool) -> Iterator[Any]:
    """Yield the rows as they are unpacked, so that too many of them are never in memory."""
    number = 0
    try:
        with catch_warnings():
            # It warns of decorations it leaves out; only the cells matter here.
            simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=computed)
            sheet = book.worksheets[0]
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


def _named(cells: list[list[Cell]], column: int) -> str:
    """The column's name in row 1, or its letter where row 1 has none."""
    header = cells[0] if cells else []
    return (str(header[column]) if column < len(header) else "") or get_column_letter(column + 1)


def _cell(file: str, above: list[list[Cell]], row: int, column: int, cell: Any) -> Cell:  # noqa: ANN401 - openpyxl's cells hold anything
    """Return the value of a cell; above: the rows before it, the first with the names."""
    place = {"file": file, "row": row + 1}
    if cell.data_type == "e":
        raise InputError(
            "{file}, række {row}, kolonne {column}: cellen viser fejlen {value}. "
            "Ret formlen, eller skriv værdien.",
            column=_named(above, column),
            value=cell.value,
            **place,
        )
    match cell.value:
        case None:
            return ""
        case bool(value):
            return "true" if value else "false"
        case int(value) | float(value):
            try:
                return float(value)
            except OverflowError:
                raise InputError(NO_NUMBER, column=_named(above, column), **place) from None
        case datetime() as value:
            return value.date()
        case value:
            return str(value).strip()
