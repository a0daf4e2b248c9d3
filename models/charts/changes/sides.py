"""A change of status seen from both sides: the promise before and after, and the way it went."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from models.charts.board.transitions import Transition
from models.charts.promises.signs import Sign, sign_of
from models.strategy.paper.criterion import Criterion
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.change import Cause, StatusChange
from models.strategy.rule.moved_due import MovedDue
from models.strategy.target import Target


@dataclass(frozen=True)
class Side:
    """A promise as it stood on one of the two days, as charts and words read it."""

    criterion: Criterion
    target: Target | None
    assessment: Assessment
    moved: MovedDue | None = None


def before(change: StatusChange) -> Side:
    """Return the promise as it stood on the first day."""
    return Side(change.criterion, change.target_before, change.before.assessment)


def after(change: StatusChange) -> Side:
    """Return the promise as it stood on the last day."""
    return Side(change.criterion, change.target_after, change.after.assessment)


def time_only(change: StatusChange) -> Side:
    """Return the promise as it would stand on the last day by what was entered on the first."""
    return Side(change.criterion, change.target_before, change.time_only.assessment)


def transition(change: StatusChange) -> Transition:
    """Return the change as the scoreboard counts it: by the signs of the two days."""
    first, last = sign_of(change.before.assessment), sign_of(change.after.assessment)
    return Transition(after(change), first, last)


def moves(changes: Iterable[StatusChange]) -> tuple[StatusChange, ...]:
    """Return those whose sign differs, as the scoreboard has them."""
    return tuple(change for change in changes if _differs(change))


def same_sign(changes: Iterable[StatusChange]) -> tuple[StatusChange, ...]:
    """Return those of the same sign for another reason, or with another status set by people."""
    return tuple(change for change in changes if not _differs(change))


def _differs(change: StatusChange) -> bool:
    return sign_of(change.before.assessment) is not sign_of(change.after.assessment)


def cause_counts(changes: Iterable[StatusChange]) -> Counter[Cause]:
    """Return how many changes each cause is behind; one may have several."""
    return Counter(cause for change in changes for cause in change.causes)


def sign_pairs(compared: Iterable[StatusChange]) -> Counter[tuple[Sign, Sign]]:
    """Return how many promises went from each sign to each, those that stayed too."""
    return Counter(
        (sign_of(change.before.assessment), sign_of(change.after.assessment)) for change in compared
    )
