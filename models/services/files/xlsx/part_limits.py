"""Limits on what of a workbook's parts is no row of cells, before a parser takes them in."""

import re

from models.services.files.limits import MEGABYTE

# Of a sheet without its rows, its columns and merged cells among it: in bytes.
LARGEST_FRAME = MEGABYTE
# Of one tag with its attributes, in bytes; and how many tags may lie inside each other.
LONGEST_TAG, DEEPEST = 50_000, 1_000
MOST_TEXTS = 1_000_000

_LONG_TAG = re.compile(rb"<[^<>]{%d}" % LONGEST_TAG)
_WITHOUT_END = re.compile(rb"<[^<>]*/>")
_TEXT = re.compile(rb"<(?:[\w.-]+:)?si\b")
_ROWS = re.compile(rb"<(?:[\w.-]+:)?sheetData\b")
_END_OF_ROWS = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")


def is_too_much(xml: bytes) -> bool:
    """Whether a sheet, or the list of texts, would take a parser minutes or gigabytes."""
    return bool(
        _LONG_TAG.search(xml)
        or _open_tags(xml) > DEEPEST
        or _frame(xml) > LARGEST_FRAME
        or sum(1 for _ in _TEXT.finditer(xml)) > MOST_TEXTS
    )


def _open_tags(xml: bytes) -> int:
    """Return how many tags are opened and not closed: no fewer than lie inside each other."""
    closed_at_once = sum(1 for _ in _WITHOUT_END.finditer(xml))
    return xml.count(b"<") - 2 * xml.count(b"</") - closed_at_once


def _frame(xml: bytes) -> int:
    """Return how many bytes of a sheet lie before and after its rows; 0 of what is no sheet."""
    start = _ROWS.search(xml)
    if start is None:
        return 0
    end = _END_OF_ROWS.search(xml, start.end())
    return start.start() + (len(xml) - end.end() if end else 0)
