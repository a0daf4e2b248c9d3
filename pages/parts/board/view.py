"""The content of the scoreboard: a strategy on its day, and what changed since another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from models.charts.board.transitions import Transition
from models.charts.board.worst import worst
from models.charts.changes.sides import moves, transition
from models.services.promises.scoreboard import Scoreboard
from models.services.promises.status_changes import Moment
from models.services.updates.explanations import explanations
from models.steering.explanation import Explanation
from models.strategy.rule.change import StatusChange
from pages.parts.address import link
from pages.shell import cache
from pages.shell.database import Db
from pages.shell.viewer import today, viewer

# The choices of the list, by their names in the address; a promise's page carries them back.
FILTERS = ("status", "theme", "owner", "level", "due", "kind", "search", "sort", "since")

Address = Callable[[str], str]


@dataclass(frozen=True)
class BoardView:
    """A strategy on a day by what is entered, and what changed since an earlier day.

    changes: those of a sign, what fell furthest first.
    words_of: the newest words of an owner, by the criterion's id.
    """

    board: Scoreboard
    since: date
    changes: tuple[StatusChange, ...]
    words_of: Mapping[str, Explanation]

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """The changes by their signs."""
        return tuple(map(transition, self.changes))


def board_view(db: Db, strategy_id: str, *, as_of: date, since: date) -> BoardView:
    """Return a strategy's promises on a day by what is entered today, and what changed since.

    The earlier day is judged by what was entered on it.
    """
    board = cache.board(db, strategy_id, as_of=as_of, knowledge_date=today(), by=viewer())
    then, now = Moment(since, since), Moment(as_of, today())
    changes = cache.changes(db, strategy_id, before=then, after=now, by=viewer())
    reds = [row.criterion.id for row in worst(board.standings)]
    texts = explanations(db, reds, knowledge_date=today(), by=viewer())
    newest = {criterion_id: rows[0] for criterion_id, rows in texts.items() if rows}
    return BoardView(board, since, moves(changes.changes), newest)


def promise_address(strategy_id: str) -> Address:
    """Return the address of a promise's page by its id, with the choices of this page."""
    start = link("criterion", "year", *FILTERS, strategy=strategy_id, criterion="")
    return lambda criterion_id: start + criterion_id
