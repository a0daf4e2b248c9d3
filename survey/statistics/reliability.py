"""Reliability of a questionnaire in a wave, by dimension and by item."""

from collections.abc import Mapping
from math import nan
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from survey.asking.instrument import Instrument
from survey.asking.question import Dimension
from survey.scoring.scored_responses import INDEX
from survey.statistics import agreement, consistency

Floats = npt.NDArray[np.float64]

COLUMNS: Final = (
    *("dimension", "n", "units", "alpha", "alpha_low", "alpha_high"),
    *("omega", "omega_low", "omega_high", "icc1", "icc2_median", "f", "p"),
    *("rwg_median", "sd_within", "sd_total", "may_rank"),
)
ITEM_COLUMNS: Final = ("item", "dimension", "item_rest", "alpha_if_deleted")

# With fewer people a coefficient is too uncertain to describe the questions.
FEWEST_PEOPLE: Final = 100
# Agreement in a smaller unit is mostly chance; a median of fewer units would be a unit's own value.
FEWEST_IN_UNIT: Final = 10
FEWEST_UNITS: Final = 3


def reliability(
    points: pd.DataFrame, scores: pd.DataFrame, units: pd.Series, instrument: Instrument
) -> pd.DataFrame:
    """Return one row for each dimension and one for the index, COLUMNS.

    points: respondents × items as answered, 0 to 100, a missing one not filled in. scores: the same
    respondents × dimensions and index. units: the unit of each. A column that is missing counts as
    not answered. alpha, omega, their 95 % intervals: of those who answered every item; NaN below a
    hundred.
    icc2_median: of a unit of median size. rwg_median: over the units with ten or more respondents,
    NaN for fewer than three units. sd_within, sd_total: points, of people within units and of all.
    """
    scores = scores.reindex(columns=[*(d.id for d in instrument.dimensions), INDEX])
    rows = []
    for dimension in instrument.dimensions:
        answers = points.reindex(columns=[item.id for item in dimension.items])
        row: dict[str, object] = {"dimension": dimension.id, **_of_items(answers)}
        row |= _of_units(scores[dimension.id], units)
        scored = scores[dimension.id].notna().to_numpy()
        scale = [instrument.scale(item.scale).points for item in dimension.items]
        row["rwg_median"] = _median_agreement(answers[scored], units[scored], scale)
        rows.append(row)
    rows.append({"dimension": INDEX, **_of_units(scores[INDEX], units)})
    types = dict.fromkeys(COLUMNS, "float64")
    types |= {"dimension": "str", "n": "int64", "units": "int64", "may_rank": "bool"}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)


def stratified_alpha(table: pd.DataFrame) -> float:
    """Return the reliability of the index, the mean of all dimensions of a table of `reliability`.

    1 - sum of s_j² (1 - alpha_j) / s², s² being the variance of the sum of the dimensions
    (Cronbach, Schönemann & McKie, Educational and Psychological Measurement 25, 1965). A dimension
    of unknown alpha counts as all error: the result is then a lower bound. NaN where a spread
    is, and for fewer than a hundred people.
    """
    rows = table.set_index("dimension")
    if rows["n"].reindex([INDEX]).fillna(0).item() < FEWEST_PEOPLE:
        return nan
    dimensions = rows.drop(index=INDEX, errors="ignore")
    errors = dimensions["sd_total"] ** 2 * (1 - dimensions["alpha"].fillna(0.0))
    whole = (len(dimensions) * rows["sd_total"].reindex([INDEX]).item()) ** 2
    return float(1 - consistency.ratio(errors.sum(skipna=False), whole))


def reliability_within(table: pd.DataFrame) -> dict[str, float]:
    """Return by dimension and index the share of the variance within units that is not error.

    1 - (1 - alpha) sd_total² / sd_within², from 0 to 1, NaN unknown: alpha tells the error beside
    all differences, and those between units are not among the differences within them.
    table: as of `reliability`. The alpha of an index without one, in a release made before it was
    published, is the stratified one of the same table.
    """
    rows = table.set_index("dimension")
    alpha = rows["alpha"].astype(float)
    if np.isnan(alpha.get(INDEX, 0.0)):
        alpha[INDEX] = stratified_alpha(table)
    error = (1 - alpha) * (rows["sd_total"] / rows["sd_within"]) ** 2
    return {str(measure): float(share) for measure, share in (1 - error).clip(0, 1).items()}


