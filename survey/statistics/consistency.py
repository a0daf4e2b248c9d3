"""Internal consistency of the items of a dimension: alpha and omega from covariances."""

from math import nan
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

Floats = npt.NDArray[np.float64]

# One factor behind two items has no single solution.
FEWEST_ITEMS_FOR_OMEGA: Final = 3
CONFIDENCE: Final = 0.95
REPLICATES: Final = 200
# No item is measured without any error: keeps minres from solutions with a negative variance
# (Harman & Fukuda, Psychometrika 31, 1966).
LARGEST_LOADING: Final = 0.995**0.5
STEPS: Final = 500
CLOSE_ENOUGH: Final = 1e-9


def covariance(patterns: Floats, counts: Floats) -> Floats:
    """Return items × items, one matrix for each row of counts; exact zeros where nothing varies.

    patterns: distinct answers, patterns × items. counts: people per pattern, at least two in all.
    """
    n = counts.sum(axis=-1)[..., None]
    # Centred on a pattern, not on the mean: answers that never vary become exact zeros.
    centred = patterns - patterns[0]
    means = counts @ centred / n
    # All products of two items as columns, so that one matrix product serves all rows of counts.
    products = (centred[:, :, None] * centred[:, None, :]).reshape(len(patterns), -1)
    moments = (counts @ products / n).reshape(*means.shape, means.shape[-1])
    spread = (moments - means[..., :, None] * means[..., None, :]) * (n / (n - 1))[..., None]
    return np.asarray(np.round(spread, 9))


def alpha(matrix: Floats) -> Floats:
    """Return Cronbach's alpha of covariance matrices; NaN for one item or a sum that never varies.

    Cronbach, Psychometrika 16, 1951.
    """
    items = matrix.shape[-1]
    own = np.trace(matrix, axis1=-2, axis2=-1)
    left = 1 - ratio(own, matrix.sum(axis=(-2, -1)))
    return np.asarray(left * (items / (items - 1) if items > 1 else nan))


def alpha_interval(value: float, *, n: int, items: int) -> tuple[float, float]:
    """Return the 95 % interval of alpha (Feldt, Psychometrika 30, 1965); two items or more."""
    tail = (1 - CONFIDENCE) / 2
    low, high = stats.f.isf([tail, 1 - tail], n - 1, (n - 1) * (items - 1))
    return float(1 - (1 - value) * low), float(1 - (1 - value) * high)


def omega(matrix: Floats) -> Floats:
    """Return McDonald's omega total of covariance matrices, from one factor.

    Every item counts alike, standardised: (sum l)^2 / ((sum l)^2 + sum (1 - l^2)) over the loadings
    (McDonald, Test Theory, 1999). NaN for fewer than three items, or where an item never varies.
    """
    if matrix.shape[-1] < FEWEST_ITEMS_FOR_OMEGA:
        return np.full(matrix.shape[:-2], nan)
    deviation = np.sqrt(np.diagonal(matrix, axis1=-2, axis2=-1))
    correlation = ratio(matrix, deviation[..., :, None] * deviation[..., None, :])
    of_factor = loadings(correlation)
    common = of_factor.sum(axis=-1) ** 2
    total = common / (common + (1 - of_factor**2).sum(axis=-1))
    return np.where((deviation > 0).all(axis=-1), total, nan)


def omega_interval(patterns: Floats, counts: Floats) -> tuple[float, float]:
    """Return the 95 % percentile interval of omega over resampled people, the same each time.

    The counts of the patterns are resampled instead of the people: the same distribution, at a cost
    that does not grow with the number of people.
    """
    n = int(counts.sum())
    resampled = np.random.default_rng(0).multinomial(n, counts / n, size=REPLICATES).astype(float)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.nanquantile(omega(covariance(patterns, resampled)), [tail, 1 - tail])
    return float(low), float(high)


def loadings(correlation: Floats) -> Floats:
    """Return the loadings of one factor by minres: the best fit to the off-diagonal correlations.

    One loading after the other takes its least-squares value until none moves (Harman & Jones,
    Psychometrika 31, 1966).
    """
    items = correlation.shape[-1]
    loading = np.full_like(correlation[..., 0], LARGEST_LOADING / 2)
    for _ in range(STEPS):
        before = loading.copy()
        for item in range(items):
            others = loading.copy()
            # The item's own correlation of 1 must not be fitted: minres leaves out the diagonal.
            others[..., item] = 0
            shared = (correlation[..., item, :] * others).sum(axis=-1)
            size = (others**2).sum(axis=-1)
            best = np.divide(shared, size, out=np.zeros_like(size), where=size > 0)
            loading[..., item] = np.clip(best, -LARGEST_LOADING, LARGEST_LOADING)
        if np.nanmax(np.abs(loading - before), initial=0) < CLOSE_ENOUGH:
            break
    return loading


def ratio(above: npt.ArrayLike, below: npt.ArrayLike) -> Floats:
    """Return above / below; NaN where below is not positive."""
    below = np.asarray(below, dtype=float)
    return np.asarray(above, dtype=float) / np.where(below > 0, below, nan)
