"""The interval of the difference between two shares of the same answers."""

from math import sqrt
from statistics import NormalDist

from survey.statistics.precision import ROUNDING


def balance_interval(
    upper: float, lower: float, n: int, *, rounded: float = 1, confidence: float = 0.90
) -> tuple[float, float]:
    """Return the interval of upper - lower, two shares (0 to 1) of the same n answers.

    The variance is (p + q - (p - q)^2) / n, for two shares of one multinomial (Agresti 2013,
    Categorical Data Analysis, 3rd ed., ch. 1.4), and that of rounding to whole percent; normal
    approximation. rounded: how many rounded percentages the balance holds, each by the square of
    how often it counts.
    """
    balance = upper - lower
    rounding = rounded * ROUNDING / 100**2
    error = sqrt(max(upper + lower - balance**2, 0.0) / n + rounding)
    half = NormalDist().inv_cdf((1 + confidence) / 2) * error
    return max(-1.0, balance - half), min(1.0, balance + half)
