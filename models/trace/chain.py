"""Hashes over the lines of the trace, each with that of the line before in it.

A line that is changed, removed, moved or put in breaks the chain there. A tail that is cut off, or
written anew with new hashes from some line on, cannot be seen from inside: compare the newest hash
with one that was written down elsewhere.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from models.trace.entry import Entry, State, Write
from survey.plain_text import plain

# What stands before the first line.
START: Final = ""


def state_text(state: State | None) -> str | None:
    """JSON with sorted keys and no blanks, as the database stores it; None where there is nothing.

    Days stand as ISO 8601. Raises ValueError for NaN.
    """
    if state is None:
        return None
    text = json.dumps(
        state,
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
        default=str,
    )
    return plain(text)


def fingerprint(entry: Entry) -> str:
    """Return the SHA-256 of a line without its own hash, as 64 hexadecimal digits."""
    fields = (
        entry.entry,
        entry.at,
        entry.who,
        entry.role,
        entry.action,
        entry.subject,
        entry.before,
        entry.after,
        entry.reason,
        entry.previous,
    )
    line = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return sha256(line.encode()).hexdigest()


def chained(writes: Iterable[Write], *, at: str, number: int, previous: str) -> Iterator[Entry]:
    """Yield the writes as lines of the trace, after the line with that number and hash."""
    for write in writes:
        number += 1
        line = Entry(
            number,
            at,
            plain(write.by.name),
            write.by.role.value,
            write.action.value,
            plain(write.subject),
            state_text(write.before),
            state_text(write.after),
            plain(write.reason),
            previous,
            "",
        )
        previous = fingerprint(line)
        yield Entry(**vars(line) | {"hash": previous})


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold: the number of the line, and what is wrong there."""

    entry: int
    kind: str


def breaks(lines: Iterable[Entry]) -> Iterator[Break]:
    """Yield each line that differs from what was written. lines: all of them, by number."""
    number, previous = 0, START
    for line in lines:
        if line.entry != number + 1:
            yield Break(number + 1, "missing")
        elif line.previous != previous:
            yield Break(line.entry, "moved")
        if fingerprint(line) != line.hash:
            yield Break(line.entry, "changed")
        number, previous = line.entry, line.hash
