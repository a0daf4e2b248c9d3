"""Files that Pejling writes for a spreadsheet, in the form that the reader takes back unchanged."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from models.wording import N_
from survey.plain_text import plain

Points = tuple[tuple[date, float], ...]
Value = str | float | bool | date | Points | None
# What a spreadsheet would compute; an apostrophe before it makes it a text.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
THREE_DECIMALS = re.compile(r"-?[0-9]+\.[0-9]{3}")
WIDEST, NARROWEST = 60, 10


class FileForm(StrEnum):
    """The form of a file, by its name."""

    XLSX = "xlsx"
    EXCEL = "excel"
    INTERNATIONAL = "international"


FORM_WORD = {
    FileForm.XLSX: N_("Excel-regneark (XLSX)"),
    FileForm.EXCEL: N_("CSV til dansk og svensk Excel (semikolon, decimalkomma)"),
    FileForm.INTERNATIONAL: N_("CSV, international (komma, decimalpunktum)"),
}


@dataclass(frozen=True)
class _Signs:
    """The signs of a CSV form."""

    start: str
    separator: str
    decimal: str
    line_end: str
    yes_no: tuple[str, str]


SIGNS = {
    FileForm.EXCEL: _Signs("\ufeff", ";", ",", "\r\n", ("ja", "nej")),
    FileForm.INTERNATIONAL: _Signs("", ",", ".", "\n", ("true", "false")),
}


def ending(form: FileForm) -> str:
    """Return what the name of a file of this form ends in."""
    return "xlsx" if form is FileForm.XLSX else "csv"


def file_content(
    columns: Sequence[str], rows: Iterable[Mapping[str, Value]], form: FileForm
) -> bytes:
    """Return a file with the column names and the rows, missing values blank."""
    if form is FileForm.XLSX:
        return _workbook(columns, rows)
    signs = SIGNS[form]
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=signs.separator, lineterminator=signs.line_end)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_text(row.get(column), signs) for column in columns])
    return (signs.start + text.getvalue()).encode()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet computes; `as_meant` gives it back."""
    return f"'{text}" if FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """Return a text without the apostrophe that `harmless` has put before it."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def number_text(value: float, decimal: str) -> str:
    """Return a number that cannot be taken for thousands: never with three decimals."""
    # Every digit, for a value cut short would come back as another one; and no 1e-07.
    text = format(Decimal(repr(float(value))), "f").removesuffix(".0")
    return (text + "0" if THREE_DECIMALS.fullmatch(text) else text).replace(".", decimal)


def _text(value: Value, signs: _Signs) -> str:
    match value:
        case None:
            return ""
        case bool():
            return signs.yes_no[0 if value else 1]
        case int() | float():
            return number_text(value, signs.decimal)
        case date():
            return value.isoformat()
        case tuple():
            return ";".join(f"{day}={number_text(point, signs.decimal)}" for day, point in value)
    return harmless(plain(value))


def _workbook(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """Return a workbook, its texts formatted as text, so that an id like 0101 stays as it is."""
    book = Workbook()
    sheet = book.active
    sheet.append(list(columns))
    widths = [len(column) for column in columns]
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(columns):
            _fill(sheet.cell(number, place + 1), row.get(column))
            widths[place] = max(widths[place], len(str(row.get(column) or "")))
    for place, width in enumerate(widths, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = min(max(width + 2, NARROWEST), WIDEST)
    sheet.freeze_panes = "A2"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(cell: Cell, value: Value) -> None:
    match value:
        case None | "":
            return
        case bool() | int() | float():
            cell.value = value
        case date():
            cell.value, cell.number_format = value, "yyyy-mm-dd"
        case _:
            text = value if isinstance(value, str) else _text(value, SIGNS[FileForm.INTERNATIONAL])
            cell.value, cell.number_format = plain(text), "@"
            # openpyxl takes a text that begins with = for a formula.
            cell.data_type = "s"
            cell.quotePrefix = bool(FORMULA.match(text))
