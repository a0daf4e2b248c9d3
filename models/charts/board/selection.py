"""The promises chosen by status, theme, owner, level, period, kind and words, in an order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from models.charts.board.transitions import ORDER
from models.charts.board.worst import due, lacking
from models.charts.promises.signs import Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.strategy.target import IndicatorKind
from models.wording import N_

Standing = TypeVar("Standing", bound=CriterionStanding)


class DuePeriod(StrEnum):
    """The time until a promise is due, seen from the day of the status."""

    PAST = "past"
    THIS_YEAR = "this_year"
    NEXT_YEAR = "next_year"
    LATER = "later"
    NONE = "none"


class SortOrder(StrEnum):
    """The order of a list of promises."""

    PAPER = "paper"
    STATUS = "status"
    BEHIND = "behind"
    DUE = "due"
    NAME = "name"


PERIOD_WORD = {
    DuePeriod.PAST: N_("Fristen er gået"),
    DuePeriod.THIS_YEAR: N_("Senere i år"),
    DuePeriod.NEXT_YEAR: N_("Næste år"),
    DuePeriod.LATER: N_("Derefter"),
    DuePeriod.NONE: N_("Uden frist"),
}
SORT_WORD = {
    SortOrder.PAPER: N_("Strategiens rækkefølge"),
    SortOrder.STATUS: N_("Status, værst først"),
    SortOrder.BEHIND: N_("Længst bagud først"),
    SortOrder.DUE: N_("Frist, tidligst først"),
    SortOrder.NAME: N_("Navn"),
}


@dataclass(frozen=True)
class Selection:
    """The choices of a list: empty is everything.

    owner: as written in the target; text: words that all stand in promise, code or owner.
    """

    signs: frozenset[Sign] = frozenset()
    theme: str = ""
    owner: str = ""
    level: str = ""
    period: str = ""
    kind: str = ""
    text: str = ""
    order: SortOrder = SortOrder.PAPER


def selected(
    standings: Sequence[Standing], selection: Selection, *, as_of: date
) -> tuple[Standing, ...]:
    """Return the promises that match everything chosen, in the order chosen."""
    matching = [row for row in standings if _matches(row, selection, as_of)]
    return tuple(sorted(matching, key=_KEYS[selection.order]))


def _matches(row: CriterionStanding, selection: Selection, as_of: date) -> bool:
    criterion = row.criterion
    pairs = (
        (selection.theme, criterion.theme_id),
        (selection.owner, owner(row)),
        (selection.level, criterion.level.value),
        (selection.period, period(row, as_of=as_of)),
        (selection.kind, kind(row)),
    )
    if any(choice and choice != value for choice, value in pairs):
        return False
    if selection.signs and sign_of(row.assessment) not in selection.signs:
        return False
    text = " ".join((criterion.id, criterion.text, criterion.gloss, owner(row))).casefold()
    return all(word in text for word in selection.text.casefold().split())


def owner(row: CriterionStanding) -> str:
    """Return who answers for the target; blank where nobody is named."""
    return row.target.owner if row.target else ""


def kind(row: CriterionStanding) -> IndicatorKind:
    """Return the kind of the target in force, else that of the proposed indicator."""
    return row.target.kind if row.target else row.criterion.indicator.kind


def period(row: CriterionStanding, *, as_of: date) -> DuePeriod:
    """Return when a promise is due, seen from a day; the day itself is still to come."""
    day = due(row)
    if day is None:
        return DuePeriod.NONE
    if day < as_of:
        return DuePeriod.PAST
    years = day.year - as_of.year
    return (DuePeriod.THIS_YEAR, DuePeriod.NEXT_YEAR, DuePeriod.LATER)[min(years, 2)]


def owners(standings: Iterable[CriterionStanding]) -> tuple[str, ...]:
    """Return the owners that are named, in alphabetical order."""
    return tuple(sorted({name for row in standings if (name := owner(row))}, key=str.casefold))


def _badness(row: CriterionStanding) -> int:
    sign = sign_of(row.assessment)
    return -ORDER.index(sign) if sign in ORDER else 1


# A sort is stable: what is alike in these stays in the order of the paper.
_KEYS: dict[SortOrder, Callable[[CriterionStanding], float | str]] = {
    SortOrder.PAPER: lambda _row: 0,
    SortOrder.STATUS: _badness,
    SortOrder.BEHIND: lambda row: -lack if (lack := lacking(row)) is not None else float("inf"),
    SortOrder.DUE: lambda row: (due(row) or date.max).toordinal(),
    SortOrder.NAME: lambda row: row.criterion.text.casefold(),
}