def item_statistics(points: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return one row for each item, ITEM_COLUMNS.

    item_rest: correlation with the sum of the dimension's other items. alpha_if_deleted: alpha of
    those others. points: as for `reliability`; NaN for fewer than a hundred who answered them all.
    """
    rows = [row for dimension in instrument.dimensions for row in _each_item(points, dimension)]
    types = {"item": "str", "dimension": "str"}
    types |= {"item_rest": "float64", "alpha_if_deleted": "float64"}
    return pd.DataFrame(rows, columns=list(ITEM_COLUMNS)).astype(types)


def _each_item(points: pd.DataFrame, dimension: Dimension) -> list[tuple[str, str, float, float]]:
    ids = [item.id for item in dimension.items]
    complete = points.reindex(columns=ids).dropna()
    if len(complete) < FEWEST_PEOPLE:
        return [(item_id, dimension.id, nan, nan) for item_id in ids]
    matrix = consistency.covariance(*_patterns(complete))
    return [(item_id, dimension.id, *_without(matrix, at)) for at, item_id in enumerate(ids)]


def _without(matrix: Floats, item: int) -> tuple[float, float]:
    """An item's correlation with the sum of the others, and the others' alpha."""
    rest = np.delete(np.delete(matrix, item, 0), item, 1)
    if not rest.size:
        return nan, nan
    shared = matrix[item].sum() - matrix[item, item]
    correlation = consistency.ratio(shared, np.sqrt(matrix[item, item] * rest.sum()))
    return float(correlation), float(consistency.alpha(rest))


def _of_items(answers: pd.DataFrame) -> Mapping[str, float]:
    complete = answers.dropna()
    if len(complete) < FEWEST_PEOPLE:
        return {}
    patterns, counts = _patterns(complete)
    matrix = consistency.covariance(patterns, counts)
    row = {"alpha": float(consistency.alpha(matrix)), "omega": float(consistency.omega(matrix))}
    if not np.isnan(row["alpha"]):
        row["alpha_low"], row["alpha_high"] = consistency.alpha_interval(
            row["alpha"], n=int(counts.sum()), items=answers.shape[1]
        )
    if not np.isnan(row["omega"]):
        row["omega_low"], row["omega_high"] = consistency.omega_interval(patterns, counts)
    return row


def _of_units(scores: pd.Series, units: pd.Series) -> Mapping[str, object]:
    anova = agreement.analysis_of_variance(scores, units)
    median_n = units[scores.notna().to_numpy()].value_counts().median()
    return {
        "n": anova.n,
        "units": anova.units,
        "icc1": anova.icc1,
        "icc2_median": float(agreement.icc2(median_n, anova.icc1)),
        "f": anova.f,
        "p": anova.p,
        "sd_within": float(np.sqrt(anova.within)),
        "sd_total": float(scores.std()),
        "may_rank": agreement.may_rank(anova, median_n),
    }


def _median_agreement(answers: pd.DataFrame, units: pd.Series, scale: list[int]) -> float:
    people = units.value_counts()
    agreed = agreement.rwg(answers, units, scale=scale)
    agreed = agreed[agreed.index.isin(people.index[people >= FEWEST_IN_UNIT])].dropna()
    return float(agreed.median()) if len(agreed) >= FEWEST_UNITS else nan


def _patterns(complete: pd.DataFrame) -> tuple[Floats, Floats]:
    """Return the distinct rows of people who answered every item, and how many people have each."""
    people = complete.groupby(list(complete.columns)).size()
    patterns = people.index.to_frame().to_numpy()
    return np.asarray(patterns, dtype=float), np.asarray(people.to_numpy(), dtype=float)
