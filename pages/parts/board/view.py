"""What the scoreboard shows: a strategy on its day, and how it stood on the day compared with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from models.charts.board.transitions import Transition, transitions
from models.services.promises import scoreboard
from models.services.promises.scoreboard import Scoreboard
from pages.parts.address import link
from pages.shell.database import Db
from pages.shell.viewer import today, viewer

# The choices of the list, by their names in the address; a promise's page carries them back.
FILTERS = ("status", "theme", "owner", "level", "due", "kind", "search", "sort", "since")

Address = Callable[[str], str]


@dataclass(frozen=True)
class BoardView:
    """A strategy on a day and on an earlier one, each by what was entered by then.

    changes: the promises whose status differs.
    """

    board: Scoreboard
    before: Scoreboard
    since: date
    changes: tuple[Transition, ...]


def board_view(db: Db, strategy_id: str, *, as_of: date, since: date) -> BoardView:
    """Return a strategy's promises on a day by what is entered today, and on an earlier day."""
    board = scoreboard.scoreboard(db, strategy_id, as_of=as_of, knowledge_date=today(), by=viewer())
    before = scoreboard.scoreboard(db, strategy_id, as_of=since, knowledge_date=since, by=viewer())
    return BoardView(board, before, since, transitions(before.standings, board.standings))


def promise_address(strategy_id: str) -> Address:
    """Return the address of a promise's page by its id, with the choices of this page."""
    start = link("criterion", "year", *FILTERS, strategy=strategy_id, criterion="")
    return lambda criterion_id: start + criterion_id
