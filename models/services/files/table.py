"""The table in a file: where its column names stand, its rows, and what of the file is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from models.errors import InputError
from models.services.files import csv_file
from models.services.files.header import FIRST_ROWS, cleaned, header_place, names_of
from models.services.files.note import Note, listed
from models.services.files.row import Cell
from models.services.files.upload import File, content_of, name_of
from models.services.files.writing import as_meant
from models.services.files.xlsx import workbook
from models.wording import N_


@dataclass(eq=False)
class Table:
    """The rows under the column names of a file.

    rows: each with its number in the file, its cells as they stand, one for each column.
    separator: that of a CSV file, else blank. notes: complete when the rows have been read.
    """

    file: str
    header: tuple[str, ...]
    rows: Iterator[tuple[int, Sequence[Cell]]]
    separator: str
    notes: list[Note] = field(default_factory=list)

    def cell(self, cell: Cell) -> Cell:
        """Return a cell as it is meant: clean, and in a CSV file without a guarding apostrophe."""
        clean = cleaned(cell)
        return as_meant(clean) if self.separator and isinstance(clean, str) else clean


def read(
    file: File,
    required: Sequence[str],
    names: Sequence[str] | None,
    *,
    beside: Sequence[str] = (),
) -> Table:
    """Return the table of a file, whose columns are among the names; raises InputError.

    names: the columns there may be; None: any. beside: columns that may stand there unread.
    """
    content, name = content_of(file), name_of(file)
    expected = {each.lower() for each in (names or required)}
    notes: list[Note] = []
    numbered: Iterator[tuple[int, Sequence[Cell]]]
    if content.startswith(b"PK"):
        sheet = workbook.read(content, name, {each.lower() for each in required}, expected)
        numbered, separator = iter(sheet.rows), ""
        notes += sheet.notes
    else:
        rows, separator = csv_file.rows(content, name, expected)
        numbered = enumerate(rows, start=1)
    first = list(islice(numbered, FIRST_ROWS))
    place = header_place([cells for _, cells in first], {n.lower() for n in required}, expected)
    titles = [number for number, cells in first[:place] if any(map(cleaned, cells))]
    number, cells = first[place] if first else (1, None)
    header = names_of(name, number, cells, required, names, beside)
    unread = [title for title in header if title in beside and names is not None]
    notes += _left_out(titles, separator, unread)
    under = chain(first[place + 1 :], numbered)
    width = len(header)
    filled = [column for column, title in enumerate(header) if title]
    rows_under = _fitting(name, header, under)
    if len(filled) < width:
        rows_under = _without_unnamed(name, filled, rows_under)
        header = tuple(header[column] for column in filled)
    return Table(name, header, rows_under, separator, notes)


def _left_out(titles: Sequence[int], separator: str, unread: Sequence[str]) -> Iterator[Note]:
    """Yield notes on rows and columns that are not read, and on an unusual separator."""
    if titles:
        message = N_("Rækker over kolonnenavnene er ikke læst: {rows}")
        yield Note(message, {"rows": listed(titles)})
    if separator in {";", "\t"}:
        sign = "tab" if separator == "\t" else separator
        yield Note(N_("Kolonnerne er skilt med {separator}"), {"separator": sign})
    if unread:
        message = N_("Kolonner, der kun er til hjælp for læseren, er ikke læst: {columns}")
        yield Note(message, {"columns": listed(unread)})


def _fitting(
    file: str, header: Sequence[str], rows: Iterator[tuple[int, Sequence[Cell]]]
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield the rows that are not blank, each with a cell for each column; raises InputError."""
    for number, cells in rows:
        if len(cells) == len(header):
            yield number, cells
        elif any(map(cleaned, cells)):
            yield number, _fitted(file, header, number, cells)


def _fitted(file: str, header: Sequence[str], number: int, cells: Sequence[Cell]) -> list[Cell]:
    """Return a row with a cell for each column, without blank cells after the last."""
    filled = list(cells)
    while len(filled) > len(header) and cleaned(filled[-1]) == "":
        filled.pop()
    if len(filled) != len(header):
        raise InputError(
            "{file}, række {row}, kolonne {column}: rækken har ikke lige så mange felter "
            "({found}), som filen har kolonner ({wanted}). Sæt tekst og tal, der selv rummer "
            "skilletegnet, i anførselstegn.",
            file=file,
            row=number,
            column=header[min(len(filled), len(header)) - 1],
            found=len(filled),
            wanted=len(header),
        )
    return filled


def _without_unnamed(
    file: str, columns: Sequence[int], rows: Iterator[tuple[int, Sequence[Cell]]]
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield the rows without the columns that have no name; raises InputError for a filled one."""
    named = set(columns)
    for number, cells in rows:
        for column, cell in enumerate(cells):
            if column not in named and cleaned(cell) != "":
                raise InputError(
                    "{file}, række {row}, kolonne {column}: kolonnen har intet navn. Giv den et, "
                    "eller slet den.",
                    file=file,
                    row=number,
                    column=column + 1,
                )
        yield number, [cells[column] for column in columns]
