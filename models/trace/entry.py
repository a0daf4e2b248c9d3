"""An entry of the trace: who did what to which thing, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.access import Viewer
from models.trace.action import Action

# A thing's fields by name, as JSON takes them: texts, numbers, yes or no, None, lists of these.
State = Mapping[str, object]


@dataclass(frozen=True)
class Write:
    """Something that a person did, as the service that did it says.

    subject: the thing, see `models.trace.subject`. before, after: its fields, None where it was not
    there. reason: in the person's own words, blank where none is asked for.
    """

    action: Action
    subject: str
    by: Viewer
    before: State | None = None
    after: State | None = None
    reason: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the trace as it is stored.

    entry: its number, from 1 without a gap. at: UTC to the second, as ISO 8601. before, after:
    canonical JSON, None where there was nothing. previous: the hash of the line before, blank for
    the first. hash: of this line, see `models.trace.chain`.
    """

    entry: int
    at: str
    who: str
    role: str
    action: str
    subject: str
    before: str | None
    after: str | None
    reason: str
    previous: str
    hash: str
