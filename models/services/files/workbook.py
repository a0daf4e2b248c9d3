"""XLSX files: the first sheet as a table of cells; a formula counts by its last value."""

from datetime import datetime
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from models.errors import InputError
from models.services.files.row import Cell


def table(content: bytes, file: str) -> list[list[Cell]]:
    """The cells of the first sheet; an error value or a formula without a value is refused."""
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


def _cells(
    content: bytes, file: str, *, computed: bool
) -> tuple[list[list[Cell]], list[tuple[int, int]]]:
    table: list[list[Cell]] = []
    formulas: list[tuple[int, int]] = []
    for number, row in enumerate(_rows(content, file, computed=computed)):
        table.append([])
        for column, cell in enumerate(row):
            if cell.data_type == "f":
                formulas.append((number, column))
            if cell.data_type == "e":
                raise InputError(
                    "{file}, række {row}, kolonne {column}: cellen viser fejlen {value}. "
                    "Ret formlen, eller skriv værdien.",
                    file=file,
                    row=number + 1,
                    column=_named(table, column),
                    value=cell.value,
                )
            table[-1].append(_cell(cell.value))
    return table, formulas


def _rows(content: bytes, file: str, *, computed: bool) -> list[Any]:
    try:
        with catch_warnings():
            # It warns of decorations it leaves out; only the cells matter here.
            simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=computed)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            return list(sheet.iter_rows())
    except Exception:  # openpyxl lets through whatever its zip and XML parsers stumble over
        raise InputError(
            "{file} kan ikke læses som XLSX. Gem regnearket igen.", file=file
        ) from None


def _named(cells: list[list[Cell]], column: int) -> str:
    """The column's name in row 1, or its letter where row 1 has none."""
    header = cells[0]
    return (str(header[column]) if column < len(header) else "") or get_column_letter(column + 1)


def _cell(value: Any) -> Cell:  # noqa: ANN401 - openpyxl's cells hold anything
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return float(value)
        case datetime():
            return value.date()
        case _:
            return str(value).strip()
