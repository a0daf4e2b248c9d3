"""The row of column names in a file: where it stands, and its names as we spell them."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from models.errors import InputError
from models.services.files.limits import LONGEST_NAME
from models.services.files.row import Cell, shortened
from survey.plain_text import plain

# The names of the columns stand in one of the first rows; what stands above them is a title.
FIRST_ROWS = 20


def cleaned(cell: Cell) -> Cell:
    """Return a text in plain signs and without blanks at its ends, another cell as it is."""
    return plain(cell).strip() if isinstance(cell, str) else cell


def header_place(
    rows: Sequence[Sequence[Cell]], required: Collection[str], expected: Collection[str]
) -> int:
    """Return the place of the column names among the first rows of a file.

    The first row with every required name, else the row with most of the names, else the first
    that is not blank.
    """
    names_in = [{str(cleaned(cell)).lower() for cell in cells} for cells in rows]
    for place, names in enumerate(names_in):
        if names.issuperset(required):
            return place
    most = max((len(names.intersection(expected)) for names in names_in), default=0)
    for place, names in enumerate(names_in):
        if len(names.intersection(expected)) == most and names - {""}:
            return place
    return 0


def names_of(
    file: str,
    row: int,
    cells: Sequence[Cell] | None,
    required: Sequence[str],
    expected: Sequence[str] | None,
    beside: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the names of the columns, spelled as expected whatever their case.

    cells: the row of names; None for an empty file. Raises InputError.
    """
    columns = ", ".join(expected or required)
    if cells is None or not any(map(cleaned, cells)):
        raise InputError(
            "{file}, række {row}: filen er tom. Første række skal have kolonnerne {expected}.",
            file=file,
            row=row,
            expected=columns,
        )
    spelling = {name.lower(): name for name in (expected or required)}
    names = (str(cleaned(cell)).lower() for cell in cells)
    header = tuple(spelling.get(name, name) for name in names)
    while not header[-1]:
        header = header[:-1]
    for name in header:
        if name and expected is not None and name not in (*expected, *beside):
            # Looking for a name like it takes long where the name is long.
            near = get_close_matches(name[:LONGEST_NAME], spelling, n=1) or list(spelling)
            raise InputError(
                "{file}, række {row}: kolonnen ”{column}” kendes ikke. Mente du {near}? "
                "Kolonnerne er {expected}.",
                file=file,
                row=row,
                column=shortened(name),
                near=spelling[near[0]],
                expected=columns,
            )
        if name and header.count(name) > 1:
            raise InputError(
                "{file}, række {row}: kolonnen {column} står der to gange. Behold den ene.",
                file=file,
                row=row,
                column=name,
            )
    for name in required:
        if name not in header:
            raise InputError(
                "{file}, række {row}: kolonnen {column} mangler. "
                "Filen skal have kolonnerne {expected}.",
                file=file,
                row=row,
                column=name,
                expected=", ".join(required),
            )
    return header
