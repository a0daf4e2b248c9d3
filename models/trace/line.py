"""A line of the trace for people: the moment, the action, and what differs."""

import json
from dataclasses import dataclass
from datetime import datetime

from models.trace.action import Action
from models.trace.entry import Entry


@dataclass(frozen=True)
class Difference:
    """A field with its value before and after, as JSON has it; None where it had none."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class TraceLine:
    """A line of the trace.

    kind, id: of the subject, e.g. "criterion" and its id; the id is blank for what there is one of.
    differences: the fields that differ, in the order of their names.
    """

    entry: int
    at: datetime
    who: str
    role: str
    action: Action
    kind: str
    id: str
    differences: tuple[Difference, ...]
    reason: str


def trace_line(entry: Entry) -> TraceLine:
    """Return a stored entry for people; raises ValueError where it is not as it was written."""
    kind, _colon, id_ = entry.subject.partition(":")
    return TraceLine(
        entry.entry,
        datetime.fromisoformat(entry.at),
        entry.who,
        entry.role,
        Action(entry.action),
        kind,
        id_,
        differences(entry),
        entry.reason,
    )


def differences(entry: Entry) -> tuple[Difference, ...]:
    """Return the fields of an entry that are not the same before and after."""
    before, after = (json.loads(text) if text else {} for text in (entry.before, entry.after))
    return tuple(
        Difference(field, before.get(field), after.get(field))
        for field in sorted({*before, *after})
        if before.get(field) != after.get(field)
    )
