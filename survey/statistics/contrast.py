"""Measures on which a unit differs from the region it belongs to."""

import numpy as np
import pandas as pd
from scipy import special, stats

from survey.statistics.change import FALSE_DISCOVERIES, SMALLEST_ARROW
from survey.statistics.precision import ROUNDING

# Half the width of a published 90 % interval, in standard errors.
HALF_WIDTH = float(special.ndtri(0.95))


def contrasts(own: pd.DataFrame, whole: pd.DataFrame) -> pd.Series:
    """Return by measure 1 where the unit lies above the whole, -1 below, 0 where neither is sure.

    own, whole: released cells of one unit each, indexed by measure; only what both publish with an
    interval is compared. The same rule as for an arrow between waves: significant at
    the false discovery rate over all measures passed, and five points or more. The unit is part of
    the whole, which makes the rule slightly conservative.
    """
    both = own.merge(whole, left_index=True, right_index=True, suffixes=("_own", "_whole"))
    both = both.dropna(subset=["mean_own", "low_own", "high_own", "mean_whole", "low_whole"])
    difference = both["mean_own"] - both["mean_whole"]
    error = np.sqrt(_variance(both, "own") + _variance(both, "whole"))
    p = 2 * special.ndtr(-(difference / error).abs())
    sure = stats.false_discovery_control(p) <= FALSE_DISCOVERIES if len(p) else np.array([], bool)
    signs = np.sign(difference).where(sure & (difference.abs() >= SMALLEST_ARROW), 0)
    return signs.astype("int64")


def _variance(both: pd.DataFrame, side: str) -> pd.Series:
    """Variance of a mean from the wider side of its interval: near 0 or 100 the other is cut."""
    mean, low, high = (both[f"{name}_{side}"] for name in ("mean", "low", "high"))
    half = np.maximum(high - mean, mean - low)
    # In a release made before intervals held their rounding an interval may have no width.
    return pd.Series((half / HALF_WIDTH) ** 2 + ROUNDING, index=both.index)
