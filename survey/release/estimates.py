"""How sure a published mean is, and what the whole staff of a place most likely think."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from survey.release.blocks import Coded
from survey.statistics.precision import interval, standard_error
from survey.statistics.prediction import predicted

# An interval of no width would tell that everybody answered alike: no spread counts as less.
SMALLEST_SPREAD: Final = 5.0


@dataclass(frozen=True, eq=False)
class Estimates:
    """Places × dimensions and index, 0 to 100."""

    low: pd.DataFrame
    high: pd.DataFrame
    predicted: pd.DataFrame


def estimates(
    found: Coded,
    mean: pd.DataFrame,
    reliability: pd.DataFrame,
    *,
    staff: pd.Series,
    prior: pd.Series,
) -> Estimates:
    """90 % intervals and predictions, for the measures in `reliability`.

    mean: as it is published, in whole numbers, so that nothing here says more about it.
    reliability: measures × n, units, sd_within, icc1. The spread of people within a unit is that of
    all units together, so that the width of an interval tells nothing of a unit's own answers.
    Without any spread there is no interval. staff: everybody in each place, NaN where not known; a
    register that knows fewer than have answered knows nothing. prior: measures, what predictions
    lean to.
    """
    sd = reliability["sd_within"].clip(lower=SMALLEST_SPREAD).to_numpy()
    df = (reliability["n"] - reliability["units"]).to_numpy(dtype=float)
    asked = pd.DataFrame(dict.fromkeys(found.n, staff), index=found.n.index)
    people = asked.where(asked >= found.n).to_numpy(dtype=float)
    error = standard_error(found.n_eff.to_numpy(), people, sd)
    low, high = interval(mean.to_numpy(), error, df=df)
    guess = predicted(
        mean.to_numpy(),
        found.n.to_numpy(),
        people,
        prior=prior[found.n.columns].to_numpy(),
        icc1=reliability["icc1"].fillna(0.0).to_numpy(),
    )
    axes = (found.n.index, found.n.columns)
    return Estimates(*(pd.DataFrame(one, *axes) for one in (low, high, guess)))
