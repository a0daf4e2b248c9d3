"""The hidden and merged parts of a sheet; openpyxl lacks them when it reads row by row."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import range_boundaries

TAG = rb"<(?:[\w.-]+:)?%s\b([^<>]*)>"
ROW, COLUMN, MERGE = (re.compile(TAG % name) for name in (b"row", b"col", b"mergeCell"))
ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")
YES = {b"1", b"true"}


@dataclass(frozen=True)
class Merge:
    """Cells that are shown as one; rows and columns counted from 1, the last ones included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    name: str


@dataclass(frozen=True)
class Layout:
    """The hidden rows and columns of a sheet, counted from 1, and its merged cells.

    hidden_columns: as ranges, since the last one may reach to the end of the sheet.
    """

    hidden_rows: frozenset[int]
    hidden_columns: tuple[range, ...]
    merges: tuple[Merge, ...]

    def hides_column(self, column: int) -> bool:
        """Whether a column, counted from 1, is hidden."""
        return any(column in columns for columns in self.hidden_columns)


def layout(xml: bytes) -> Layout:
    """Return the layout of a sheet by its XML."""
    columns = tuple(
        range(int(tag.get(b"min", b"1")), int(tag.get(b"max", b"1")) + 1)
        for tag in _tags(COLUMN, xml)
        if _is_hidden(tag, b"width")
    )
    merges = tuple(_merge(tag[b"ref"].decode()) for tag in _tags(MERGE, xml) if b"ref" in tag)
    return Layout(frozenset(_hidden_rows(xml)), columns, merges)


def _hidden_rows(xml: bytes) -> Iterator[int]:
    number = 0
    # Most sheets hide nothing, and looking at half a million rows takes long.
    for tag in _tags(ROW, xml) if b"hidden" in xml or b'ht="0"' in xml else ():
        number = int(tag.get(b"r", b"%d" % (number + 1)))
        if _is_hidden(tag, b"ht"):
            yield number


def _tags(tag: re.Pattern[bytes], xml: bytes) -> Iterator[Mapping[bytes, bytes]]:
    return (dict(ATTRIBUTE.findall(match[1])) for match in tag.finditer(xml))


def _is_hidden(tag: Mapping[bytes, bytes], size: bytes) -> bool:
    return tag.get(b"hidden") in YES or tag.get(size) in {b"0", b"0.0"}


def _merge(name: str) -> Merge:
    first_column, first_row, last_column, last_row = range_boundaries(name)
    return Merge(first_row or 1, last_row or 1, first_column or 1, last_column or 1, name)
