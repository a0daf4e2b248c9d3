"""What has changed since the wave before, and which of it is more than chance."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan
from typing import Any

import pandas as pd

from models.services.culture.results import Released, comparable, published
from models.storage import Db
from survey.asking.organisation import Organisation
from survey.scoring.scored_responses import INDEX
from survey.statistics import change


@dataclass(frozen=True, eq=False)
class Development:
    """Two waves beside each other.

    changes: one row a unit and measure published in both, see `survey.statistics.change.changes`.
    new: the units asked for that are not the same as then; they have no development.
    measures: what both waves asked with the same items, the index first.
    """

    before: Released
    changes: pd.DataFrame
    new: frozenset[str]
    measures: tuple[str, ...]

    @property
    def arrows(self) -> int:
        """How many of the changes are both sure and large."""
        return int((self.changes["arrow"] != 0).sum())

    def of(self, unit_id: str) -> Mapping[str, Mapping[str, float]]:
        """A unit's changes by measure."""
        return self._by_unit.get(unit_id, {})

    @cached_property
    def _by_unit(self) -> dict[str, dict[str, Mapping[str, float]]]:
        found: dict[str, dict[str, Mapping[str, float]]] = {}
        for row in self.changes.to_dict("records"):
            found.setdefault(str(row["unit_id"]), {})[str(row["measure"])] = _figures(row)
        return found


def development(
    db: Db,
    one: Released,
    before: Released,
    unit_ids: Collection[str],
    *,
    now: Organisation,
    then: Organisation,
) -> Development:
    """How these units have moved since the wave before.

    The false discovery rate is held over everything that is given, so ask for what is shown.
    now, then: the units of the two waves.
    """
    mapped = _mapped(then, now)
    measures = _measures(one, before)
    kept = sorted({*unit_ids} & mapped)
    found = change.changes(
        published(db, before.wave.id, kept, measures=measures),
        published(db, one.wave.id, kept, measures=measures),
        sd={measure: one.statistic(measure, "sd_within") for measure in measures},
        staff_before={unit_id: then.unit(unit_id).staff for unit_id in kept},
        staff_after={unit_id: now.unit(unit_id).staff for unit_id in kept},
        mapped=frozenset(kept),
    )
    return Development(before, found, frozenset(unit_ids) - mapped, measures)


# Two trees are laid beside each other once, not for every click on a page.
@lru_cache(maxsize=4)
def _mapped(then: Organisation, now: Organisation) -> frozenset[str]:
    return change.mapped_units(then, now)


def _figures(row: Mapping[Hashable, Any]) -> dict[str, float]:
    return {str(name): float(row[name]) for name in change.COLUMNS[2:]}


def _measures(one: Released, before: Released) -> tuple[str, ...]:
    """Only what has a spread to be measured against."""
    same = comparable(one, before)
    whole = same if len(same) < len(one.instrument.dimensions) else (INDEX, *same)
    return tuple(m for m in whole if not isnan(one.statistic(m, "sd_within")))
