"""Reliability and drivers of a whole wave, coded so that they disclose nobody."""

from typing import Final

import numpy as np
import pandas as pd

from survey.disclosure.threshold import detail_threshold
from survey.release.blocks import BOTTOM, TOP
from survey.release.estimates import SMALLEST_SPREAD
from survey.scoring.scored_responses import INDEX, ScoredResponses, outcome_items
from survey.statistics.drivers import drivers
from survey.statistics.reliability import item_statistics, reliability, stratified_alpha

# A figure with all its digits could be compared with guesses of what single people answered.
PLACES: Final = 3


def quality(scored: ScoredResponses, smallest_group: int) -> pd.DataFrame:
    """Return `reliability`, NaN for measures on fewer people than a share, rounded to PLACES.

    A spread discloses more than a mean, and one near 0 that everybody gave the same answer: an SD
    below SMALLEST_SPREAD within units is given as SMALLEST_SPREAD, and the coefficients that would
    show that it was smaller are NaN. The alpha of the index is the stratified one.
    """
    measured = reliability(scored.points, scored.scores, scored.units, scored.instrument)
    sds = ["sd_within", "sd_total"]
    alike = measured["sd_within"] < SMALLEST_SPREAD
    coded = measured.assign(**{sd: measured[sd].clip(lower=SMALLEST_SPREAD).round(1) for sd in sds})
    # ICC(1) from the coded SDs: the measured one would give the measured SD within back.
    coded["icc1"] = coded["icc1"].mask(alike, 1 - (SMALLEST_SPREAD / coded["sd_total"]) ** 2)
    coded.loc[alike, ["icc2_median", "f", "p", "rwg_median"]] = np.nan
    few = coded["n"] < detail_threshold(smallest_group)
    coded.loc[few, [name for name in coded if coded[name].dtype == float]] = np.nan
    coded.loc[few, ["n", "units"]] = 0
    # From the coded figures, so that it discloses no more than they do.
    coded.loc[coded["dimension"] == INDEX, "alpha"] = stratified_alpha(coded)
    return coded.assign(may_rank=coded["may_rank"] & ~few).round(PLACES)


def outcome_drivers(scored: ScoredResponses) -> pd.DataFrame:
    """Return `drivers` of the last outcome, "all in all", rounded; empty without an outcome."""
    outcomes = [item.id for item in outcome_items(scored.instrument) if item.id in scored.outcomes]
    nothing = pd.Series(np.nan, index=scored.units.index)
    outcome = scored.outcomes[outcomes[-1]] if outcomes else nothing
    return drivers(scored.scores[scored.dimensions], outcome).round(
        {"weight": 1, "low": 1, "high": 1, "r2": 3}
    )


def item_quality(scored: ScoredResponses, smallest_group: int) -> pd.DataFrame:
    """Return `item_statistics`, rounded to PLACES, and `answered`.

    answered: percentage of the dimension's respondents in the whole wave who answered the item,
    coded as every share; NaN where a share would stand on too few.
    """
    items = item_statistics(scored.points, scored.instrument).round(PLACES)
    percent = (100 * answered_shares(scored)).round().clip(BOTTOM, TOP)
    enough = scored.items.notna().sum() >= detail_threshold(smallest_group)
    return items.assign(answered=items["item"].map(percent.where(enough)).astype(float))


def answered_shares(scored: ScoredResponses) -> pd.Series:
    """Return by item the share of its dimension's respondents, 0 to 1, who answered it.

    The others count in its mean with their score in the dimension (`prorated`).
    """
    answered = scored.points[list(scored.items)].where(scored.items.notna()).notna().sum()
    return answered / scored.items.notna().sum()
