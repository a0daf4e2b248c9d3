"""The gap list of a strategy: what its promises and initiatives lack on a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services.promises.next_measurement import needs_start, needs_target
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion, assess_strategy
from models.steering.owner import Owner
from models.steering.person import same_person
from models.storage import Db
from models.storage.steering import owners
from models.strategy.gap import Effort, GapKind, efforts, is_repeated, serves_nothing
from models.strategy.observation import counting_observations
from models.strategy.rule.assessment import StatusReason
from models.strategy.rule.freshness import Freshness
from models.strategy.target import IndicatorKind

Promises = tuple[ScoreboardCriterion, ...]
_OLD = frozenset({Freshness.STALE, Freshness.EXPIRED})


@dataclass(frozen=True)
class GapList:
    """The gaps of a strategy as of a day; a promise may have several.

    promises: of each kind of gap of promises, empty ones included, in the paper's order.
    efforts: of each kind of gap of initiatives, each effort once, however many themes it is under.
    left: the owners of its promises who have left, by name.
    """

    board: Scoreboard
    promises: Mapping[GapKind, Promises]
    efforts: Mapping[GapKind, tuple[Effort, ...]]
    left: Mapping[str, Owner]

    @property
    def incomplete(self) -> Promises:
        """The promises that lack anything, each once."""
        lacking = {row.criterion.id for rows in self.promises.values() for row in rows}
        return tuple(row for row in self.board.standings if row.criterion.id in lacking)


def gaps(
    db: Db, strategy_id: str, *, as_of: date, knowledge_date: date | None = None, by: Viewer
) -> GapList:
    """Return what a strategy lacks as of a day, by what was entered until the knowledge date."""
    require(by, Permission.SEE_SCOREBOARD)
    board = assess_strategy(db, strategy_id, as_of=as_of, knowledge_date=knowledge_date)
    return of_board(db, board, by=by)


def of_board(db: Db, board: Scoreboard, *, by: Viewer) -> GapList:
    """Return what the strategy of a scoreboard lacks, as of its days."""
    require(by, Permission.SEE_SCOREBOARD)
    as_of, knowledge_date = board.as_of, board.knowledge_date
    gone = [owner for owner in owners.all_owners(db).values() if owner.has_left(as_of)]
    left = {
        row.target.owner: owner
        for row in board.standings
        for owner in gone
        if row.target is not None and same_person(owner.name, row.target.owner)
    }
    tests: dict[GapKind, Callable[[ScoreboardCriterion], bool]] = {
        GapKind.TARGET: needs_target,
        GapKind.START: needs_start,
        GapKind.OWNER: lambda row: row.target is None or row.target.owner in {"", *left},
        GapKind.INITIATIVE: lambda row: not row.initiatives,
        GapKind.NEVER_MEASURED: lambda row: _is_unmeasured(row, as_of, knowledge_date),
        GapKind.STALE: lambda row: row.assessment.freshness in _OLD,
        GapKind.UNCONFIRMED: lambda row: row.assessment.reason is StatusReason.NOT_CONFIRMED,
        GapKind.UNDOCUMENTED: lambda row: (
            row.assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT
        ),
    }
    of_strategy = efforts(board.strategy.initiatives)
    return GapList(
        board=board,
        promises={
            kind: tuple(row for row in board.standings if lacks(row))
            for kind, lacks in tests.items()
        },
        efforts={
            GapKind.CRITERION: tuple(filter(serves_nothing, of_strategy)),
            GapKind.REPEATED: tuple(filter(is_repeated, of_strategy)),
        },
        left=left,
    )


def _is_unmeasured(standing: ScoreboardCriterion, as_of: date, knowledge_date: date | None) -> bool:
    """Whether a promise that can be measured has no value; before its day a milestone needs none.

    Without a target nothing can be measured: that is the gap then.
    """
    target = standing.target
    if target is None or needs_target(standing) or needs_start(standing):
        return False
    if target.kind is IndicatorKind.MILESTONE and (target.due is None or target.due > as_of):
        return False
    counting = counting_observations(standing.observations, knowledge_date)
    return not any(row.ref <= as_of for row in counting)
