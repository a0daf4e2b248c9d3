"""Changes from one release to the next, with intervals and a test for many at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import special, stats

from survey.asking.organisation import Organisation
from survey.statistics.precision import variance_anew

COLUMNS: Final = (
    *("unit_id", "measure", "before", "after", "difference"),
    *("low", "high", "g", "p", "significant", "arrow"),
)
# Of all the changes called significant on one page, this share may be chance (Benjamini & Hochberg,
# Journal of the Royal Statistical Society B 57, 1995).
FALSE_DISCOVERIES: Final = 0.05
CONFIDENCE: Final = 0.95
# About a quarter of an SD; a smaller change gets no arrow, however significant.
SMALLEST_ARROW: Final = 5


@dataclass(frozen=True, eq=False)
class WaveBasis:
    """The figures of a wave that the variances of its means are computed from.

    sd, reliability: by measure, of people within units, and the share of their variance that is not
    error. staff: by unit, None unknown.
    """

    sd: Mapping[str, float]
    reliability: Mapping[str, float]
    staff: Mapping[str, float | None]


def changes(
    before: pd.DataFrame,
    after: pd.DataFrame,
    *,
    basis_before: WaveBasis,
    basis_after: WaveBasis,
    mapped: frozenset[str],
) -> pd.DataFrame:
    """Return one row per unit and measure whose mean both releases publish, COLUMNS.

    before, after: released cells of the units and measures of one page, since `significant` holds
    the false discovery rate over all of them together. basis: what each wave's variances stand on;
    a measure without an SD in both is left out. mapped: as `mapped_units`.
    Waves are not linked and count as independent samples of the same staff answering anew
    (`variance_anew`), which is conservative when the same people answered both. Student's t with
    n + n - 2: the SD is that of all units, and a small unit's own may be larger.
    low, high: 95 % interval of the difference. g: in SDs (Hedges, Journal of Educational Statistics
    6, 1981). arrow: 1 or -1 where significant and five points or more, else 0. A mean of 5 or 95
    may stand for one further out, and then the true difference is larger than the one returned.
    """
    rows = _unit_means(before, mapped).merge(
        _unit_means(after, mapped), on=["unit_id", "measure"], suffixes=("_before", "_after")
    )
    rows = rows[_sd(rows, basis_before).gt(0) & _sd(rows, basis_after).gt(0)]
    spread = np.sqrt((_sd(rows, basis_before) ** 2 + _sd(rows, basis_after) ** 2) / 2)
    error = np.sqrt(_variance(rows, "before", basis_before) + _variance(rows, "after", basis_after))
    difference = rows["mean_after"] - rows["mean_before"]
    freedom = rows["n_before"] + rows["n_after"] - 2
    half = special.stdtrit(freedom, (1 + CONFIDENCE) / 2) * error
    p = 2 * special.stdtr(freedom, -(difference / error).abs())
    # Over all rows at once: the rate of false discoveries is that of the page, not of each unit.
    significant = stats.false_discovery_control(p) <= FALSE_DISCOVERIES
    columns = {
        "unit_id": rows["unit_id"],
        "measure": rows["measure"],
        "before": rows["mean_before"],
        "after": rows["mean_after"],
        "difference": difference,
        "low": difference - half,
        "high": difference + half,
        "g": difference / spread * _small_sample(freedom),
        "p": p,
        "significant": significant,
        "arrow": np.sign(difference).where(significant & (difference.abs() >= SMALLEST_ARROW), 0),
    }
    types = dict.fromkeys(COLUMNS, "float64") | {"unit_id": "str", "measure": "str"}
    types |= {"significant": "bool", "arrow": "int64"}
    return pd.DataFrame(columns, columns=list(COLUMNS)).astype(types).reset_index(drop=True)


def mapped_units(before: Organisation, after: Organisation) -> frozenset[str]:
    """Return the ids of the units that are the same in both trees.

    The same: same id, same kind, and exactly the same units anywhere below. A unit that was merged,
    split or moved ends the trend of every unit above that gained or lost it; one that moved as a
    whole keeps its own. The root keeps its trend whatever happened below, since it is the region.
    """
    earlier = {unit.id: unit.kind for unit in before.units}
    same = {unit.id for unit in after.units if earlier.get(unit.id) == unit.kind}
    unchanged = {
        unit_id for unit_id in same if set(before.subtree(unit_id)) == set(after.subtree(unit_id))
    }
    return frozenset(unchanged | ({after.root.id} & {before.root.id}))


def _unit_means(cells: pd.DataFrame, mapped: frozenset[str]) -> pd.DataFrame:
    """The published means of the mapped units; groups within a unit are left out."""
    whole = (cells["group"] == "") & cells["unit_id"].isin(mapped) & cells["mean"].notna()
    return cells[whole][["unit_id", "measure", "n", "mean", "n_eff"]]


def _sd(rows: pd.DataFrame, basis: WaveBasis) -> pd.Series:
    return rows["measure"].map(dict(basis.sd)).astype(float)


def _variance(rows: pd.DataFrame, wave: str, basis: WaveBasis) -> pd.Series:
    """The variance of each row's mean in one of the waves."""
    people = rows[f"n_eff_{wave}"].fillna(rows[f"n_{wave}"])
    staff = rows["unit_id"].map(pd.Series(dict(basis.staff), dtype=float))
    reliability = rows["measure"].map(dict(basis.reliability)).astype(float)
    variance = variance_anew(people, staff, _sd(rows, basis), reliability)
    return pd.Series(variance, index=rows.index)


def _small_sample(freedom: pd.Series) -> pd.Series:
    """Hedges' correction of a standardised difference for small samples."""
    return 1 - 3 / (4 * freedom - 1)
