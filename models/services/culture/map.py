"""Dimension by unit: what is published, what is hidden, and where units surely differ."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from models.services.culture.results import ReleasedWave
from models.wording import N_
from survey.asking.organisation import Unit
from survey.asking.participation import (
    EXACT_FROM,
    Coverage,
    coverage,
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


# As many dimensions of a unit as can be read at a glance.
_MOST = 2
_DIFFERS = {1: Differs.ABOVE, -1: Differs.BELOW, 0: Differs.SAME, None: Differs.UNKNOWN}


@dataclass(frozen=True)
class UnitFigures:
    """A unit in the map.

    figures: by measure; a measure that is not there is hidden. n: valid answers behind the index,
    or behind the most answered dimension where there is none; None when nothing is published.
    """

    unit: Unit
    n: int | None
    figures: Mapping[str, Figure]
    differs: Mapping[str, Differs]

    @property
    def coverage(self) -> Coverage:
        """Whether the answers stand for the staff; UNKNOWN when hidden."""
        return Coverage.UNKNOWN if self.n is None else coverage(self.n, self.unit.staff)

    @property
    def rate(self) -> float | None:
        """Valid answers / staff, from 10 staff on; None when fewer, unknown or hidden."""
        if self.n is None or self.unit.staff is None or self.unit.staff < EXACT_FROM:
            return None
        return response_rate(self.n, self.unit.staff)


@dataclass(frozen=True)
class CultureMap:
    """A unit and those directly under it.

    sorted_by: the measure the rows are sorted by, highest first; None: the organisation's order.
    """

    above: UnitFigures
    rows: tuple[UnitFigures, ...]
    sorted_by: str | None = None


def culture_map(release: ReleasedWave, figures: Figures, unit_id: str) -> CultureMap:
    """The map of a unit, its children in the organisation's order.

    figures: of all of them; those of other units and measures are passed over.
    """
    above, *below = (
        unit_figures(release, figures, row_id) for row_id in release.with_children(unit_id)
    )
    return CultureMap(above, _contrasted(below, above))


def unit_figures(release: ReleasedWave, figures: Figures, unit_id: str) -> UnitFigures:
    """A unit's published index and dimensions, beside nothing else."""
    places = {measure: (unit_id, "", measure) for measure in release.measures}
    own = {measure: figures.get(place, HIDDEN) for measure, place in places.items()}
    own = {measure: figure for measure, figure in own.items() if figure.mean is not None}
    counted = [own[INDEX]] if INDEX in own else [*own.values()]
    n = max((figure.n or 0 for figure in counted), default=None)
    return UnitFigures(release.organisation.unit(unit_id), n, own, {})


def ordered(culture: CultureMap, measure: str, ranked: Collection[str]) -> CultureMap:
    """Sorted by the best guess at each unit's own mean, the hidden ones last.

    Where the measure cannot tell units apart, the order stays the organisation's.
    """
    if measure not in ranked:
        return culture
    rows = sorted(culture.rows, key=lambda row: -_guess(row, measure))
    return replace(culture, rows=tuple(rows), sorted_by=measure)


def differing(rows: Sequence[UnitFigures], measure: str, which: Differs) -> int:
    """The number of units that stand so beside the unit above them."""
    return sum(row.differs.get(measure) is which for row in rows)


def standing_out(row: UnitFigures, above: UnitFigures, ranked: Collection[str]) -> tuple[str, ...]:
    """At most two dimensions of a unit that lie surely beside the unit above, the farthest first.

    ranked: the measures that can tell units apart; no other stands out.
    """
    apart = {
        measure: abs((row.figures[measure].mean or 0) - (above.figures[measure].mean or 0))
        for measure, differs in row.differs.items()
        if measure in ranked and measure != INDEX and differs in {Differs.ABOVE, Differs.BELOW}
    }
    return tuple(sorted(apart, key=lambda measure: -apart[measure])[:_MOST])


def _contrasted(rows: Sequence[UnitFigures], above: UnitFigures) -> tuple[UnitFigures, ...]:
    """The rows with their differences; false discoveries are controlled over rows and measures."""
    # Both frames have a row for each figure of the units below, so that each is laid beside the
    # same measure of the one unit above.
    contrast = contrasts(
        _frame({(row.unit.id, m): row.figures[m] for row in rows for m in row.figures}),
        _frame(
            {
                (row.unit.id, m): above.figures[m]
                for row in rows
                for m in row.figures
                if m in above.figures
            }
        ),
    ).to_dict()
    return tuple(
        replace(
            row,
            differs={
                measure: _DIFFERS[contrast.get((row.unit.id, measure))]
                for measure in row.figures
                if measure in above.figures
            },
        )
        for row in rows
    )


def _frame(figures: Mapping[tuple[str, str], Figure]) -> pd.DataFrame:
    index = pd.MultiIndex.from_tuples(list(figures), names=["unit_id", "measure"])
    rows = [(figure.mean, figure.low, figure.high) for figure in figures.values()]
    return pd.DataFrame(rows, index, ("mean", "low", "high"), dtype=float)


def _guess(row: UnitFigures, measure: str) -> float:
    """The number a unit is sorted by; below every other when hidden."""
    guess = row.figures.get(measure, HIDDEN).best_guess
    return -1.0 if guess is None else guess
