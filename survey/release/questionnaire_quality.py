"""What a whole wave says of its questionnaire, as far as it may be told."""

from typing import Final

import numpy as np
import pandas as pd

from survey.release.estimates import SMALLEST_SPREAD
from survey.scoring.scored_responses import ScoredResponses, outcome_items
from survey.statistics.drivers import drivers
from survey.statistics.reliability import item_statistics, reliability

# A share gives away more than a mean: never on fewer than ten (design/disclosure-control.md, 1).
SMALLEST_SHARE: Final = 10
# A figure with sixteen digits could be tried against guesses of what single people answered.
PLACES: Final = 3


def smallest_share(smallest_group: int) -> int:
    """The fewest people behind a share, a distribution or a comment: 2k, and never under ten."""
    return max(2 * smallest_group, SMALLEST_SHARE)


def quality(scored: ScoredResponses, smallest_group: int) -> pd.DataFrame:
    """`reliability` as it may be told: of as many people as a share stands on.

    A spread tells more than a mean, and one near nothing would tell that everybody answered alike:
    less than SMALLEST_SPREAD within units is told as that much, and with it what units differ by.
    """
    found = reliability(scored.points, scored.scores, scored.units, scored.instrument)
    sds = ["sd_within", "sd_total"]
    alike = found["sd_within"] < SMALLEST_SPREAD
    found = found.assign(**{sd: found[sd].clip(lower=SMALLEST_SPREAD).round(1) for sd in sds})
    found["icc1"] = found["icc1"].mask(alike, 1 - (SMALLEST_SPREAD / found["sd_total"]) ** 2)
    found.loc[alike, ["icc2_median", "f", "p", "rwg_median"]] = np.nan
    few = found["n"] < smallest_share(smallest_group)
    found.loc[few, [name for name in found if found[name].dtype == float]] = np.nan
    found.loc[few, ["n", "units"]] = 0
    return found.assign(may_rank=found["may_rank"] & ~few).round(PLACES)


def driven(scored: ScoredResponses) -> pd.DataFrame:
    """`drivers` of the last outcome, "all in all"; without one there are none."""
    outcomes = [item.id for item in outcome_items(scored.instrument) if item.id in scored.outcomes]
    nothing = pd.Series(np.nan, index=scored.units.index)
    outcome = scored.outcomes[outcomes[-1]] if outcomes else nothing
    found = drivers(scored.scores[scored.dimensions], outcome)
    return found.round({"weight": 1, "low": 1, "high": 1, "r2": 3})


def item_quality(scored: ScoredResponses) -> pd.DataFrame:
    """`item_statistics` as they may be told."""
    return item_statistics(scored.points, scored.instrument).round(PLACES)
