"""The level of maturity a score stands for, and what holds an index back from a higher one.

Cuts and gates come from the instrument. Give the figures as they are published, whole numbers: then
anybody who has them can check the level, and the level tells nothing they do not.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from survey.asking.question import Gate, Levels


@dataclass(frozen=True)
class Bound:
    """Why an index stands below its cut: the gate to `level` was not met.

    met, needed: how many dimensions stand at level `at_least` or higher, and how many must.
    below: the dimensions under level `none_below`, where there must be none.
    """

    level: int
    at_least: int
    met: int
    needed: int
    none_below: int
    below: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """A level and the range to show, all 1 to the highest level.

    low, high: the levels that the interval and the level itself reach over.
    ungated: the level by the cuts alone; gate: what holds `level` below it, None when nothing does.
    """

    level: int
    low: int
    high: int
    ungated: int
    gate: Bound | None = None


class Ranges(NamedTuple):
    """Levels and the ranges to show of many scores, all in the shape of the scores."""

    level: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame


def level(score: float, levels: Levels) -> int:
    """1 below the first cut, one more for each cut reached. A missing score raises ValueError."""
    if np.isnan(score):
        raise ValueError("a missing score has no level")
    return 1 + bisect_right(levels.cuts, score)


def levels_of(scores: pd.DataFrame, levels: Levels) -> pd.DataFrame:
    """The level of each score, in the same shape; NaN where the score is."""
    reached = np.searchsorted(levels.cuts, scores.to_numpy(dtype=float), side="right") + 1.0
    return pd.DataFrame(reached, scores.index, scores.columns).where(scores.notna())


def dimension_verdict(predicted: float, low: float, high: float, levels: Levels) -> Verdict:
    """The level of a unit's dimension, by the cuts, and the levels its interval touches.

    predicted: what `prediction.predicted` says. low, high: the interval of the mean.
    """
    own = level(predicted, levels)
    return Verdict(own, min(own, level(low, levels)), max(own, level(high, levels)), own)


def index_verdict(
    predicted: float,
    low: float,
    high: float,
    dimensions: Mapping[str, Verdict | None],
    levels: Levels,
) -> Verdict:
    """The level of a unit's index, by the cuts and then the gates, and its range.

    dimensions: all that the instrument has; None where a unit's is missing, see `why`.
    The low end stands at the gates with every dimension at its low end, the high end with every
    dimension at its high end.
    """
    known = {dimension_id: verdict for dimension_id, verdict in dimensions.items() if verdict}
    absent = dict.fromkeys(dimensions, np.nan)
    ungated = dimension_verdict(predicted, low, high, levels)
    gate = why(ungated.level, absent | {d: v.level for d, v in known.items()}, levels)
    lowest = why(ungated.low, absent | {d: v.low for d, v in known.items()}, levels)
    highest = why(ungated.high, absent | {d: v.high for d, v in known.items()}, levels)
    return Verdict(
        level=gate.level - 1 if gate else ungated.level,
        low=lowest.level - 1 if lowest else ungated.low,
        high=highest.level - 1 if highest else ungated.high,
        ungated=ungated.level,
        gate=gate,
    )


def why(ungated: int, dimensions: Mapping[str, float], levels: Levels) -> Bound | None:
    """The gate that binds an index: the lowest one not met on the way to its level by the cuts.

    dimensions: dimension id -> level, all that the instrument has, NaN where missing. A missing
    dimension is not among those that stand high enough, nor among those that stand too low. An
    instrument with fewer dimensions than a gate asks for needs them all.
    """
    for gate in _upwards(levels):
        met = sum(own >= gate.at_least for own in dimensions.values())
        needed = _needed(gate, len(dimensions))
        below = tuple(one for one, own in dimensions.items() if own < gate.none_below)
        if gate.level <= ungated and (met < needed or below):
            return Bound(gate.level, gate.at_least, met, needed, gate.none_below, below)
    return None


def gated(ungated: pd.Series, dimensions: pd.DataFrame, levels: Levels) -> pd.Series:
    """The level of each unit's index after the gates, NaN where the index is missing.

    ungated: units, level by the cuts. dimensions: units × all dimensions that the instrument has,
    levels, NaN where missing; the same units. Missing dimensions: as for `why`.
    """
    held = ungated.astype(float)
    for gate in _upwards(levels):
        enough = (dimensions >= gate.at_least).sum(axis=1) >= _needed(gate, dimensions.shape[1])
        met = enough & ~(dimensions < gate.none_below).any(axis=1)
        held = held.mask(~met, held.clip(upper=gate.level - 1))
    return held


def ranges(
    predicted: pd.DataFrame,
    low: pd.DataFrame,
    high: pd.DataFrame,
    levels: Levels,
    *,
    index: str | None = None,
) -> Ranges:
    """Levels of many units at once, as `dimension_verdict` and `index_verdict` say them.

    predicted, low, high: units × all dimensions and, when named, the column of the index; alike.
    NaN in any of the three means no level and no range.
    """
    known = predicted.notna() & low.notna() & high.notna()
    own, lowest, highest = (
        levels_of(scores.where(known), levels) for scores in (predicted, low, high)
    )
    found = Ranges(own, lowest.where(lowest <= own, own), highest.where(highest >= own, own))
    if index is None:
        return found
    return Ranges(*(_index_gated(frame, index, levels) for frame in found))


def _index_gated(frame: pd.DataFrame, index: str, levels: Levels) -> pd.DataFrame:
    return frame.assign(**{index: gated(frame[index], frame.drop(columns=index), levels)})


def _upwards(levels: Levels) -> list[Gate]:
    return sorted(levels.gates, key=lambda gate: gate.level)


def _needed(gate: Gate, dimensions: int) -> int:
    return min(gate.dimensions, dimensions)
