"""Why a published index has the level it has."""

from dataclasses import dataclass
from math import isnan

from models.services.culture.results import Cells
from survey.asking.instrument import Instrument
from survey.scoring import maturity
from survey.scoring.maturity import Bound
from survey.scoring.scored_responses import INDEX


@dataclass(frozen=True)
class Held:
    """The gate that holds an index back, and the level it would have by its figure alone."""

    ungated: int
    gate: Bound


def held(cells: Cells, unit_id: str, instrument: Instrument) -> Held | None:
    """From published figures alone; None when nothing holds the level back or there is none."""
    index = cells.get((unit_id, "", INDEX))
    if index is None or isnan(index["level"]) or isnan(index["predicted"]):
        return None
    ungated = maturity.level(index["predicted"], instrument.levels)
    dimensions = {
        one.id: cell["level"] if (cell := cells.get((unit_id, "", one.id))) else float("nan")
        for one in instrument.dimensions
    }
    gate = maturity.why(ungated, dimensions, instrument.levels)
    return None if gate is None else Held(ungated, gate)
