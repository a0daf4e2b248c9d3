"""Standard errors, intervals and detectable changes of a mean over a finite staff.

All assume that people who did not answer are like those in the same unit who did.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Floats = NDArray[np.float64]

# The variance of what rounding to a whole number takes away: anywhere in a step of one point.
ROUNDING: Final = 1 / 12


def standard_error(n: ArrayLike, staff: ArrayLike, sd: ArrayLike) -> Floats:
    """Return the standard error of a mean of n out of `staff` people: sd * sqrt((1 - n/N) / n).

    Simple random sampling without replacement (Cochran 1977, Sampling Techniques, §2.6).
    Over several strata give Kish's effective size as n, and the staff of them all: with one SD
    everywhere that is the stratified variance, the sum of W² (1 - f) sd² / n (Cochran 1977, §5.6).
    Shapes broadcast as numpy's. Unknown staff (NaN): no finite population correction. Everybody
    answered, or more than the register has: 0. Nobody answered, or sd unknown: NaN.
    """
    n, staff, sd = (np.asarray(values, dtype=float) for values in (n, staff, sd))
    n = np.where(n > 0, n, np.nan)
    with np.errstate(divide="ignore"):
        sampled = np.where(np.isnan(staff), 0.0, np.minimum(n / staff, 1.0))
    return np.asarray(np.where(sampled < 1, sd * np.sqrt((1 - sampled) / n), 0.0 * n))


def variance_anew(n: ArrayLike, staff: ArrayLike, sd: ArrayLike, reliability: ArrayLike) -> Floats:
    """Return the variance of a published mean when the same staff answers anew.

    (1 - f) s² / n + f (1 - w) s² / n + 1/12: those who kept silent, those who answered and would
    not answer quite alike twice, and rounding. f = n / staff, at most 1. w: the share of s² that is
    not error (Lord & Novick 1968, Statistical Theories of Mental Test Scores, §3.4); unknown (NaN)
    it counts as 0, as if nothing of an answer lasted. Shapes, missing staff, n and sd: as for
    `standard_error`.
    """
    n, staff, sd = (np.asarray(values, dtype=float) for values in (n, staff, sd))
    n = np.where(n > 0, n, np.nan)
    with np.errstate(divide="ignore"):
        sampled = np.where(np.isnan(staff), 0.0, np.minimum(n / staff, 1.0))
    lasting = np.clip(np.nan_to_num(np.asarray(reliability, dtype=float)), 0, 1)
    silent, anew = 1 - sampled, sampled * (1 - lasting)
    return np.asarray((silent + anew) * sd**2 / n + ROUNDING)


def reliability_of_share(percent: ArrayLike, reliability: ArrayLike) -> Floats:
    """Return how alike people answer twice when a score is only told as over or under a limit.

    The correlation of two normal scores, cut at the same limit, whose own correlation is the
    reliability: lower than that, and the lower, the further the share lies from one half (Owen's T;
    Owen, Annals of Mathematical Statistics 27, 1956). percent: the share over the limit, more than
    0 and less than 100. An unknown reliability (NaN) counts as 0.
    """
    share = np.asarray(percent, dtype=float) / 100
    lasting = np.clip(np.nan_to_num(np.asarray(reliability, dtype=float)), 0, 1)
    limit = special.ndtri(1 - share)
    both = share - 2 * special.owens_t(limit, np.sqrt((1 - lasting) / (1 + lasting)))
    return np.asarray((both - share**2) / (share * (1 - share)))


def sd_of_share(percent: ArrayLike) -> Floats:
    """SD in points of answers that are 0 or 100 and whose mean is `percent`: the root of p(1 - p).

    percent: 0 to 100; NaN stays NaN.
    """
    share = np.asarray(percent, dtype=float) / 100
    return np.asarray(100 * np.sqrt(share * (1 - share)))


def interval(
    mean: ArrayLike, se: ArrayLike, *, df: ArrayLike, confidence: float = 0.90
) -> tuple[Floats, Floats]:
    """Return the low and high end of the interval mean ± t * se, not rounded, clipped to 0 to 100.

    df: degrees of freedom of the SD behind se, infinity for a known one. Student's t (Cochran 1977
    §2.8). NaN where anything is NaN, and where the SD has no degrees of freedom.
    """
    mean, se, df = (np.asarray(values, dtype=float) for values in (mean, se, df))
    half = special.stdtrit(np.where(df > 0, df, np.nan), (1 + confidence) / 2) * se
    return np.clip(mean - half, 0, 100), np.clip(mean + half, 0, 100)


def smallest_detectable_change(
    *,
    sd: ArrayLike,
    n: ArrayLike,
    staff: ArrayLike,
    reliability: ArrayLike,
    power: float = 0.80,
    confidence: float = 0.95,
) -> Floats:
    """Return the true change, in points, that two waves of this size detect with power `power`.

    (z[(1 + confidence) / 2] + z[power]) * sqrt(2 * variance): two independent means, normal
    approximation (Cohen 1988, Statistical Power Analysis, 2nd ed., ch. 2), each with the variance
    of `variance_anew`. n need not be whole. With SD 22 and reliability 0.8 a unit of 10 of whom 9
    answer needs 15 points at 80 % power and a two-sided test at 5 % (not the 90 % of the intervals
    shown). Missing values: as for `variance_anew`.
    """
    needed = special.ndtri((1 + confidence) / 2) + special.ndtri(power)
    return np.asarray(needed * np.sqrt(2 * variance_anew(n, staff, sd, reliability)))
