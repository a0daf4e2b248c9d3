"""Limits on the size of a file, a sheet and a cell; checked before and while a file is read."""

import re
from collections.abc import Iterable, Iterator, Sequence

from models.errors import InputError
from models.services.files.row import Cell
from models.wording import N_

MEGABYTE = 1_000_000
LARGEST_FILE = 100 * MEGABYTE
LONGEST_CELL, LONGEST_NAME = MEGABYTE, 200
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 500_000, 1_000, 10_000_000
# UTF-8 has no way to write half a letter, and PostgreSQL none to store a NUL.
HALF_A_LETTER = re.compile("[\ud800-\udfff]")

TOO_LONG = N_(
    "{file}, række {row}, kolonne {column}: cellen har {length} tegn, og der er plads til "
    "{longest}. Måske er et anførselstegn ikke afsluttet."
)
NO_TEXT = N_(
    "{file}, række {row}, kolonne {column}: cellen har et ugyldigt tegn. Skriv teksten igen."
)
NO_NUMBER = N_("{file}, række {row}, kolonne {column}: tallet er for stort. Ret cellen.")
TOO_MANY = N_(
    "{file}, række {row}: filen er for stor. Der er plads til {rows} rækker, {columns} kolonner og "
    "{cells} celler. Slet tomme rækker og kolonner, eller del filen."
)


def require_size(file: str, size: int) -> None:
    """Raise InputError for a file, packed or unpacked, with more bytes than can be read."""
    if size > LARGEST_FILE:
        raise InputError(
            "{file} er for stor: der er plads til {largest} MB, også når filen er pakket ud. "
            "Del den.",
            file=file,
            largest=LARGEST_FILE // MEGABYTE,
        )


def bounded(file: str, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """Yield the rows; raises InputError at the first with too much in it, the header being 1."""
    header: Sequence[Cell] = ()
    cells = 0
    for number, row in enumerate(rows, start=1):
        header = header or row
        # A shorter row is filled up to the header.
        cells += max(len(row), len(header))
        if number > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            most = {"rows": MOST_ROWS, "columns": MOST_COLUMNS, "cells": MOST_CELLS}
            raise InputError(TOO_MANY, file=file, row=number, **most)
        # Looked at as one text, because a file has millions of cells; a faulty one is found after.
        # A far row has half a million blank ones before it, which are not looked at.
        if row and not _is_writable("".join([cell for cell in row if isinstance(cell, str)])):
            for column, cell in enumerate(row):
                require_text(file, number, name(header, column), cell)
        yield row


def name(header: Sequence[Cell], column: int) -> str:
    """Return a column's name in row 1 where it has a short one, else its number."""
    text = str(header[column]).strip() if column < len(header) else ""
    return text if 0 < len(text) <= LONGEST_NAME else str(column + 1)


def require_text(file: str, row: int, column: str, cell: object) -> None:
    """Raise InputError for a text that is too long or cannot be written down again."""
    if not isinstance(cell, str) or _is_writable(cell):
        return
    place = {"file": file, "row": row, "column": column}
    if len(cell) > LONGEST_CELL:
        raise InputError(TOO_LONG, length=len(cell), longest=LONGEST_CELL, **place)
    raise InputError(NO_TEXT, **place)


def _is_writable(text: str) -> bool:
    if len(text) > LONGEST_CELL or "\0" in text:
        return False
    return text.isascii() or not HALF_A_LETTER.search(text)
