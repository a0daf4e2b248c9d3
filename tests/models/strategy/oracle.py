"""The same answers found the slow and obvious way."""

from datetime import date, timedelta
from math import sqrt

Z = 1.959963984540054


def wilson_ends(share: float, n: float) -> tuple[float, float]:
    """The shares from which the seen one lies exactly Z standard errors away, by halving."""
    p = share / 100
    return 100 * _end(p, n, 0.0), 100 * _end(p, n, 1.0)


def _end(p: float, n: float, far: float) -> float:
    inside, outside = p, far
    for _ in range(200):
        middle = (inside + outside) / 2
        near = abs(p - middle) <= Z * sqrt(middle * (1 - middle) / n)
        inside, outside = (middle, outside) if near else (inside, middle)
    return inside


def stepwise_value(start: date, low: float, end: date, high: float, day: date) -> float:
    """The expected value, one even step a day from the start."""
    days = (end - start).days
    value, on = low, start
    while on < min(day, end):
        value, on = value + (high - low) / days, on + timedelta(days=1)
    return value
