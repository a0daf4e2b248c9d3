"""CSV files: bytes to a table of cells; the separator is recognised by the names of the columns."""

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from io import StringIO

from models.errors import InputError
from models.services.files.limits import LARGEST_FILE, bounded
from models.services.files.row import Cell
from survey.plain_text import plain

SEPARATORS = (",", ";", "\t")
NAMED_SEPARATOR = re.compile(r'\s*"?sep=([,;\t|])"?[ ,;\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
# The names of the columns stand in one of these lines; a longer line is no line of names.
FIRST_LINES, LONGEST_LINE = 20, 100_000


def rows(content: bytes, file: str, names: Collection[str]) -> tuple[Iterator[Sequence[Cell]], str]:
    """Return an iterator over the rows as they stand, and the separator; no rows for a blank file.

    The separator is the one that a line `sep=;` before all others names, which is no row, else the
    one that gives most of the column names in one of the first lines.
    """
    text = _text(content, file)
    if not text.strip():
        return iter(()), ""
    if named := NAMED_SEPARATOR.match(text):
        return bounded(file, _rows(text[named.end() :], file, named[1])), named[1]
    first = text.split("\n", FIRST_LINES)[:FIRST_LINES]
    separator = max(SEPARATORS, key=lambda sign: max(_matches(line, sign, names) for line in first))
    return bounded(file, _rows(text, file, separator)), separator


def _rows(text: str, file: str, separator: str) -> Iterator[list[str]]:
    # A longer cell is refused by its row and column where the rows are bounded.
    csv.field_size_limit(LARGEST_FILE)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error:
        raise InputError(
            "{file}: et anførselstegn er ikke afsluttet, så filen kan ikke deles i rækker. Gem "
            "den igen som CSV fra et regneark.",
            file=file,
        ) from None


def _matches(line: str, separator: str, names: Collection[str]) -> int:
    cells = line[:LONGEST_LINE].split(separator)
    return sum(plain(name).strip(' "').lower() in names for name in cells)


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
