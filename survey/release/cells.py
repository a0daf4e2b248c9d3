"""The published figures of a wave as rows, each made of blocks that are coded already."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from survey.asking.organisation import Organisation
from survey.asking.participation import TOO_FEW_BELOW
from survey.release import blocks
from survey.release.blocks import BOTTOM, TOP, Blocks, Coded
from survey.release.estimates import estimates
from survey.release.pattern import Patterns
from survey.scoring import maturity
from survey.scoring.scored_responses import INDEX, RESPONDENTS, ScoredResponses
from survey.scoring.tally import Tally
from survey.statistics.agreement import rwg

FAMILY: Final = "organisation"
CROSSING: Final = "crossing"
# What a row of the cells is, and the order that makes two releases comparable.
KEYS: Final = ("family", "unit_id", "group", "measure")
FIGURES: Final = (
    "n",
    "mean",
    "low",
    "high",
    "level",
    "favourable",
    "favourable_n",
    "level_low",
    "level_high",
    "predicted",
    "n_eff",
    "divided",
    "opted_out",
)
# Less than a whole number, and more than nothing.
END: Final = 0.5
# Below this James, Demaree & Wolf's rwg(j) says that a unit does not see the matter alike.
DIVIDED_BELOW: Final = 0.5

Figures = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, eq=False)
class ReleaseBasis:
    """A wave's answers, where they are counted, and what they say of the questionnaire.

    quality: measures × what `questionnaire_quality.quality` gives. sums: by unit; atoms: by unit
    and group.
    """

    scored: ScoredResponses
    organisation: Organisation
    quality: pd.DataFrame
    sums: Tally
    atoms: Tally

    @property
    def staff(self) -> pd.Series:
        """Unit, parents first -> everybody in it, NaN where not known."""
        people = {unit.id: unit.staff for unit in self.organisation.units}
        return pd.Series(people, dtype=float).reindex(self.sums.own_n.index)

    @cached_property
    def weights(self) -> pd.Series:
        """Unit, parents first -> what a respondent there weighs by themselves."""
        return blocks.unit_weights(self.sums, RESPONDENTS, self.organisation)

    def blocks(self, published: Collection[str], measure: str = RESPONDENTS) -> Blocks:
        """The blocks of a pattern among those who have answered a measure."""
        return Blocks(published, self.weights, self.sums.own_n[measure], self.organisation)


def cells(basis: ReleaseBasis, chosen: Patterns) -> pd.DataFrame:
    """Every published cell: scores and their items, what was asked beside them, and groups."""
    scores, items = blocks.scores(basis.scored, basis.sums, basis.blocks(chosen.means))
    mean = _coded(scores.mean)
    prior = mean.loc[[basis.organisation.root.id]].iloc[0]
    figures = _estimated(basis, scores, staff=basis.staff, prior=prior)
    figures |= _levels(figures, basis) | _of_scores(basis, chosen.shares)
    asked = {"n": items.n, "mean": _coded(items.mean), "n_eff": items.n_eff.round()}
    asked["opted_out"] = _opted_out(basis, chosen.shares).reindex(columns=items.n.columns)
    found = [
        _rows(FAMILY, figures, chosen.means),
        _rows(FAMILY, asked, chosen.means),
        *(_beside(basis, one, units) for one, units in chosen.extras.items()),
    ]
    if chosen.crossing:
        groups = blocks.across(basis.scored, basis.atoms, chosen.crossing, basis.organisation)
        # How many of a group work where is not known: no correction for the share that answered.
        unknown = pd.Series(np.nan, index=groups.n.index)
        across = _estimated(basis, groups, staff=unknown, prior=prior)
        found.append(_rows(CROSSING, across, chosen.crossing))
    return pd.concat(found, ignore_index=True)


def _estimated(
    basis: ReleaseBasis, found: Coded, *, staff: pd.Series, prior: pd.Series
) -> dict[str, pd.DataFrame]:
    """Of the mean as it is published, so that nothing here says more about it."""
    mean = _coded(found.mean)
    sure = estimates(found, mean, basis.quality, staff=staff, prior=prior)
    return {
        "n": found.n,
        "mean": mean,
        # Outwards: an interval as printed holds what it says.
        "low": (sure.low.round(9) // 1).clip(BOTTOM, TOP),
        "high": (-(-sure.high.round(9) // 1)).clip(BOTTOM, TOP),
        "predicted": _coded(sure.predicted),
        "n_eff": found.n_eff.round(),
    }


def _levels(figures: Figures, basis: ReleaseBasis) -> dict[str, pd.DataFrame]:
    """Of the figures as published; none where too few of those asked have answered."""
    few = figures["n"].div(basis.staff, axis=0) < TOO_FEW_BELOW
    index = INDEX if INDEX in figures["n"] else None
    guess, least, most = (figures[name].mask(few) for name in ("predicted", "low", "high"))
    # The end is printed outwards: an interval to 60 stops short of the cut at 60.
    most = most - END
    levels = basis.scored.instrument.levels
    reached, low, high = maturity.ranges(guess, least, most, levels, index=index)
    return {"level": reached, "level_low": low, "level_high": high}


def _of_scores(basis: ReleaseBasis, units: Collection[str]) -> dict[str, pd.DataFrame]:
    """What stands on more people than a mean: the share who are favourable, and agreement."""
    base = {measure: measure for measure in basis.scored.measures}
    favourable = blocks.shares(basis.sums, base, basis.blocks(units))
    return {
        "favourable": _only(_coded(favourable.mean), units),
        "favourable_n": _only(favourable.n, units),
        "divided": _only(_divided(basis, favourable.n), units),
    }


def _opted_out(basis: ReleaseBasis, units: Collection[str]) -> pd.DataFrame:
    """Items that offer it × the percentage of all respondents who did not know."""
    base = dict.fromkeys(map(str, basis.scored.opted_out), RESPONDENTS)
    return _only(_coded(blocks.shares(basis.sums, base, basis.blocks(units)).mean), units)


def _divided(basis: ReleaseBasis, n: pd.DataFrame) -> pd.DataFrame:
    """1 where a lowest unit does not see a dimension alike, 0 where it does, NaN elsewhere."""
    scored, organisation = basis.scored, basis.organisation
    divided = pd.DataFrame(np.nan, index=n.index, columns=n.columns)
    lowest = [unit_id for unit_id in n.index if not organisation.children(unit_id)]
    for dimension in scored.instrument.dimensions:
        if dimension.id in n:
            with_score = scored.scores[dimension.id].notna()
            points = scored.points.loc[with_score, [item.id for item in dimension.items]]
            scale = [scored.instrument.scale(item.scale).points for item in dimension.items]
            agreed = rwg(points, scored.units[with_score], scale=scale).reindex(lowest)
            split = (agreed < DIVIDED_BELOW).astype(float).where(agreed.notna())
            divided.loc[lowest, dimension.id] = split
    return divided


def _beside(basis: ReleaseBasis, measure: str, units: Collection[str]) -> pd.DataFrame:
    """An outcome's mean and at the root its answers in percent, or the share who did something."""
    held = basis.blocks(units, measure)
    if measure in basis.scored.shares:
        share = blocks.shares(basis.sums, {measure: measure}, held)
        told = {"favourable": _coded(share.mean), "favourable_n": share.n}
        return _rows(FAMILY, {"n": share.n, "n_eff": share.n_eff.round()} | told, units)
    found = blocks.outcome(basis.sums, measure, held)
    mean = {"n": found.n, "mean": _coded(found.mean), "n_eff": found.n_eff.round()}
    answers = [
        str(one) for one in basis.scored.outcome_answers if str(one).startswith(f"{measure}=")
    ]
    given = blocks.shares(basis.sums, dict.fromkeys(answers, measure), held)
    shown = {"n": given.n, "favourable": _coded(given.mean), "favourable_n": given.n}
    at_top = {basis.organisation.root.id} & set(units)
    return pd.concat([_rows(FAMILY, mean, units), _rows(FAMILY, shown, at_top)])


