"""The gate that keeps a published index below the level of its score."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan

from survey.asking.instrument import Instrument
from survey.release.figure import HIDDEN, Figure
from survey.scoring import maturity
from survey.scoring.maturity import Bound
from survey.scoring.scored_responses import INDEX


@dataclass(frozen=True)
class HeldBack:
    """The gate that holds an index back, and the level it would have by its figure alone."""

    ungated: int
    gate: Bound


def gate_of(figures: Mapping[str, Figure], instrument: Instrument) -> HeldBack | None:
    """The gate that holds a unit's index below its cut; None without a level or such a gate.

    figures: the unit's published figures by measure.
    """
    index = figures.get(INDEX, HIDDEN)
    if index.level is None or index.predicted is None:
        return None
    ungated = maturity.level(index.predicted, instrument.levels)
    reached = {
        dimension.id: figures.get(dimension.id, HIDDEN).level for dimension in instrument.dimensions
    }
    levels = {measure: nan if level is None else level for measure, level in reached.items()}
    gate = maturity.binding_gate(ungated, levels, instrument.levels)
    return None if gate is None else HeldBack(ungated, gate)
