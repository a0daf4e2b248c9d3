"""Reading CSV and XLSX files into rows that know their place in the file.

Every fault names file, row and column. A row counts as in a spreadsheet: the header is row 1,
and a cell with a line break in it is still one row.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from models.errors import InputError
from models.services.files import csv_file, workbook
from models.services.files.decimals import decimal_sign
from models.services.files.limits import LARGEST_FILE, LONGEST_NAME, require_size
from models.services.files.row import Cell, FileRow, shortened
from models.wording import N_

Built = TypeVar("Built")
# A point in a file whose columns stand between commas cannot well be a Danish thousand.
PRESUMED = {",": "."}


@dataclass(frozen=True)
class Note:
    """A remark about a file that is no fault; `message` is a marked sentence."""

    message: str
    values: dict[str, object]

    def __str__(self) -> str:
        return self.message.format(**self.values)


@dataclass(frozen=True)
class ImportReport:
    """The outcome of an import, or with `dry_run` the outcome it would have.

    added: new records; changed: records that replace an earlier one; unchanged: rows already there.
    """

    file: str
    rows: int
    added: int
    unchanged: int
    changed: int
    notes: tuple[Note, ...] = ()
    dry_run: bool = False


@dataclass(frozen=True)
class Sheet:
    """A file that holds the expected columns. `rows` leaves out blank ones."""

    file: str
    rows: tuple[FileRow, ...]
    notes: tuple[Note, ...]

    def each(self, build: Callable[[FileRow], Built]) -> tuple[Built, ...]:
        """Build from every row; raises InputError for the first faulty row, counting the others."""
        built: list[Built] = []
        faults: list[InputError] = []
        for row in self.rows:
            try:
                built.append(build(row))
            except InputError as fault:
                faults.append(fault)
        if faults:
            raise InputError(faults[0].message, **(faults[0].values | {"faults": len(faults)}))
        return tuple(built)

    def refuse_repeated(self, keys: Sequence[Hashable], column: str) -> None:
        """Raise InputError for a row with the key of an earlier one; `keys` has one key a row."""
        places: dict[Hashable, int] = {}
        for key, row in zip(keys, self.rows, strict=True):
            if key in places:
                raise row.fault(
                    column,
                    N_(
                        "{file}, række {row}, kolonne {column}: rækken taler om det samme som "
                        "række {earlier}. Behold den ene."
                    ),
                    earlier=places[key],
                )
            places[key] = row.place

    def report(self, *, added: int, changed: int, dry_run: bool) -> ImportReport:
        """Return the report of an import; rows neither new nor changed were there already."""
        rows = len(self.rows)
        return ImportReport(
            self.file, rows, added, rows - added - changed, changed, self.notes, dry_run
        )


def read(
    path: Path,
    required: Sequence[str],
    optional: Sequence[str] = (),
    *,
    numbers: Collection[str] = (),
) -> Sheet:
    """Read a file with these columns; raises InputError naming file, row and column.

    numbers: the columns whose cells settle which decimal sign the file uses.
    """
    content = content_of(path)
    names = (*required, *optional)
    if content.startswith(b"PK"):
        table, separator = workbook.table(content, path.name), ""
    else:
        table, separator = csv_file.table(content, path.name, names)
    header = header_of(path.name, table[0] if table else None, required, names)
    lines = _lines(path.name, header, table)
    sign = decimal_sign(path.name, lines, numbers, presumed=PRESUMED.get(separator))
    rows = tuple(FileRow(path.name, number, cells, sign) for number, cells in lines)
    return Sheet(path.name, rows, notes_on(separator, sign))


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises InputError when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise InputError("Filen {file} findes ikke.", file=path.name) from None
    except OSError:
        raise InputError("Filen {file} kan ikke læses.", file=path.name) from None
    require_size(path.name, len(content))
    return content


def header_of(
    file: str, cells: Sequence[Cell] | None, required: Sequence[str], expected: Sequence[str]
) -> tuple[str, ...]:
    """Return the names of the columns, spelled as expected whatever the case in row 1.

    cells: row 1; None for an empty file. Raises InputError.
    """
    if cells is None:
        raise InputError(
            "{file}, række 1: filen er tom. Første række skal have kolonnerne {expected}.",
            file=file,
            expected=", ".join(expected),
        )
    spelling = {name.lower(): name for name in expected}
    names = (str(cell).strip().lower() for cell in cells)
    header = tuple(spelling.get(name, name) for name in names)
    while header and not header[-1]:
        header = header[:-1]
    for name in header:
        if name not in expected:
            # Looking for a name like it takes long where the name is long.
            near = get_close_matches(name[:LONGEST_NAME], spelling, n=1) or list(spelling)
            raise InputError(
                "{file}, række 1: kolonnen „{column}“ kendes ikke. Mente du {near}? "
                "Kolonnerne er {expected}.",
                file=file,
                column=shortened(name),
                near=spelling[near[0]],
                expected=", ".join(expected),
            )
        if header.count(name) > 1:
            raise InputError(
                "{file}, række 1: kolonnen {column} står der to gange. Behold den ene.",
                file=file,
                column=name,
            )
    for name in required:
        if name not in header:
            raise InputError(
                "{file}, række 1: kolonnen {column} mangler. "
                "Filen skal have kolonnerne {expected}.",
                file=file,
                column=name,
                expected=", ".join(required),
            )
    return header


def _lines(
    file: str, header: tuple[str, ...], table: Sequence[Sequence[Cell]]
) -> list[tuple[int, dict[str, Cell]]]:
    lines = []
    for number, cells in enumerate(table[1:], start=2):
        if not any(cell != "" for cell in cells):
            continue
        lines.append((number, dict(zip(header, fitted(file, header, number, cells), strict=True))))
    return lines


def fitted(file: str, header: Sequence[str], number: int, cells: Sequence[Cell]) -> list[Cell]:
    """Return a row with a cell for each column, without blank cells after the last.

    Raises InputError.
    """
    filled = list(cells)
    while len(filled) > len(header) and filled[-1] == "":
        filled.pop()
    if len(filled) != len(header):
        raise InputError(
            "{file}, række {row}, kolonne {column}: rækken har {found} felter, men der er "
            "{wanted} kolonner. Sæt tekst og tal, der selv rummer skilletegnet, i "
            "anførselstegn.",
            file=file,
            row=number,
            column=header[min(len(filled), len(header)) - 1],
            found=len(filled),
            wanted=len(header),
        )
    return filled


def notes_on(separator: str, sign: str | None) -> tuple[Note, ...]:
    """Return notes on an unusual separator and decimal sign."""
    notes = []
    if separator in {";", "\t"}:
        named = "tab" if separator == "\t" else separator
        notes.append(Note(N_("Kolonnerne er skilt med {separator}"), {"separator": named}))
    if sign == ",":
        notes.append(Note(N_("Tallene er læst med decimalkomma"), {}))
    return tuple(notes)
