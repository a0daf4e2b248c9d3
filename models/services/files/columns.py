"""Columns of long files, dictionary-encoded: distinct values and a code per row."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.errors import InputError
from models.services.files import table
from models.services.files.note import Note
from models.services.files.row import Cell, FileRow
from models.services.files.upload import File

BATCH = 50_000


@dataclass(frozen=True, eq=False)
class Column:
    """The different cells of a column, and for each row the place of its cell among them."""

    cells: tuple[Cell, ...]
    codes: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Columns:
    """A file that holds the expected columns, blank rows left out.

    places: each row's number in the file.
    """

    file: str
    places: NDArray[np.int64]
    columns: Mapping[str, Column]
    notes: tuple[Note, ...]

    def filled(self, names: Collection[str]) -> "Columns":
        """Return the file without the rows that are blank in all of these columns."""
        # Blankness is looked up for the different cells and spread to the rows by their codes.
        filled = np.any(
            [
                np.array([cell != "" for cell in self.columns[name].cells], dtype=bool)[
                    self.columns[name].codes
                ]
                for name in names
            ],
            axis=0,
        )
        columns = {
            name: Column(column.cells, column.codes[filled])
            for name, column in self.columns.items()
        }
        return Columns(self.file, self.places[filled], columns, self.notes)

    def built(self, build: Callable[[FileRow, str], Any]) -> dict[str, NDArray[Any]]:
        """Return column -> the values built from its cells; each different cell is built only once.

        Raises InputError for the first faulty row, with the number of all of them.
        """
        values = {name: self._each(name, build) for name in self.columns}
        faulty = np.zeros(len(self.places), dtype=bool)
        for name, column in self.columns.items():
            faults = np.array([isinstance(value, InputError) for value in values[name]], dtype=bool)
            faulty |= faults[column.codes]
        if faulty.any():
            row = int(faulty.argmax())
            of_row = (values[name][column.codes[row]] for name, column in self.columns.items())
            fault = next(value for value in of_row if isinstance(value, InputError))
            place = {"row": int(self.places[row]), "faults": int(faulty.sum())}
            raise InputError(fault.message, **({"file": self.file} | fault.values | place))
        return {name: np.array(values[name])[column.codes] for name, column in self.columns.items()}

    def _each(self, name: str, build: Callable[[FileRow, str], Any]) -> list[Any]:
        values: list[Any] = []
        for cell in self.columns[name].cells:
            try:
                values.append(build(FileRow(self.file, 0, {name: cell}, None), name))
            except InputError as fault:
                values.append(fault)
        return values


class _Codes(dict[Cell, int]):
    """A number for each different cell, in the order they come."""

    def __missing__(self, cell: Cell) -> int:
        self[cell] = code = len(self)
        return code


def read(
    file: File, required: Sequence[str], optional: Sequence[str] = (), *, foreign: bool = False
) -> Columns:
    """Read a file with these columns; raises InputError naming file, row and column.

    foreign: the file may have other columns besides.
    """
    whole = table.read(file, required, None if foreign else (*required, *optional))
    codes_of = [_Codes() for _ in whole.header]
    parts, places = [np.empty((len(whole.header), 0), np.int32)], [np.empty(0, np.int64)]
    while some := list(islice(whole.rows, BATCH)):
        numbers, rows = zip(*some, strict=True)
        # Turned to columns, so that each is coded by one map over its own dict.
        by_column = zip(codes_of, zip(*rows, strict=True), strict=True)
        parts.append(
            np.array([[*map(codes.__getitem__, cells)] for codes, cells in by_column], np.int32)
        )
        places.append(np.array(numbers, np.int64))
    matrix = np.concatenate(parts, axis=1)
    columns = {
        name: Column(tuple(map(whole.cell, codes)), matrix[place])
        for place, (name, codes) in enumerate(zip(whole.header, codes_of, strict=True))
    }
    every = Columns(whole.file, np.concatenate(places), columns, tuple(whole.notes))
    return every.filled(whole.header)
