"""Remarks about a file, and the outcome of an import."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.services.files.changes import Change

MOST_LISTED = 10


@dataclass(frozen=True)
class Note:
    """A remark about a file that is no fault; `message` is a marked sentence."""

    message: str
    values: dict[str, object]

    def __str__(self) -> str:
        return self.message.format(**self.values)


@dataclass(frozen=True)
class ImportReport:
    """The outcome of an import, or with `dry_run` the outcome it would have.

    added: new records; changed: records that replace an earlier one; unchanged: rows already there.
    changes: what becomes of each record.
    """

    file: str
    rows: int
    added: int
    unchanged: int
    changed: int
    notes: tuple[Note, ...] = ()
    dry_run: bool = False
    changes: tuple[Change, ...] = ()


def listed(things: Sequence[object]) -> str:
    """Return things in a row with commas, the first ten where there are more."""
    return ", ".join(map(str, things[:MOST_LISTED])) + (", …" if len(things) > MOST_LISTED else "")
