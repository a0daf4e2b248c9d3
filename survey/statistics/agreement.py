"""Agreement of people within units, and variance between units: ICC and rwg."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

Floats = npt.NDArray[np.float64]

# Units are ordered, or coloured against each other, only from here on (LeBreton & Senter,
# Organizational Research Methods 11, 2008; Bliese 2000). High agreement alone never justifies it:
# people may agree because everybody everywhere does (Woehr et al., same journal 18, 2015).
ICC1_TO_RANK: Final = 0.05
P_TO_RANK: Final = 0.05
ICC2_TO_RANK: Final = 0.70


@dataclass(frozen=True)
class Anova:
    """One-way analysis of variance of a measure over units of unequal size.

    n, units: respondents with a score, and units with such a respondent.
    within, between: mean squares, in points squared. n0: the size that stands for unequal ones.
    icc1: share of the variance that lies between units; below 0 where units differ less than chance
    would make them. f, p: the test of no difference at all.
    NaN where there are too few respondents or units, or where equal scores leave it undefined.
    """

    n: int
    units: int
    within: float
    between: float
    n0: float
    icc1: float
    f: float
    p: float


def analysis_of_variance(scores: pd.Series, units: pd.Series) -> Anova:
    """Return the variance of a measure, split into between and within units.

    scores: one for each respondent, 0 to 100; NaN is left out. units: the unit of each, in the same
    order. ICC(1) is case 1 of Shrout & Fleiss, Psychological Bulletin 86, 1979, with n0 for unequal
    sizes (Bliese & Halverson, Journal of Management 24, 1998).
    """
    scored = scores.notna().to_numpy()
    values = scores.to_numpy(dtype=float)[scored]
    # Units become numbers from 0, so that bincount adds up by unit without a groupby.
    places, ids = pd.factorize(units[scored])
    n, groups = len(values), len(ids)
    if n == 0:
        return Anova(0, 0, nan, nan, nan, nan, nan, nan)
    sizes, means, squares = _moments(values, places, groups)
    within = _mean_square(squares.sum(), n - groups)
    between = _mean_square((sizes * (means - values.mean()) ** 2).sum(), groups - 1)
    n0 = (n - float((sizes**2).sum()) / n) / (groups - 1) if groups > 1 else nan
    if not within + between > 0:
        return Anova(n, groups, within, between, n0, nan, nan, nan)
    f = between / within if within > 0 else inf
    icc1 = (between - within) / (between + (n0 - 1) * within)
    p = float(stats.f.sf(f, groups - 1, n - groups))
    return Anova(n, groups, within, between, n0, icc1, f, p)


def icc2(n: npt.ArrayLike, icc1: npt.ArrayLike) -> Floats:
    """Return ICC(2), the reliability of a mean of n respondents of a unit, 0 to 1 (Spearman-Brown).

    n: 1 or more. A negative ICC(1) counts as 0; NaN stays NaN.
    """
    size = np.asarray(n, dtype=float)
    share = np.maximum(np.asarray(icc1, dtype=float), 0)
    return np.asarray(size * share / (1 + (size - 1) * share))


def may_rank(anova: Anova, median_n: float) -> bool:
    """Whether units may be ordered: they differ, and the median unit's mean is reliable enough.

    median_n: respondents in the median unit. NaN in any coefficient gives False.
    """
    differ = anova.icc1 >= ICC1_TO_RANK and anova.p < P_TO_RANK
    return bool(differ and icc2(median_n, anova.icc1) >= ICC2_TO_RANK)


def rwg(points: pd.DataFrame, units: pd.Series, *, scale: int | Sequence[int] = 5) -> pd.Series:
    """Return unit id -> agreement over the items of a dimension: rwg of j items, 0 to 1.

    points: respondents × items, 0 to 100, NaN where not answered. units: the unit of each
    respondent, in the same order. scale: how many points the scale of the items, or of each, has.
    1 is full agreement, 0 no more than answers spread evenly over the scale, whose variance is
    (A^2 - 1) / 12 for A points: 2.0 for five (James, Demaree & Wolf, Journal of Applied Psychology
    69, 1984). More spread than that counts as 0: beyond, the formula leaves 0 to 1 and even passes
    1 where a unit is split. NaN where fewer than two items have two answers.
    """
    places, ids = pd.factorize(units)
    labels = np.broadcast_to(np.asarray(scale, dtype=float), points.shape[1])
    even = (labels**2 - 1) / 12 * (100 / (labels - 1)) ** 2
    # By unit: how many items two or more answered, and the sum of their observed / even variance.
    items, spread = np.zeros(len(ids)), np.zeros(len(ids))
    for column, (_, answers) in enumerate(points.items()):
        values = answers.to_numpy(dtype=float)
        answered = ~np.isnan(values)
        sizes, _, squares = _moments(values[answered], places[answered], len(ids))
        enough = sizes > 1
        items += enough
        spread[enough] += squares[enough] / (sizes[enough] - 1) / even[column]
    ratio = np.full(len(ids), nan)
    np.divide(spread, items, out=ratio, where=items > 1)
    agreed = items * np.maximum(1 - ratio, 0)
    return pd.Series(agreed / (agreed + ratio), index=pd.Index(ids), dtype=float)


def _moments(
    values: Floats, places: npt.NDArray[np.intp], units: int
) -> tuple[Floats, Floats, Floats]:
    """By unit: the number of values, their mean (0 for none), the sum of squared deviations."""
    sizes = np.asarray(np.bincount(places, minlength=units), dtype=float)
    means = np.bincount(places, weights=values, minlength=units) / np.maximum(sizes, 1)
    squares = np.bincount(places, weights=(values - means[places]) ** 2, minlength=units)
    return sizes, np.asarray(means), np.asarray(squares, dtype=float)


def _mean_square(squares: float, freedom: int) -> float:
    """Rounded to nine places: rounding errors of equal scores must not count as variance."""
    return round(float(squares) / freedom, 9) if freedom > 0 else nan
