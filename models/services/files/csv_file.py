"""CSV files: bytes to a table of cells; the separator is recognised by the names in row 1."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from models.errors import InputError
from models.services.files.limits import LARGEST_FILE, bounded
from models.services.files.row import Cell

SEPARATORS = (",", ";", "\t")


def table(content: bytes, file: str, names: Sequence[str]) -> tuple[list[list[Cell]], str]:
    """Return the stripped cells and the separator, the one that gives most of the column names."""
    lines, separator = rows(content, file, names)
    return [[str(cell).strip() for cell in row] for row in lines], separator


def rows(content: bytes, file: str, names: Sequence[str]) -> tuple[Iterator[Sequence[Cell]], str]:
    """Return an iterator over the unstripped rows, and the separator; no rows for a blank file."""
    text = _text(content, file)
    if not text.strip():
        return iter(()), ""
    separator = max(SEPARATORS, key=lambda sign: _matches(text, sign, names))
    return bounded(file, _rows(text, file, separator)), separator


def _rows(text: str, file: str, separator: str) -> Iterator[list[str]]:
    # A longer cell is refused by its row and column where the rows are bounded.
    csv.field_size_limit(LARGEST_FILE)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error:
        raise InputError(
            "{file}: et anførselstegn mangler sin mage, så filen kan ikke deles i rækker. "
            "Gem den igen som CSV fra et regneark.",
            file=file,
        ) from None


def _matches(text: str, separator: str, names: Sequence[str]) -> int:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    expected = {name.lower() for name in names}
    return sum(name.strip(' "\r').lower() in expected for name in first.split(separator))


def _text(content: bytes, file: str) -> str:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "{file} er et gammelt eller låst regneark. "
            "Gem det som XLSX uden adgangskode eller som CSV.",
            file=file,
        )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content:
        raise InputError("{file} er gemt som UTF-16. Gem den som CSV i UTF-8.", file=file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError(
            "{file}, række {row}: tegnene er ikke UTF-8 (måske Latin-1). "
            "Gem filen som CSV i UTF-8.",
            file=file,
            row=content[: fault.start].count(b"\n") + 1,
        ) from None
