"""The published figures of a wave as rows, coded so that none of them says too much."""

from collections.abc import Collection, Hashable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from survey import maturity
from survey.agreement import rwg
from survey.estimates import Estimates
from survey.participation import TOO_FEW_BELOW
from survey.patterns import Patterns
from survey.question import Levels
from survey.tally import Tally
from survey.unit import Organisation
from survey.valued import INDEX, RESPONDENTS, Valued
from survey.weighting import effective_size

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
# A mean of 100 tells what everybody answered: figures beyond these are "5 or less", "95 or more".
BOTTOM: Final = 5
TOP: Final = 95
# Below this James, Demaree & Wolf's rwg(j) says that a unit does not see the matter alike.
DIVIDED_BELOW: Final = 0.5


def cells(
    known: Valued, sums: Tally, found: Estimates, chosen: Patterns, organisation: Organisation
) -> pd.DataFrame:
    """The organisation's family: scores, their items, and what was asked beside them."""
    means, shares = chosen.means, chosen.shares
    estimated = _estimated(found)
    scores = (
        estimated
        | _levels(estimated, known.instrument.levels, organisation)
        | _shares(sums, known.measures, shares)
        | {"divided": _only(_divided(known, found.n, organisation), shares)}
    )
    beside = [_extra(known, sums, one, units) for one, units in chosen.extras.items()]
    items = _rows(FAMILY, _items(known, sums, found, shares), means)
    return pd.concat([_rows(FAMILY, scores, means), items, *beside], ignore_index=True)


def crossing_cells(found: Estimates, chosen: Patterns) -> pd.DataFrame:
    """The second family, hospital by group: means and intervals, no levels and no shares."""
    return _rows(CROSSING, _estimated(found), chosen.crossing)


def _estimated(found: Estimates) -> dict[str, pd.DataFrame]:
    rounded = {name: _coded(getattr(found, name)) for name in ("mean", "low", "high", "predicted")}
    return {"n": found.n, **rounded, "n_eff": found.n_eff.round()}


def _levels(
    coded: Mapping[str, pd.DataFrame], levels: Levels, organisation: Organisation
) -> dict[str, pd.DataFrame]:
    """Of the figures as published; none where too few of those asked have answered."""
    staff = pd.Series({unit.id: unit.staff for unit in organisation.units}, dtype=float)
    few = coded["n"].div(staff.reindex(coded["n"].index), axis=0) < TOO_FEW_BELOW
    index = INDEX if INDEX in coded["n"] else None
    guess, least, most = (coded[name].mask(few) for name in ("predicted", "low", "high"))
    reached, low, high = maturity.ranges(guess, least, most, levels, index=index)
    return {"level": reached, "level_low": low, "level_high": high}


def _shares(sums: Tally, measures: list[str], units: Collection[str]) -> dict[str, pd.DataFrame]:
    return {
        "favourable": _only(_percent(sums, measures), units),
        "favourable_n": _only(sums.n[measures], units),
    }


def _divided(known: Valued, n: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """1 where a lowest unit does not see a dimension alike, 0 where it does, NaN elsewhere."""
    divided = pd.DataFrame(np.nan, index=n.index, columns=n.columns)
    lowest = [unit_id for unit_id in n.index if not organisation.children(unit_id)]
    for dimension in known.instrument.dimensions:
        if dimension.id in n:
            scored = known.scores[dimension.id].notna()
            points = known.points.loc[scored, [item.id for item in dimension.items]]
            scale = [known.instrument.scale(item.scale).points for item in dimension.items]
            agreed = rwg(points, known.units[scored], scale=scale).reindex(lowest)
            split = (agreed < DIVIDED_BELOW).astype(float).where(agreed.notna())
            divided.loc[lowest, dimension.id] = split
    return divided


def _items(
    known: Valued, sums: Tally, found: Estimates, shares: Collection[str]
) -> dict[str, pd.DataFrame]:
    """Items stand on the people of their dimension; the share who opted out on all respondents."""
    home = {
        item.id: dimension.id
        for dimension in known.instrument.dimensions
        if dimension.id in known.scores
        for item in dimension.items
    }
    dimensions, items = list(home.values()), list(home)
    weight = sums.weight[dimensions].set_axis(items, axis=1)
    opted_out = sums.yes[list(known.opted_out)].div(sums.weight[RESPONDENTS], axis=0) * 100
    return {
        "n": sums.n[dimensions].set_axis(items, axis=1),
        "mean": _coded(sums.score[items] / weight),
        "n_eff": found.n_eff[dimensions].set_axis(items, axis=1).round(),
        "opted_out": _only(_coded(opted_out), shares).reindex(columns=items),
    }


def _extra(known: Valued, sums: Tally, measure: str, units: Collection[str]) -> pd.DataFrame:
    """An outcome's mean, or the share who did something; and how the whole answered the outcome."""
    figures = {"n": sums.n[[measure]], "n_eff": _n_eff(sums, [measure])}
    if measure in known.shares:
        return _rows(FAMILY, figures | _shares(sums, [measure], units), units)
    figures["mean"] = _coded(sums.score[[measure]] / sums.weight[[measure]])
    answers = [str(one) for one in known.told if str(one).startswith(f"{measure}=")]
    whole = sums.n.index[:1]
    like = sums.n.loc[whole, [measure] * len(answers)].set_axis(answers, axis=1)
    percent = sums.yes.loc[whole, answers].div(sums.weight[measure], axis=0).loc[whole] * 100
    told = {"n": like, "favourable": _coded(percent), "favourable_n": like}
    return pd.concat([_rows(FAMILY, figures, units), _rows(FAMILY, told, set(whole) & set(units))])


def _percent(sums: Tally, measures: list[str]) -> pd.DataFrame:
    return _coded(sums.yes[measures] / sums.weight[measures] * 100)


def _n_eff(sums: Tally, measures: list[str]) -> pd.DataFrame:
    worth = effective_size(sums.weight[measures], sums.squares[measures])
    return pd.DataFrame(worth, sums.n.index, measures).round()


def _only(figures: pd.DataFrame, units: Collection[str]) -> pd.DataFrame:
    """The figures of some units; of the others nothing is said."""
    shown = figures.index.isin(list(units))
    return figures.where(np.broadcast_to(shown[:, np.newaxis], figures.shape))


def _coded(percent: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers, half rounded up, none beyond BOTTOM and TOP.

    Rounded finely first, so that the order in which respondents were added cannot tip a half.
    """
    return ((percent.round(9) + 0.5) // 1).clip(BOTTOM, TOP)


def _rows(
    family: str, figures: Mapping[str, pd.DataFrame], places: Collection[Hashable]
) -> pd.DataFrame:
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
