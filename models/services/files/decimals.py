"""The decimal sign of a file, recognised by its numbers."""

from collections.abc import Collection, Iterable, Mapping

from models.errors import InputError
from models.services.files.row import Cell
from models.wording import reading


def decimal_sign(
    file: str,
    lines: Iterable[tuple[int, Mapping[str, Cell]]],
    columns: Collection[str],
    *,
    presumed: str | None = None,
) -> str | None:
    """Return the decimal sign of a file's number columns; None where no number has one.

    presumed: the sign where every number is unclear (only like 1.234); without it that is a fault.
    """
    unclear: tuple[int, str, str] | None = None
    for number, cells in lines:
        for column in columns:
            cell = cells.get(column, "")
            for text in _numbers(cell):
                if reading.is_unclear(text):
                    unclear = unclear or (number, column, text)
                elif sign := reading.decimal_sign(text):
                    return sign
    if unclear is None:
        return None
    row, column, value = unclear
    if presumed is not None and presumed in value:
        return presumed
    raise InputError(
        "{file}, række {row}, kolonne {column}: {value} kan være både et decimaltal og et "
        "tusindtal. Skriv tusindtal uden skilletegn og decimaltal med færre eller flere decimaler.",
        file=file,
        row=row,
        column=column,
        value=value,
    )


def _numbers(cell: Cell) -> tuple[str, ...]:
    """The numbers of a cell: itself, or what stands after each = in a list of points."""
    if not isinstance(cell, str) or not ("." in cell or "," in cell):
        return ()
    return tuple(part.rpartition("=")[2].strip() for part in cell.split(";"))
