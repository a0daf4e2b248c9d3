"""The changes that an import makes or would make, record by record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.services.files.writing import Value
from models.wording import N_


class Action(StrEnum):
    """The changes that a file may make to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


ACTION_WORD = {
    Action.ADDED: N_("ny"),
    Action.CHANGED: N_("ændret"),
    Action.REMOVED: N_("fjernes"),
}


@dataclass(frozen=True)
class Change:
    """A cell that changes, or a record that comes or goes; then `column` is blank.

    before, after: None where nothing stands there.
    """

    action: Action
    record: str
    column: str = ""
    before: str | float | None = None
    after: str | float | None = None


Row = Mapping[str, Value]


def changes(before: Mapping[str, Row], after: Mapping[str, Row]) -> tuple[Change, ...]:
    """Return the changes from one set of rows to another, by record; removals last."""
    cells: list[Change] = []
    for record, row in after.items():
        if record not in before:
            cells.append(Change(Action.ADDED, record))
            continue
        earlier = before[record]
        cells += [
            Change(Action.CHANGED, record, column, _plain(earlier[column]), _plain(value))
            for column, value in row.items()
            if earlier[column] != value
        ]
    removed = [Change(Action.REMOVED, record) for record in before if record not in after]
    return (*cells, *removed)


def _plain(value: Value) -> str | float | None:
    """Return a value as JSON can say it."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(f"{day} = {point:g}" for day, point in value)
    return None if value == "" else value
