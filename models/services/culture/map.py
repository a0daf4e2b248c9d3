"""Dimension by unit: what is published, what is hidden, and where units can be told apart."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from models.services.culture.results import with_children
from models.wording import N_
from survey.asking.organisation import Organisation, Unit
from survey.asking.participation import (
    EXACT_FROM,
    Band,
    Coverage,
    coverage,
    participation_band,
    response_rate,
)
from survey.release.figure import HIDDEN, Figure, Figures
from survey.scoring.scored_responses import INDEX
from survey.statistics.contrast import contrasts


class Differs(StrEnum):
    """Whether a unit's figure lies surely beside that of the unit above it, by `contrasts`."""

    ABOVE = "above"
    BELOW = "below"
    SAME = "same"
    UNKNOWN = "unknown"


DIFFERS_WORD = {
    Differs.ABOVE: N_("over"),
    Differs.BELOW: N_("under"),
    Differs.SAME: N_("ingen klar forskel"),
    Differs.UNKNOWN: N_("uden interval"),
}


_DIFFERS = {1: Differs.ABOVE, -1: Differs.BELOW, 0: Differs.SAME, None: Differs.UNKNOWN}


@dataclass(frozen=True)
class Line:
    """A unit in the map.

    cells: by measure; a measure that is not there is hidden. n: valid answers behind the index, or
    behind the most answered dimension where there is none; None when nothing is published.
    """

    unit: Unit
    n: int | None
    cells: dict[str, Figure]
    differs: dict[str, Differs]

    @property
    def coverage(self) -> Coverage:
        """How well the answers stand for the staff; UNKNOWN when hidden."""
        return Coverage.UNKNOWN if self.n is None else coverage(self.n, self.unit.staff)

    @property
    def rate(self) -> float | None:
        """Valid answers / staff, from 10 staff on; None when fewer, unknown or hidden."""
        if self.n is None or self.unit.staff is None or self.unit.staff < EXACT_FROM:
            return None
        return response_rate(self.n, self.unit.staff)

    @property
    def band(self) -> Band:
        """The rate coarsely; UNKNOWN when hidden or staff is not known."""
        return Band.UNKNOWN if self.n is None else participation_band(self.n, self.unit.staff)


@dataclass(frozen=True)
class CultureMap:
    """A unit and those directly under it.

    sorted_by: the measure the rows are sorted by, highest first; None: the organisation's order.
    """

    above: Line
    rows: tuple[Line, ...]
    sorted_by: str | None = None


def culture_map(
    organisation: Organisation, cells: Figures, unit_id: str, measures: Sequence[str]
) -> CultureMap:
    """The map of a unit, its children in the organisation's order."""
    ids = with_children(organisation, unit_id)
    above, *below = (_row(organisation.unit(one), cells, measures) for one in ids)
    return CultureMap(above, _contrasted(below, above))


def ordered(shown: CultureMap, measure: str, ranked: Collection[str]) -> CultureMap:
    """Sorted by the best guess at each unit's own mean, the hidden ones last.

    Where the measure cannot tell units apart, the order stays the organisation's.
    """
    if measure not in ranked:
        return shown
    rows = sorted(shown.rows, key=lambda row: -_guess(row, measure))
    return replace(shown, rows=tuple(rows), sorted_by=measure)


def differing(rows: Sequence[Line], measure: str, which: Differs) -> int:
    """How many units stand so beside the unit above them."""
    return sum(row.differs.get(measure) is which for row in rows)


def _row(unit: Unit, cells: Figures, measures: Sequence[str]) -> Line:
    own = {one: cells[unit.id, "", one] for one in measures if (unit.id, "", one) in cells}
    own = {measure: cell for measure, cell in own.items() if cell.mean is not None}
    counted = [own[INDEX]] if INDEX in own else [*own.values()]
    n = max((cell.n or 0 for cell in counted), default=None)
    return Line(unit, n, own, {})


def _contrasted(rows: Sequence[Line], above: Line) -> tuple[Line, ...]:
    """The rows with what can be told of them, false discoveries held over all of them together."""

    def both(row: Line) -> list[str]:
        return [measure for measure in row.cells if measure in above.cells]

    told = contrasts(
        _frame({(row.unit.id, m): row.cells[m] for row in rows for m in row.cells}),
        _frame({(row.unit.id, m): above.cells[m] for row in rows for m in above.cells}),
    ).to_dict()
    return tuple(
        replace(row, differs={m: _DIFFERS[told.get((row.unit.id, m))] for m in both(row)})
        for row in rows
    )


def _frame(cells: Mapping[tuple[str, str], Figure]) -> pd.DataFrame:
    index = pd.MultiIndex.from_tuples(list(cells), names=["unit_id", "measure"])
    rows = [(figure.mean, figure.low, figure.high) for figure in cells.values()]
    return pd.DataFrame(rows, index, ("mean", "low", "high"), dtype=float)


def _guess(row: Line, measure: str) -> float:
    """What the unit is sorted by; below everything when hidden."""
    guess = row.cells.get(measure, HIDDEN).best_guess
    return -1.0 if guess is None else guess
