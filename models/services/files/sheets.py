"""Reading CSV and XLSX files into rows, each with its place in the file.

Every fault names file, row and column. A row counts as in a spreadsheet: a cell with a line break
in it is still one row.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.errors import InputError
from models.services.files import table
from models.services.files.cell_format import ShownNumber
from models.services.files.changes import Change
from models.services.files.decimals import decimal_sign
from models.services.files.note import ImportReport, Note, listed
from models.services.files.row import Cell, FileRow
from models.services.files.rows import BESIDE
from models.services.files.upload import File
from models.wording import N_
from survey.plain_text import look

Built = TypeVar("Built")
# A point in a file whose columns stand between commas cannot well be a Danish thousand.
PRESUMED = {",": "."}


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
                        "{file}, række {row}, kolonne {column}: rækken handler om det samme "
                        "som række {earlier}. Behold den ene."
                    ),
                    earlier=places[key],
                )
            places[key] = row.place

    def refuse_alike(self, ids: Sequence[str], column: str, others: Iterable[str] = ()) -> None:
        """Raise InputError for an id that looks like another one, e.g. A1 from a1.

        ids: one for each row; others: ids that are there already and stay.
        """
        by_look = {look(other): other for other in others}
        for id_, row in zip(ids, self.rows, strict=True):
            other = by_look.setdefault(look(id_), id_)
            if other != id_:
                raise row.fault(
                    column,
                    N_(
                        "{file}, række {row}, kolonne {column}: ”{value}” ligner ”{other}” så "
                        "meget, at de ikke kan skelnes. Skriv dem ens, eller giv den ene et "
                        "andet id."
                    ),
                    value=id_,
                    other=other,
                )

    def refuse_lost_zeros(self, ids: Sequence[str], column: str, others: Iterable[str]) -> None:
        """Raise InputError for an id that is one of the others without the noughts it begins with.

        A spreadsheet makes 101 of 0101 when it opens a CSV file.
        """
        by_digits = {other.lstrip("0"): other for other in others if other.startswith("0")}
        for id_, row in zip(ids, self.rows, strict=True):
            other = by_digits.get(id_) if id_.isdigit() else None
            if other is not None and other not in ids:
                raise row.fault(
                    column,
                    N_(
                        "{file}, række {row}, kolonne {column}: {value} hedder {other} i Pejling. "
                        "Regnearket har fjernet nullerne; brug XLSX, eller sæt kolonnens format "
                        "til tekst."
                    ),
                    value=id_,
                    other=other,
                )

    def report(
        self, *, added: int, changed: int, dry_run: bool, changes: tuple[Change, ...] = ()
    ) -> ImportReport:
        """Return the report of an import; rows neither new nor changed were there already."""
        rows = len(self.rows)
        return ImportReport(
            self.file,
            rows,
            added,
            rows - added - changed,
            changed,
            self.notes,
            dry_run,
            changes,
        )


def read(
    file: File,
    required: Sequence[str],
    optional: Sequence[str] = (),
    *,
    numbers: Collection[str] = (),
    foreign: bool = False,
) -> Sheet:
    """Read a file with these columns; raises InputError naming file, row and column.

    numbers: the columns whose cells settle which decimal sign the file uses.
    foreign: the file may have other columns besides.
    """
    names = (*required, *optional)
    whole = table.read(file, required, None if foreign else names, beside=BESIDE)
    lines = [
        (number, dict(zip(whole.header, cells, strict=True)))
        for number, cells in ((number, [*map(whole.cell, row)]) for number, row in whole.rows)
        if any(cell != "" for cell in cells)
    ]
    sign = decimal_sign(whole.file, lines, numbers, presumed=PRESUMED.get(whole.separator))
    rows = tuple(FileRow(whole.file, number, cells, sign) for number, cells in lines)
    notes = [*whole.notes]
    rounded = [number for number, cells in lines if any(map(_is_rounded, cells.values()))]
    if rounded:
        message = N_("Vist afrundet, men gemmes med alle decimaler: række {rows}")
        notes.append(Note(message, {"rows": listed(rounded)}))
    if sign == ",":
        notes.append(Note(N_("Tallene er læst med decimalkomma"), {}))
    return Sheet(whole.file, rows, tuple(notes))


def _is_rounded(cell: Cell) -> bool:
    return isinstance(cell, ShownNumber) and cell.rounded
