"""Which dimensions go along with the overall judgement, and how much of it each accounts for.

A relation is no cause: who judges a workplace well may see everything about it so.
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
# So many people are drawn at a time: enough to be quick, few enough to fit in memory.
CHUNK: Final = 8192
# A share of a variance below this is what rounding left of nothing.
NOTHING: Final = 1e-9


def drivers(
    scores: pd.DataFrame, outcome: pd.Series, *, seed: int = 0, replicates: int = 200
) -> pd.DataFrame:
    """Share out what the dimensions together explain of an outcome, COLUMNS, the largest first.

    scores: respondents × dimensions; those nobody has, or that never vary, are left out. outcome:
    one for each respondent, in the same order. Only respondents with all of them count.
    weight: percent of r2, by LMG: the mean rise of r2 when the dimension enters a regression, over
    every order in which it could (Lindeman, Merenda & Gold 1980; Grömping, Journal of Statistical
    Software 17, 2006). low, high: its 95 % percentile interval over resampled people.
    Empty for fewer than 200 respondents, and where nothing is explained.
    """
    known = scores.dropna(axis=1, how="all")
    answers = np.column_stack([known.to_numpy(dtype=float), outcome.to_numpy(dtype=float)])
    people = answers[~np.isnan(answers).any(axis=1)]
    if len(people) < FEWEST_PEOPLE:
        return _rows([])
    varies = np.ptp(people, axis=0) > 0
    names = [str(name) for name in known.columns[varies[:-1]]]
    if not (names and varies[-1]):
        return _rows([])
    people = _standardised(people[:, varies])
    explained = _explained(_correlations(people, lambda size: np.ones((1, size))))
    r2 = float(explained[-1, 0])
    if r2 < NOTHING:
        return _rows([])
    shares = _shares(explained)[:, 0]
    # Each person counts a Poisson number of times with mean 1: for hundreds of people that is the
    # bootstrap, and nobody needs to know of the others (Hanley & MacGibbon, Computer Methods and
    # Programs in Biomedicine 83, 2006).
    random = np.random.default_rng(seed)
    drawn = _shares(_explained(_correlations(people, lambda n: random.poisson(1, (replicates, n)))))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.nanquantile(drawn, [tail, 1 - tail], axis=1)
    order = np.argsort(-shares, kind="stable")
    return _rows([(names[at], shares[at], low[at], high[at], r2, len(people)) for at in order])


def _rows(rows: list[tuple[str, float, float, float, float, int]]) -> pd.DataFrame:
    types = dict.fromkeys(COLUMNS, "float64") | {"dimension": "str", "n": "int64"}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)


def _standardised(people: Floats) -> Floats:
    """In an order that does not depend on who answered first: what is drawn must not either."""
    ordered = people[np.lexsort(people.T)]
    return np.asarray((ordered - ordered.mean(axis=0)) / ordered.std(axis=0))


def _correlations(people: Floats, times: Callable[[int], npt.NDArray[Any]]) -> Floats:
    """Measures × measures for each row of `times`; 0 with a measure that does not vary.

    times: how often each of the next so many people counts, rows × people.
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
    """For each row of times: how many people, the sums of the measures, and of their products."""
    measures = people.shape[1]
    products = (people[:, :, None] * people[:, None, :]).reshape(len(people), -1)
    second = (times @ products).reshape(len(times), measures, measures)
    return times.sum(axis=1, keepdims=True), np.asarray(times @ people), np.asarray(second)


def _explained(correlation: Floats) -> Floats:
    """R2 of every set of dimensions × replicates: row 5, binary 101, is of the first and third.

    The outcome is the last measure. A set is one dimension more than another, and costs one step of
    elimination; a dimension that the others hold already adds nothing.
    """
    dimensions = correlation.shape[-1] - 1
    explained = np.zeros((2**dimensions, len(correlation)))
    waiting = [(0, 0, correlation)]
    while waiting:
        chosen, following, left = waiting.pop()
        explained[chosen] = correlation[:, -1, -1] - left[:, -1, -1]
        for one in range(following, dimensions):
            waiting.append((chosen | 1 << one, one + 1, _without(left, one)))
    return explained


def _without(left: Floats, one: int) -> Floats:
    """What varies with what once one measure is held still."""
    pivot = left[:, one, one]
    scale = np.where(pivot > NOTHING, 1 / np.maximum(pivot, NOTHING), 0)
    shared = left[:, :, one]
    return np.asarray(left - shared[:, :, None] * shared[:, None, :] * scale[:, None, None])


def _shares(explained: Floats) -> Floats:
    """LMG of each dimension × replicates, in percent of what all explain; NaN of nothing."""
    sets = np.arange(len(explained))
    dimensions = len(explained).bit_length() - 1
    orders = np.array(
        [factorial(s) * factorial(dimensions - s - 1) for s in range(dimensions)], dtype=float
    ) / factorial(dimensions)
    shares = np.empty((dimensions, explained.shape[1]))
    for one in range(dimensions):
        without = sets[sets & 1 << one == 0]
        gain = explained[without | 1 << one] - explained[without]
        shares[one] = orders[np.bitwise_count(without)] @ gain
    whole = np.where(explained[-1] > NOTHING, explained[-1], np.nan)
    return np.asarray(100 * shares / whole)
