"""The moves of a promise's due date, each with the decision that moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.strategy.target import Target


@dataclass(frozen=True)
class DueMove:
    """A due date that gave way to another. decision: the reference; blank where none is written."""

    on: date
    before: date
    after: date
    decision: str


def due_moves(promised: date | None, history: Sequence[Target]) -> tuple[DueMove, ...]:
    """Return the moves of a due date, oldest first; earlier and later dates alike.

    promised: the paper's own date; None where it has none, then the first date set is no move.
    history: every target of the criterion, oldest first; one without a date moves nothing.
    """
    moves = []
    current = promised
    for target in history:
        if target.due is None or target.due == current:
            continue
        if current is not None:
            moves.append(DueMove(target.set_on, current, target.due, target.decision))
        current = target.due
    return tuple(moves)
