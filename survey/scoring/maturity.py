"""The level of maturity that a score reaches, and the gate that an index does not pass.

Cuts and gates come from the instrument. Pass the figures as they are published, whole numbers: then
a level can be checked against them and discloses nothing beyond them.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from survey.asking.question import Gate, MaturityLevels


@dataclass(frozen=True)
class Bound:
    """The gate to `level` that an index has not passed, so that it stands below its cut.

    met, needed: the number of dimensions at level `at_least` or higher, and the number required.
    below: the dimensions under level `none_below`, where there must be none.
    """

    level: int
    at_least: int
    met: int
    needed: int
    none_below: int
    below: tuple[str, ...]


class Ranges(NamedTuple):
    """The level of each score, and the lowest and highest level of its interval."""

    level: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame


def level(score: float, levels: MaturityLevels) -> int:
    """Return 1 below the first cut, one more per cut reached. A missing score raises ValueError."""
    if np.isnan(score):
        raise ValueError("a missing score has no level")
    return 1 + bisect_right(levels.cuts, score)


def levels_of(scores: pd.DataFrame, levels: MaturityLevels) -> pd.DataFrame:
    """Return the level of each score, in the same shape; NaN where the score is NaN."""
    reached = np.searchsorted(levels.cuts, scores.to_numpy(dtype=float), side="right") + 1.0
    return pd.DataFrame(reached, scores.index, scores.columns).where(scores.notna())


def binding_gate(
    ungated: int, dimensions: Mapping[str, float], levels: MaturityLevels
) -> Bound | None:
    """Return the lowest gate that an index does not meet on the way to its level by the cuts.

    dimensions: dimension id -> level, all that the instrument has, NaN where missing. A missing
    dimension is not among those that stand high enough, nor among those that stand too low. An
    instrument with fewer dimensions than a gate asks for needs them all.
    """
    for gate in _upwards(levels):
        met = sum(own >= gate.at_least for own in dimensions.values())
        needed = _needed(gate, len(dimensions))
        below = tuple(name for name, own in dimensions.items() if own < gate.none_below)
        if gate.level <= ungated and (met < needed or below):
            return Bound(gate.level, gate.at_least, met, needed, gate.none_below, below)
    return None


def gated(ungated: pd.Series, dimensions: pd.DataFrame, levels: MaturityLevels) -> pd.Series:
    """Return the level of each unit's index after the gates, NaN where the index is missing.

    ungated: units, level by the cuts. dimensions: units × all dimensions that the instrument has,
    levels, NaN where missing; the same units. Missing dimensions: as for `binding_gate`.
    """
    reached = ungated.astype(float)
    for gate in _upwards(levels):
        enough = (dimensions >= gate.at_least).sum(axis=1) >= _needed(gate, dimensions.shape[1])
        met = enough & ~(dimensions < gate.none_below).any(axis=1)
        # From the lowest gate upwards: a gate that is not met caps the level, and no later gate can
        # raise it again.
        reached = reached.mask(~met, reached.clip(upper=gate.level - 1))
    return reached


def ranges(
    predicted: pd.DataFrame,
    low: pd.DataFrame,
    high: pd.DataFrame,
    levels: MaturityLevels,
    *,
    index: str | None = None,
) -> Ranges:
    """Return the level of each unit's measures, and the lowest and highest level of each interval.

    predicted, low, high: units × all dimensions and, when named, the column of the index; the same
    shape. NaN in any of the three means no level and no range. The range always includes the level
    itself. The low end of an index passes the gates with every dimension at its own low end, the
    high end with every dimension at its high end.
    """
    complete = predicted.notna() & low.notna() & high.notna()
    own, lowest, highest = (
        levels_of(scores.where(complete), levels) for scores in (predicted, low, high)
    )
    by_cuts = Ranges(own, lowest.where(lowest <= own, own), highest.where(highest >= own, own))
    if index is None:
        return by_cuts
    return Ranges(*(_index_gated(frame, index, levels) for frame in by_cuts))


def _index_gated(frame: pd.DataFrame, index: str, levels: MaturityLevels) -> pd.DataFrame:
    return frame.assign(**{index: gated(frame[index], frame.drop(columns=index), levels)})


def _upwards(levels: MaturityLevels) -> list[Gate]:
    return sorted(levels.gates, key=lambda gate: gate.level)


def _needed(gate: Gate, dimensions: int) -> int:
    return min(gate.dimensions, dimensions)
