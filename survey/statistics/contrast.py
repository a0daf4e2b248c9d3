"""Where a unit surely stands out from the whole it belongs to, and where it only looks so."""

import numpy as np
import pandas as pd
from scipy import special, stats

from survey.statistics.change import FALSE_DISCOVERIES, ROUNDING, SMALLEST_ARROW

# What half the width of a published 90 % interval is worth in standard errors.
HALF_WIDTH = float(special.ndtri(0.95))


def contrasts(own: pd.DataFrame, whole: pd.DataFrame) -> pd.Series:
    """By measure 1 where the unit lies above the whole, -1 below, 0 where it cannot be told.

    own, whole: released cells of one unit each, indexed by measure; only what both publish with an
    interval is compared. The same rule as for an arrow between waves: sure when the false discovery
    rate is held over all that is given, and five points or more. The unit is part of the whole,
    which makes the rule a little too careful.
    """
    both = own.merge(whole, left_index=True, right_index=True, suffixes=("_own", "_whole"))
    both = both.dropna(subset=["mean_own", "low_own", "high_own", "mean_whole", "low_whole"])
    difference = both["mean_own"] - both["mean_whole"]
    error = np.sqrt(_variance(both, "own") + _variance(both, "whole"))
    p = 2 * special.ndtr(-(difference / error).abs())
    sure = stats.false_discovery_control(p) <= FALSE_DISCOVERIES if len(p) else np.array([], bool)
    told = np.sign(difference).where(sure & (difference.abs() >= SMALLEST_ARROW), 0)
    return told.astype("int64")


def _variance(both: pd.DataFrame, who: str) -> pd.Series:
    """From the wider side of the interval: at 0 and 100 the other one is cut short."""
    mean, low, high = (both[f"{name}_{who}"] for name in ("mean", "low", "high"))
    half = np.maximum(high - mean, mean - low)
    return pd.Series((half / HALF_WIDTH) ** 2 + ROUNDING, index=both.index)