def _only(figures: pd.DataFrame, units: Collection[str]) -> pd.DataFrame:
    """The figures of some units; of the others nothing is said."""
    shown = figures.index.isin(list(units))
    return figures.where(np.broadcast_to(shown[:, np.newaxis], figures.shape))


def _coded(percent: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers, half rounded up, none beyond BOTTOM and TOP.

    Rounded finely first, so that the order in which respondents were added cannot tip a half.
    """
    return ((percent.round(9) + 0.5) // 1).clip(BOTTOM, TOP)


def _rows(family: str, figures: Figures, places: Collection[Hashable]) -> pd.DataFrame:
    """One row for each of the places and each measure of `n`; what is not there is NaN."""
    shown = figures["n"].index.isin(list(places))
    at, measures = figures["n"].index[shown], figures["n"].columns
    crossing = isinstance(at, pd.MultiIndex)
    units = at.get_level_values(0)
    groups = at.get_level_values(1) if crossing else pd.Index([""] * len(at))
    rows = pd.DataFrame(
        {
            "family": family,
            "unit_id": np.repeat(units.to_numpy(dtype=object), len(measures)),
            "group": np.repeat(groups.to_numpy(dtype=object), len(measures)),
            "measure": np.tile(measures.to_numpy(dtype=object), len(at)),
        }
    )
    for name in FIGURES:
        rows[name] = figures[name][shown].to_numpy().ravel() if name in figures else np.nan
    return rows.astype(dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64"))
