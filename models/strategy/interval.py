"""Intervals of shares of answers and of their differences, and what a small population changes."""

from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
# The variance, in percentage points, of what rounding to whole percent takes away.
ROUNDING = 1 / 12


def wilson(
    share: float,
    n: int,
    population: int | None = None,
    *,
    rounding: float = 0.0,
    level: float = LEVEL,
) -> tuple[float, float]:
    """Return the lower and upper end of the interval of a share, all in percent.

    n: the answers, at least 1. population: everybody who could answer (N); the interval then uses
    the effective n(N-1)/(N-n), and nothing but rounding is uncertain when all of them answered.
    rounding: the variance, in percentage points, of a rounded share (`ROUNDING` for whole percent).
    Source: Wilson 1927, the method preferred by OHID; finite population correction of n.
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    p = share / 100
    middle, half = p, 0.0
    if population is None or n < population:
        size = float(n) if population is None else n * (population - 1) / (population - n)
        shrink = 1 + z**2 / size
        middle = (p + z**2 / (2 * size)) / shrink
        half = z / shrink * sqrt(p * (1 - p) / size + z**2 / (4 * size**2))
    half = sqrt(half**2 + z**2 * rounding / 100**2)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def newcombe(
    before: tuple[float, int], after: tuple[float, int], *, level: float = LEVEL
) -> tuple[float, float]:
    """Return the ends of the interval of the change between two shares, in percentage points.

    before, after: the share in percent and its valid answers. A change is real where both ends
    lie on the same side of 0.
    Source: Newcombe 1998, method 10: the Wilson intervals of both shares.
    """
    (first, n_first), (second, n_second) = before, after
    low_first, high_first = wilson(first, n_first, level=level)
    low_second, high_second = wilson(second, n_second, level=level)
    change = second - first
    below = sqrt((second - low_second) ** 2 + (high_first - first) ** 2)
    above = sqrt((high_second - second) ** 2 + (first - low_first) ** 2)
    return change - below, change + above
