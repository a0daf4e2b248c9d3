"""The fields of a thing as the trace keeps them."""

from collections.abc import Iterable
from datetime import date

from models.trace.entry import State


def state(thing: object, *, without: Iterable[str] = ()) -> State:
    """Return a dataclass's fields by name, but for those left out and those that hold nothing.

    Nothing is None, blank text, and an empty list.
    """
    left_out = frozenset(without)
    return {
        name: _plain(value)
        for name, value in vars(thing).items()
        if name not in left_out and value not in (None, "", ())
    }


def state_or_none(thing: object | None, *, without: Iterable[str] = ()) -> State | None:
    """Return the fields of a thing as `state` does; None where there is no thing."""
    return None if thing is None else state(thing, without=without)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
