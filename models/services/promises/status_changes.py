"""The criteria of a strategy whose status is another than on an earlier day, with the causes."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from models.access import Permission, Viewer, require
from models.services.promises import strategies
from models.services.promises.basis import Basis, bases
from models.storage import Db
from models.strategy.paper.strategy import Strategy
from models.strategy.rule.change import Cause, Position, StatusChange, causes, worse_first
from models.strategy.rule.versions.rule import CURRENT, Rule


@dataclass(frozen=True)
class Moment:
    """A day, the last day of entry that counts (None: everything entered), and a rule."""

    as_of: date
    knowledge_date: date | None = None
    rule: Rule = CURRENT


@dataclass(frozen=True)
class StatusChanges:
    """A strategy compared between two moments.

    compared: every criterion in the paper's order, also those that did not change.
    """

    strategy: Strategy
    before: Moment
    after: Moment
    compared: tuple[StatusChange, ...]

    @cached_property
    def changes(self) -> tuple[StatusChange, ...]:
        """Those of another status, reason or override than before, what fell furthest first."""
        return tuple(sorted((change for change in self.compared if change.causes), key=worse_first))

    @property
    def unchanged(self) -> int:
        """The number of criteria with the same status for the same reason as before."""
        return len(self.compared) - len(self.changes)


def status_changes(
    db: Db, strategy_id: str, *, before: Moment, after: Moment, by: Viewer
) -> StatusChanges:
    """Return each criterion before and after, and the causes where something changed."""
    require(by, Permission.SEE_SCOREBOARD)
    return changes_between(db, strategy_id, before=before, after=after)


def changes_between(db: Db, strategy_id: str, *, before: Moment, after: Moment) -> StatusChanges:
    """Return the changes as `status_changes` does, for a service that has asked who it is."""
    strategy = strategies.strategy(strategy_id)
    earlier, later = (
        bases(db, strategy, knowledge_date=moment.knowledge_date, rule=moment.rule)
        for moment in (before, after)
    )
    compared = tuple(
        _change(old, new, before=before.as_of, after=after.as_of)
        for old, new in zip(earlier, later, strict=True)
    )
    return StatusChanges(strategy, before, after, compared)


def _change(old: Basis, new: Basis, *, before: date, after: date) -> StatusChange:
    """Return the change of one criterion, taken apart step by step."""
    with_data = replace(
        old, records=new.records, plans=new.plans, knowledge_date=new.knowledge_date
    )
    with_target = replace(with_data, adopted=new.adopted)
    first = _position(old, before)
    steps = {
        Cause.TIME: _position(old, after),
        Cause.DATA: _position(with_data, after),
        Cause.TARGET: _position(with_target, after),
        Cause.RULE: _position(new, after),
    }
    last = steps[Cause.RULE]
    override_before = old.override(before, first.assessment.status)
    override_after = new.override(after, last.assessment.status)
    return StatusChange(
        criterion=new.criterion,
        before=first,
        time_only=steps[Cause.TIME],
        after=last,
        causes=causes(first, steps, override_before=override_before, override_after=override_after),
        target_before=old.target,
        target_after=new.target,
        override_before=override_before,
        override_after=override_after,
    )


def _position(basis: Basis, as_of: date) -> Position:
    return Position(basis.assessment(as_of), basis.forecast(as_of))
