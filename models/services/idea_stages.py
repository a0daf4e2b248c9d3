"""The stages of ideas that are brought in: which step is possible, and its line in the trace."""

from collections.abc import Iterable, Mapping

from models.access import Viewer
from models.errors import SteeringError
from models.ideas.idea import Idea, Stage
from models.stages.tables import IDEA
from models.stages.transitions import StageRefused
from models.storage import Db
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import State, Write


def require_step(before: Stage, after: Stage) -> None:
    """Raise StageRefused for a step that the table of stages does not have."""
    if not IDEA.leads(before, after):
        raise StageRefused(
            "En idé går ikke fra {before} til {after}.",
            before=SteeringError(IDEA.words[before]),
            after=SteeringError(IDEA.words[after]),
        )


def leave_lines(db: Db, before: Mapping[str, Idea], ideas: Iterable[Idea], viewer: Viewer) -> None:
    """Leave a line for each idea, for a service that has asked who it is.

    before: id -> the idea as it was. The words, the unit and the day stay out of the trace: who
    sent an idea may take them back, and then they shall be gone.
    """
    for idea in ideas:
        earlier = before.get(idea.id)
        states = None if earlier is None else _state(earlier), _state(idea)
        trace.add(db, Write(Action.IMPORT_IDEA, subject.idea(idea.id), viewer, *states))


def _state(idea: Idea) -> State:
    kind = idea.innovation_type
    return {"stage": idea.stage} | ({} if kind is None else {"innovation_type": kind})
