"""The share of an outcome's variance that each dimension accounts for.

A relation is no cause: people who judge a workplace well may judge everything about it well.
"""

from collections.abc import Callable
from math import factorial
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

COLUMNS: Final = ("dimension", "weight", "low", "high", "r2", "n")
FEWEST_PEOPLE: Final = 200
CONFIDENCE: Final = 0.95
# People resampled at a time: enough to be quick, few enough to fit in memory.
CHUNK: Final = 8192
# A share of a variance below this is a rounding error.
NOTHING: Final = 1e-9


def drivers(
    scores: pd.DataFrame, outcome: pd.Series, *, seed: int = 0, replicates: int = 200
) -> pd.DataFrame:
    """Return each dimension's share of the explained variance, COLUMNS, the largest first.

    scores: respondents × dimensions; dimensions without scores, or that never vary, are left out.
    outcome: one for each respondent, in the same order. Only respondents with all of them count.
    weight: percent of r2, by LMG: the mean rise of r2 when the dimension enters a regression, over
    every order in which it could (Lindeman, Merenda & Gold 1980; Grömping, Journal of Statistical
    Software 17, 2006). low, high: its 95 % percentile interval over resampled people.
    Empty for fewer than 200 respondents, and where nothing is explained.
    """
    dimensions = scores.dropna(axis=1, how="all")
    answers = np.column_stack([dimensions.to_numpy(dtype=float), outcome.to_numpy(dtype=float)])
    people = answers[~np.isnan(answers).any(axis=1)]
    if len(people) < FEWEST_PEOPLE:
        return _rows([])
    varies = np.ptp(people, axis=0) > 0
    names = [str(name) for name in dimensions.columns[varies[:-1]]]
    if not (names and varies[-1]):
        return _rows([])
    people = _standardised(people[:, varies])
    explained = _explained(_correlations(people, lambda size: np.ones((1, size))))
    r2 = float(explained[-1, 0])
    if r2 < NOTHING:
        return _rows([])
    shares = _shares(explained)[:, 0]
    # Each person counts a Poisson number of times with mean 1: for hundreds of people that is the
    # bootstrap, and chunks of people can be drawn one after another (Hanley & MacGibbon, Computer
    # Methods and Programs in Biomedicine 83, 2006).
    random = np.random.default_rng(seed)
    resampled = _correlations(people, lambda n: random.poisson(1, (replicates, n)))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.nanquantile(_shares(_explained(resampled)), [tail, 1 - tail], axis=1)
    order = np.argsort(-shares, kind="stable")
    return _rows([(names[at], shares[at], low[at], high[at], r2, len(people)) for at in order])


def _rows(rows: list[tuple[str, float, float, float, float, int]]) -> pd.DataFrame:
    types = dict.fromkeys(COLUMNS, "float64") | {"dimension": "str", "n": "int64"}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)


def _standardised(people: Floats) -> Floats:
    """Mean 0 and SD 1 per column, sorted so that resampling does not depend on the row order."""
    ordered = people[np.lexsort(people.T)]
    return np.asarray((ordered - ordered.mean(axis=0)) / ordered.std(axis=0))


def _correlations(people: Floats, times: Callable[[int], npt.NDArray[Any]]) -> Floats:
    """Replicates × measures × measures; 0 with a measure that does not vary.

    times: from a number of people to replicates × people, how often each person counts.
    """
    chunks = np.split(people, range(CHUNK, len(people), CHUNK))
    moments = [_moments(chunk, times(len(chunk)).astype(float)) for chunk in chunks]
    n, first, second = (sum(parts) for parts in zip(*moments, strict=True))
    means = first / n
    spread = second / n[:, :, None] - means[:, :, None] * means[:, None, :]
    variance = np.diagonal(spread, axis1=1, axis2=2)
    scale = np.where(variance > NOTHING, 1 / np.sqrt(np.maximum(variance, NOTHING)), 0)
    return np.asarray(spread * scale[:, :, None] * scale[:, None, :])


def _moments(people: Floats, times: Floats) -> tuple[Floats, Floats, Floats]:
    """For each replicate: number of people, sums of the measures, and sums of their products."""
    measures = people.shape[1]
    products = (people[:, :, None] * people[:, None, :]).reshape(len(people), -1)
    second = (times @ products).reshape(len(times), measures, measures)
    return times.sum(axis=1, keepdims=True), np.asarray(times @ people), np.asarray(second)


def _explained(correlation: Floats) -> Floats:
    """R2 of every set of dimensions × replicates: row 5, binary 101, is of the first and third.

    The outcome is the last measure. Each set is a smaller set and one dimension more, so it costs
    one step of elimination; a dimension that the others determine adds nothing.
    """
    dimensions = correlation.shape[-1] - 1
    explained = np.zeros((2**dimensions, len(correlation)))
    # A set, the first dimension that may still be added, and the covariances left after the set.
    waiting = [(0, 0, correlation)]
    while waiting:
        members, following, left = waiting.pop()
        explained[members] = correlation[:, -1, -1] - left[:, -1, -1]
        for at in range(following, dimensions):
            waiting.append((members | 1 << at, at + 1, _without(left, at)))
    return explained


def _without(left: Floats, measure: int) -> Floats:
    """The covariances that are left when a measure is partialled out."""
    pivot = left[:, measure, measure]
    scale = np.where(pivot > NOTHING, 1 / np.maximum(pivot, NOTHING), 0)
    shared = left[:, :, measure]
    return np.asarray(left - shared[:, :, None] * shared[:, None, :] * scale[:, None, None])


def _shares(explained: Floats) -> Floats:
    """LMG of each dimension × replicates, in percent of r2; NaN where r2 is 0."""
    sets = np.arange(len(explained))
    dimensions = len(explained).bit_length() - 1
    # The share of all orders in which exactly a given set of s dimensions comes before this one.
    orders = np.array(
        [factorial(s) * factorial(dimensions - s - 1) for s in range(dimensions)], dtype=float
    ) / factorial(dimensions)
    shares = np.empty((dimensions, explained.shape[1]))
    for at in range(dimensions):
        without = sets[sets & 1 << at == 0]
        gain = explained[without | 1 << at] - explained[without]
        shares[at] = orders[np.bitwise_count(without)] @ gain
    whole = np.where(explained[-1] > NOTHING, explained[-1], np.nan)
    return np.asarray(100 * shares / whole)
