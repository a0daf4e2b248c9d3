"""Changes since the wave before, and which of them are more than chance."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan
from typing import Any

import pandas as pd

from models.access import Permission, Viewer, require
from models.services.culture.results import ReleasedWave, comparable, published_cells
from models.storage import Db
from survey.asking.organisation import Organisation
from survey.scoring.scored_responses import INDEX
from survey.statistics import change


@dataclass(frozen=True, eq=False)
class Development:
    """Two waves beside each other.

    changes: one row a unit and measure published in both, see `survey.statistics.change.changes`.
    regrouped: the units asked for that are not the same as then; they have no development.
    measures: what both waves asked with the same items, the index first.
    """

    before: ReleasedWave
    changes: pd.DataFrame
    regrouped: frozenset[str]
    measures: tuple[str, ...]

    def of(self, unit_id: str) -> Mapping[str, Mapping[str, float]]:
        """A unit's changes by measure; empty without any."""
        return self._by_unit.get(unit_id, {})

    @cached_property
    def _by_unit(self) -> dict[str, dict[str, Mapping[str, float]]]:
        by_unit: dict[str, dict[str, Mapping[str, float]]] = {}
        for row in self.changes.to_dict("records"):
            by_unit.setdefault(str(row["unit_id"]), {})[str(row["measure"])] = _figures(row)
        return by_unit


def development(
    db: Db, release: ReleasedWave, before: ReleasedWave, unit_ids: Collection[str], *, by: Viewer
) -> Development:
    """The changes of these units since the wave before.

    The false discovery rate is held over all these units and measures together, so give those that
    are shown together.
    """
    require(by, Permission.SEE_CULTURE)
    same_units = _same_units(before.organisation, release.organisation)
    measures = _measures(release, before)
    unit_ids = frozenset(unit_ids)
    compared = sorted(unit_ids & same_units)
    rows = change.changes(
        published_cells(db, before.wave.id, compared, measures=measures),
        published_cells(db, release.wave.id, compared, measures=measures),
        basis_before=before.basis(measures, compared),
        basis_after=release.basis(measures, compared),
        mapped=frozenset(compared),
    )
    return Development(before, rows, unit_ids - same_units, measures)


# Two trees are laid beside each other once, not for every click on a page.
@lru_cache(maxsize=4)
def _same_units(then: Organisation, now: Organisation) -> frozenset[str]:
    return change.mapped_units(then, now)


def _figures(row: Mapping[Hashable, Any]) -> dict[str, float]:
    return {str(name): float(row[name]) for name in change.COLUMNS[2:]}


def _measures(release: ReleasedWave, before: ReleasedWave) -> tuple[str, ...]:
    """Only what has a spread to be measured against; the index when all dimensions are the same."""
    dimensions = comparable(release, before)
    every = len(dimensions) == len(release.instrument.dimensions)
    measures = (INDEX, *dimensions) if every else dimensions
    spreads = {m: [wave.statistic(m, "sd_within") for wave in (release, before)] for m in measures}
    return tuple(m for m in measures if not any(map(isnan, spreads[m])))
