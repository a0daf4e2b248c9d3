"""What a wave's sums say of each place: mean, interval, prediction; unrounded and unpublished."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from survey.instrument import Instrument
from survey.precision import interval, standard_error
from survey.prediction import predicted
from survey.scoring import culture_index
from survey.tally import Tally
from survey.valued import INDEX
from survey.weighting import effective_size

# An interval of no width would tell that everybody answered alike: no spread counts as less.
SMALLEST_SPREAD: Final = 5.0


@dataclass(frozen=True, eq=False)
class Estimates:
    """Places × dimensions and index, each 0 to 100 but `n` and `n_eff` (Kish)."""

    n: pd.DataFrame
    n_eff: pd.DataFrame
    mean: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    predicted: pd.DataFrame


def estimates(
    sums: Tally,
    reliability: pd.DataFrame,
    instrument: Instrument,
    *,
    staff: pd.Series,
    prior: pd.Series,
) -> Estimates:
    """Of the places in `sums`, for the measures in `reliability`, with 90 % intervals.

    reliability: measures × n, units, sd_within, sd_total, icc1. The spread of people within a unit
    is that of all units together, so that the width of an interval tells nothing of a unit's own
    answers. Without any spread there is no interval.
    staff: everybody in each place, NaN where not known. prior: measures, what predictions lean to.
    """
    measures = list(reliability.index)
    mean = means(sums, measures, instrument)
    n = sums.n[measures]
    n_eff = effective_size(sums.weight[measures], sums.squares[measures])
    sd = reliability["sd_within"].clip(lower=SMALLEST_SPREAD).to_numpy()
    df = (reliability["n"] - reliability["units"]).to_numpy(dtype=float)
    people = staff.to_numpy(dtype=float)[:, np.newaxis]
    error = standard_error(n_eff, people, sd)
    low, high = interval(mean.to_numpy(), error, df=df)
    guess = predicted(
        mean.to_numpy(),
        n.to_numpy(),
        people,
        prior=prior[measures].to_numpy(),
        icc1=reliability["icc1"].fillna(0.0).to_numpy(),
    )
    return Estimates(
        n=n,
        n_eff=pd.DataFrame(n_eff, n.index, n.columns),
        mean=mean,
        low=pd.DataFrame(low, n.index, n.columns),
        high=pd.DataFrame(high, n.index, n.columns),
        predicted=pd.DataFrame(guess, n.index, n.columns),
    )


def means(sums: Tally, measures: list[str], instrument: Instrument) -> pd.DataFrame:
    """Places × measures, 0 to 100. The index of a place is the mean of its dimension means.

    Of the place's dimensions, not of its respondents' indexes: where people left out different
    dimensions, the two differ by what single people said.
    """
    found = sums.score[measures] / sums.weight[measures]
    if INDEX in found:
        present = instrument.scoring.dimensions_for_index
        found[INDEX] = culture_index(found.drop(columns=INDEX), present=present)
    return found
