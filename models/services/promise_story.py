"""Everything that the page of one promise shows, as it was known on a day."""

from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, may, require
from models.services.promises import observations, targets
from models.services.promises.detectable import detectable_change
from models.services.promises.scoreboard import ScoreboardCriterion, assess_strategy
from models.services.trace import log
from models.services.updates import explanations, overrides
from models.services.updates.ownership import STEWARDS, owners_of, owns
from models.steering.explanation import Explanation
from models.steering.override_proposal import OverrideProposal
from models.storage import Db
from models.strategy.observation import Observation
from models.strategy.paper.strategy import Strategy
from models.strategy.target import Target
from models.trace import subject
from models.trace.line import TraceLine


@dataclass(frozen=True)
class PromiseStory:
    """A promise, with what was set, measured, written and decided about it.

    rule: the version of the rule that its status follows. targets, overrides: oldest first, the
    replaced and ended ones too. records: of every measurement, the replaced ones too.
    detectable: the smallest change that the survey can tell, in points; None where none feeds it.
    explanations: the owner's words, newest first. trace: every write about it, newest first.
    may_explain: whether the viewer may write them.
    """

    strategy: Strategy
    rule: str
    standing: ScoreboardCriterion
    targets: tuple[Target, ...]
    records: tuple[Observation, ...]
    detectable: float | None
    explanations: tuple[Explanation, ...]
    overrides: tuple[OverrideProposal, ...]
    trace: tuple[TraceLine, ...]
    may_explain: bool


def promise_story(
    db: Db, strategy_id: str, criterion_id: str, *, as_of: date, on: date, by: Viewer
) -> PromiseStory:
    """Return the story of a criterion, its status as of a day by what is known on another (`on`).

    Raises KeyError for a criterion that the strategy does not have.
    """
    require(by, Permission.SEE_SCOREBOARD)
    board = assess_strategy(db, strategy_id, as_of=as_of, knowledge_date=on)
    standing = board.standing(criterion_id)
    target = standing.target
    return PromiseStory(
        strategy=board.strategy,
        rule=board.rule,
        standing=standing,
        targets=targets.history(db, criterion_id, by=by),
        records=observations.of(db, criterion_id, by=by),
        detectable=None if target is None else detectable_change(db, target, by=by),
        explanations=explanations.explanations(db, [criterion_id], by=by)[criterion_id],
        overrides=overrides.proposals(db, [criterion_id], by=by),
        trace=log.history(db, subject.criterion(criterion_id), by=by),
        may_explain=_may_explain(db, criterion_id, by=by, on=on),
    )


def _may_explain(db: Db, criterion_id: str, *, by: Viewer, on: date) -> bool:
    if not may(by.role, Permission.UPDATE_PROMISE):
        return False
    owner = owners_of(db, [criterion_id]).get(criterion_id)
    return by.role in STEWARDS or owns(owner, by, on=on)
