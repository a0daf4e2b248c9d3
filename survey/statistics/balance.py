"""The interval of a difference between two shares of the same answers."""

from math import sqrt
from statistics import NormalDist


def balance_interval(
    upper: float, lower: float, n: int, *, confidence: float = 0.90
) -> tuple[float, float]:
    """Return the interval of upper - lower, two shares (0 to 1) of the same n answers.

    The variance is (p + q - (p - q)^2) / n, for two shares of one multinomial (Agresti 2013,
    Categorical Data Analysis, 3rd ed., ch. 1.4); normal approximation.
    """
    balance = upper - lower
    error = sqrt(max(upper + lower - balance**2, 0.0) / n)
    half = NormalDist().inv_cdf((1 + confidence) / 2) * error
    return max(-1.0, balance - half), min(1.0, balance + half)
