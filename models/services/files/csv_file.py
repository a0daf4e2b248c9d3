"""CSV files: bytes in, a table of cells out, with the separator that was found."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from models.errors import InputError
from models.services.files.row import Cell

SEPARATORS = (",", ";", "\t")
LARGEST_CELL = 1_000_000


def table(content: bytes, file: str, known: Sequence[str]) -> tuple[list[list[Cell]], str]:
    """The cells, stripped, and the separator: the one that finds most of the known column names."""
    found, separator = rows(content, file, known)
    return [[cell.strip() for cell in row] for row in found], separator


def rows(content: bytes, file: str, known: Sequence[str]) -> tuple[Iterator[list[str]], str]:
    """The rows one by one as they stand there, and the separator; nothing in a blank file."""
    text = _text(content, file)
    if not text.strip():
        return iter(()), ""
    separator = max(SEPARATORS, key=lambda sign: _names_found(text, sign, known))
    return _rows(text, file, separator), separator


def _rows(text: str, file: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(LARGEST_CELL)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error:
        raise InputError(
            "{file}: et anførselstegn mangler sin mage, så filen kan ikke deles i rækker. "
            "Gem den igen som CSV fra et regneark.",
            file=file,
        ) from None


def _names_found(text: str, separator: str, known: Sequence[str]) -> int:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    names = {name.lower() for name in known}
    return sum(name.strip(' "\r').lower() in names for name in first.split(separator))


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
