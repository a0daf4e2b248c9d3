"""The sheet of a workbook that is read: the visible one with the columns, else a refusal."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from models.errors import InputError
from models.services.files.header import FIRST_ROWS, cleaned, header_place
from models.services.files.limits import MOST_COLUMNS
from models.services.files.note import Note, listed
from models.services.files.row import Cell
from models.wording import N_

# A sheet whose first rows are all blank has nothing in it for us.
LOOKED_AT = 1_000


@dataclass(frozen=True)
class SheetPlace:
    """A sheet by its place in the workbook; header: its column names, row: their row from 0."""

    index: int
    title: str
    row: int
    header: tuple[str, ...]
    notes: tuple[Note, ...]

    def name(self, column: int) -> str:
        """Return the name of a column, counted from 0; blank where it has none."""
        return self.header[column] if column < len(self.header) else ""


def chosen(
    book: Any,  # noqa: ANN401 - openpyxl's workbook is untyped
    file: str,
    required: Collection[str],
    expected: Collection[str],
) -> SheetPlace:
    """Return the visible sheet with the required columns, else the first visible one with rows.

    Raises InputError where two visible sheets have rows under the columns, or a hidden one alone.
    """
    sheets = list(book.worksheets)
    rows_of = [_first_rows(sheet) for sheet in sheets]
    visible = [place for place, sheet in enumerate(sheets) if sheet.sheet_state == "visible"]
    ours = [place for place in range(len(sheets)) if _has(rows_of[place], required, expected)]
    with_names = [place for place in ours if place in visible]
    filled = [place for place in with_names if _is_filled(sheets[place], rows_of[place], required)]
    if len(filled) > 1:
        raise InputError(
            "{file}: flere ark har rækker under kolonnenavnene: {sheets}. "
            "Behold ét af dem, eller skjul de andre.",
            file=file,
            sheets=listed([sheets[place].title for place in filled]),
        )
    if ours and not with_names:
        raise InputError(
            "{file}: kolonnerne står kun i et skjult ark: {sheets}. Vis det, og gem filen igen.",
            file=file,
            sheets=listed([sheets[place].title for place in ours]),
        )
    with_rows = [place for place in visible if rows_of[place]]
    index = next(iter([*filled, *with_names, *with_rows, *visible, 0]))
    first = rows_of[index]
    row = header_place(first, required, expected)
    header = tuple(str(cleaned(cell)) for cell in first[row]) if first else ()
    return SheetPlace(index, sheets[index].title, row, header, _notes(sheets, index, visible))


def _notes(sheets: Sequence[Any], index: int, visible: Sequence[int]) -> tuple[Note, ...]:
    others = [sheets[place].title for place in visible if place != index]
    hidden = [sheets[place].title for place in range(len(sheets)) if place not in visible]
    notes = []
    if others:
        notes.append(Note(N_("Ikke læst: {sheets}"), {"sheets": listed(others)}))
    if hidden:
        notes.append(Note(N_("Skjulte ark er ikke læst: {sheets}"), {"sheets": listed(hidden)}))
    return tuple(notes)


def _first_rows(sheet: Any) -> list[Sequence[Cell]]:  # noqa: ANN401 - openpyxl's sheet is untyped
    """Return the first rows as texts, as far as they can be read; empty where all are blank."""
    rows: list[Sequence[Cell]] = []
    try:
        for cells in islice(_rows(sheet), FIRST_ROWS):
            rows.append(["" if cell is None else str(cell) for cell in cells])
    except Exception:
        return rows
    return rows if any(any(row) for row in rows) else []


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401 - openpyxl's sheet is untyped
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))


def _has(
    rows: Sequence[Sequence[Cell]], required: Collection[str], expected: Collection[str]
) -> bool:
    if not rows:
        return False
    header = rows[header_place(rows, required, expected)]
    return {str(cleaned(cell)).lower() for cell in header}.issuperset(required)


def _is_filled(
    sheet: Any,  # noqa: ANN401 - openpyxl's sheet is untyped
    first: Sequence[Sequence[Cell]],
    required: Collection[str],
) -> bool:
    """Whether a sheet has a filled row soon under its column names."""
    place = header_place(first, required, required)
    try:
        under = islice(_rows(sheet), place + 1, LOOKED_AT)
        return any(any(cell not in {None, ""} for cell in cells) for cells in under)
    except Exception:
        return True
