"""Files too long to be held row by row: each column as the few different cells it has."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.errors import InputError
from models.services.files import csv_file, workbook
from models.services.files.row import Cell, FileRow
from models.services.files.sheets import Note, content_of, fitted, header_of, notes_on

AT_ONCE = 50_000


@dataclass(frozen=True, eq=False)
class Column:
    """The different cells of a column, and for each row which of them stands there."""

    cells: tuple[Cell, ...]
    codes: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Columns:
    """A file that holds the expected columns, blank rows left out.

    places: each row's number in the file, the header being row 1.
    """

    file: str
    places: NDArray[np.int64]
    columns: Mapping[str, Column]
    notes: tuple[Note, ...]

    def filled(self, names: Collection[str]) -> "Columns":
        """The same without the rows that are blank in all of these columns, at least one."""
        there = np.any(
            [
                np.array([cell != "" for cell in self.columns[name].cells], dtype=bool)[
                    self.columns[name].codes
                ]
                for name in names
            ],
            axis=0,
        )
        kept = {name: Column(one.cells, one.codes[there]) for name, one in self.columns.items()}
        return Columns(self.file, self.places[there], kept, self.notes)

    def built(self, build: Callable[[FileRow, str], Any]) -> dict[str, NDArray[Any]]:
        """Column -> what is built from its cells; each different cell is built only once.

        The first faulty row is told, and the others are counted.
        """
        found = {name: self._each(name, build) for name in self.columns}
        faulty = np.zeros(len(self.places), dtype=bool)
        for name, column in self.columns.items():
            faults = np.array([isinstance(one, InputError) for one in found[name]], dtype=bool)
            faulty |= faults[column.codes]
        if faulty.any():
            row = int(faulty.argmax())
            there = (found[name][column.codes[row]] for name, column in self.columns.items())
            fault = next(one for one in there if isinstance(one, InputError))
            place = {"row": int(self.places[row]), "faults": int(faulty.sum())}
            raise InputError(fault.message, **({"file": self.file} | fault.values | place))
        return {name: np.array(found[name])[column.codes] for name, column in self.columns.items()}

    def _each(self, name: str, build: Callable[[FileRow, str], Any]) -> list[Any]:
        found: list[Any] = []
        for cell in self.columns[name].cells:
            try:
                found.append(build(FileRow(self.file, 0, {name: cell}, None), name))
            except InputError as fault:
                found.append(fault)
        return found


class _Codes(dict[Cell, int]):
    """A number for each different cell, in the order they come."""

    def __missing__(self, cell: Cell) -> int:
        self[cell] = code = len(self)
        return code


def read(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> Columns:
    """Read a file with these columns; raises InputError naming file, row and column."""
    content, known = content_of(path), (*required, *optional)
    rows: Iterator[Sequence[Cell]]
    if content.startswith(b"PK"):
        rows, separator = iter(workbook.table(content, path.name)), ""
    else:
        rows, separator = csv_file.rows(content, path.name, known)
    header = header_of(path.name, next(rows, None), required, known)
    seen = [_Codes() for _ in header]
    parts = [np.empty((len(header), 0), np.int32)]
    fitting = _fitting(path.name, header, rows)
    while some := list(islice(fitting, AT_ONCE)):
        each = zip(seen, zip(*some, strict=True), strict=True)
        parts.append(
            np.array([[*map(known.__getitem__, cells)] for known, cells in each], np.int32)
        )
    codes = np.concatenate(parts, axis=1)
    columns = {
        name: Column(tuple(map(_stripped, known)), codes[place])
        for place, (name, known) in enumerate(zip(header, seen, strict=True))
    }
    places = np.arange(codes.shape[1]) + 2
    whole = Columns(path.name, places, columns, notes_on(separator, None))
    return whole.filled(header)


def _fitting(
    file: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Iterator[Sequence[Cell]]:
    """The rows, each with a cell for each column."""
    for number, cells in enumerate(rows, start=2):
        if len(cells) == len(header):
            yield cells
        elif any(stripped := [_stripped(cell) for cell in cells]):
            yield fitted(file, header, number, stripped)
        else:
            yield [""] * len(header)


def _stripped(cell: Cell) -> Cell:
    return cell.strip() if isinstance(cell, str) else cell
