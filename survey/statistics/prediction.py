"""The predicted mean of a unit's whole staff, those who did not answer included."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from survey.statistics.agreement import icc2


def predicted(
    mean: ArrayLike, n: ArrayLike, staff: ArrayLike, *, prior: ArrayLike, icc1: ArrayLike
) -> NDArray[np.float64]:
    """Return the predicted mean: f * mean + (1 - f) * (prior + ICC2(n) * (mean - prior)).

    Only the silent share 1 - f is predicted, shrunk towards the prior (the mean of all units) the
    more, the less reliable the unit's mean is (Scott & Smith 1969, JASA 64:830; Rao & Molina 2015,
    Small Area Estimation, 2nd ed., ch. 7). It serves sorting and the level; the published result is
    the mean itself.
    mean, prior: 0 to 100. f = n / staff, at most 1. ICC2(n) = n * ICC1 / (1 + (n - 1) * ICC1), a
    negative ICC1 counting as 0. Shapes broadcast as numpy's. Unknown staff (NaN): the mean
    itself. Nobody answered: NaN.
    """
    mean, n, staff = (np.asarray(values, dtype=float) for values in (mean, n, staff))
    n = np.where(n > 0, n, np.nan)
    with np.errstate(divide="ignore"):
        f = np.where(np.isnan(staff), 1.0, np.minimum(n / staff, 1.0))
    silent = np.asarray(prior, dtype=float) + icc2(n, icc1) * (mean - prior)
    return np.asarray(np.where(f < 1, f * mean + (1 - f) * silent, mean + 0.0 * n))
