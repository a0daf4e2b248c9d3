"""Intervals of published means, and predicted means of the whole staff."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from survey.release.blocks import CodedFigures
from survey.statistics.precision import ROUNDING, interval, standard_error
from survey.statistics.prediction import predicted

# An interval of no width would disclose that everybody gave the same answer, so no SD counts as
# less than this many points.
SMALLEST_SPREAD: Final = 5.0


@dataclass(frozen=True, eq=False)
class Estimates:
    """Places × dimensions and index, 0 to 100."""

    low: pd.DataFrame
    high: pd.DataFrame
    predicted: pd.DataFrame


def estimates(
    coded: CodedFigures,
    mean: pd.DataFrame,
    reliability: pd.DataFrame,
    *,
    staff: pd.Series,
    prior: pd.Series,
) -> Estimates:
    """Return 90 % intervals and predictions for the measures in `reliability`.

    mean: as published, in whole numbers, so that an interval discloses nothing beyond it; it holds
    the rounding, and so has a width where everybody answered.
    reliability: measures × n, units, sd_within, icc1. The SD within units is that of all units
    together, so that the width of an interval does not depend on a unit's own answers; NaN gives no
    interval. staff: everybody in each place, NaN where unknown; a staff smaller than the number of
    answers counts as unknown. prior: by measure, the mean that predictions shrink towards.
    """
    sd = reliability["sd_within"].clip(lower=SMALLEST_SPREAD).to_numpy()
    df = (reliability["n"] - reliability["units"]).to_numpy(dtype=float)
    # One column of staff per measure, since each measure has its own n to compare it with.
    staffs = pd.DataFrame(dict.fromkeys(coded.n, staff), index=coded.n.index)
    people = staffs.where(staffs >= coded.n).to_numpy(dtype=float)
    error = np.sqrt(standard_error(coded.n_eff.to_numpy(), people, sd) ** 2 + ROUNDING)
    low, high = interval(mean.to_numpy(), error, df=df)
    prediction = predicted(
        mean.to_numpy(),
        coded.n.to_numpy(),
        people,
        prior=prior[coded.n.columns].to_numpy(),
        icc1=reliability["icc1"].fillna(0.0).to_numpy(),
    )
    axes = (coded.n.index, coded.n.columns)
    return Estimates(*(pd.DataFrame(values, *axes) for values in (low, high, prediction)))
