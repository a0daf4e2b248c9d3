"""The Wilson interval of a share of answers, with a correction for a small population."""

from math import sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)
# The variance, in percentage points, of what rounding to whole percent takes away.
ROUNDING = 1 / 12


def wilson(share: float, n: int, population: int | None = None) -> tuple[float, float]:
    """Return the lower and upper end of the 95 % interval of a share, all in percent.

    n: the answers, at least 1. population: everybody who could answer (N); the interval then uses
    the effective n(N-1)/(N-n), and only rounding is uncertain when all of them answered.
    Source: Wilson 1927, the method preferred by OHID; finite population correction of n. The
    variance of rounding to whole percent is added, so that no interval is a point.
    """
    p = share / 100
    middle, half = p, 0.0
    if population is None or n < population:
        size = float(n) if population is None else n * (population - 1) / (population - n)
        shrink = 1 + Z_95**2 / size
        middle = (p + Z_95**2 / (2 * size)) / shrink
        half = Z_95 / shrink * sqrt(p * (1 - p) / size + Z_95**2 / (4 * size**2))
    half = sqrt(half**2 + Z_95**2 * ROUNDING / 100**2)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)
