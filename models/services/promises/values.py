"""Adding values to criteria, each with its line in the trace."""

from collections.abc import Iterable, Mapping

from models.access import Viewer
from models.storage import Db
from models.storage.steering import observations, trace
from models.strategy.observation import Observation
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state, state_or_none

_BESIDE = ("criterion_id", "entered_by")


def add_values(
    db: Db,
    values: Iterable[Observation],
    viewer: Viewer,
    *,
    corrected: Mapping[Observation, Observation] | None = None,
) -> None:
    """Add values in this order, for a service that has asked who it is.

    corrected: value -> the one that counted before on its day and in its series.
    """
    added = tuple(values)
    observations.add_all(db, added)
    for value in added:
        before = state_or_none((corrected or {}).get(value), without=_BESIDE)
        after = state(value, without=_BESIDE)
        place = subject.criterion(value.criterion_id)
        trace.add(db, Write(Action.RECORD_VALUE, place, viewer, before, after))
