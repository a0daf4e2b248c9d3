"""The published figures of a wave as rows, computed from blocks that are already coded."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from survey.asking.organisation import Organisation
from survey.asking.participation import TOO_FEW_BELOW
from survey.release import blocks
from survey.release.blocks import BOTTOM, TOP, Blocks, CodedFigures
from survey.release.estimates import estimates
from survey.release.pattern import Pattern
from survey.release.questionnaire_quality import answered_shares
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
# Between 0 and 1: an interval to 60 ends below the cut at 60.
END: Final = 0.5
# An item's mean is published where this share of its dimension's respondents answered it.
ANSWERED_BY: Final = 2 / 3
# A unit whose rwg(j) (James, Demaree & Wolf 1984) is below this is divided.
DIVIDED_BELOW: Final = 0.5

# Name of a figure -> units (or units and groups) × measures.
FiguresByName = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, eq=False)
class ReleaseBasis:
    """The scored answers of a wave with the sums and coefficients that its cells are computed from.

    quality: measures × the columns of `questionnaire_quality.quality`. sums: by unit; atoms: by
    unit and group.
    """

    scored: ScoredResponses
    organisation: Organisation
    quality: pd.DataFrame
    sums: Tally
    atoms: Tally

    @property
    def staff(self) -> pd.Series:
        """Unit, parents first -> its staff, the units below included; NaN where unknown."""
        people = {unit.id: unit.staff for unit in self.organisation.units}
        return pd.Series(people, dtype=float).reindex(self.sums.own_n.index)

    @cached_property
    def weights(self) -> pd.Series:
        """Unit, parents first -> the weight of a respondent attached to it."""
        return blocks.unit_weights(self.sums, RESPONDENTS, self.organisation)

    def blocks_of(self, published: Mapping[str, frozenset[str]]) -> dict[str, Blocks]:
        """Return measure -> the blocks of its pattern, the same where the pattern is the same."""
        by_pattern = {units: self.blocks(units) for units in {*published.values()}}
        return {measure: by_pattern[units] for measure, units in published.items()}

    def blocks(self, published: Collection[str], measure: str = RESPONDENTS) -> Blocks:
        """Return the blocks of a pattern of units, counting those who answered `measure`."""
        return Blocks(published, self.weights, self.sums.own_n[measure], self.organisation)


def cells(basis: ReleaseBasis, pattern: Pattern) -> pd.DataFrame:
    """Return one row per published place and measure, KEYS and FIGURES; NaN is not published.

    First the scores, then their items, the other questions, and the groups of the crossing family.
    """
    of_means = basis.blocks_of(pattern.means)
    scores, items = blocks.scores(basis.scored, basis.sums, of_means)
    mean = _coded(scores.mean)
    prior = mean.loc[[basis.organisation.root.id]].iloc[0]
    of_shares = basis.blocks_of(pattern.shares)
    of_scores = _estimated(basis, scores, staff=basis.staff, prior=prior)
    of_scores |= _levels(of_scores, basis) | _score_shares(basis, of_shares, pattern.shares)
    of_items = {
        "n": items.n,
        "mean": _often_answered(items.mean, basis),
        "n_eff": items.n_eff.round(),
    }
    home = {str(item): home for item, home in blocks.items_of(basis.scored).items()}
    opted_out = _opted_out(basis, of_shares, pattern.opt_outs, home)
    # Only items whose scale offers the opt-out have a share of it; the others get NaN.
    of_items["opted_out"] = opted_out.reindex(columns=items.n.columns)
    units_of_items = {item: pattern.statements[dimension] for item, dimension in home.items()}
    tables = [
        _rows(FAMILY, of_scores, pattern.means),
        _rows(FAMILY, of_items, units_of_items),
        *(_other_question(basis, measure, units) for measure, units in pattern.extras.items()),
    ]
    if any(pattern.crossing.values()):
        groups = blocks.crossing(basis.scored, basis.atoms, pattern.crossing, basis.organisation)
        # The staff of a group is unknown, so there is no finite population correction.
        unknown = pd.Series(np.nan, index=groups.n.index)
        of_groups = _estimated(basis, groups, staff=unknown, prior=prior)
        tables.append(_rows(CROSSING, of_groups, pattern.crossing))
    return pd.concat(tables, ignore_index=True)


def _often_answered(mean: pd.DataFrame, basis: ReleaseBasis) -> pd.DataFrame:
    """The means of the items, coded; NaN where too few of the whole wave answered the item.

    A rule about the wave, so that what is hidden says nothing of a unit.
    """
    shares = answered_shares(basis.scored).reindex(mean.columns)
    return _coded(mean).where(np.broadcast_to(shares >= ANSWERED_BY, mean.shape))


def _estimated(
    basis: ReleaseBasis, coded: CodedFigures, *, staff: pd.Series, prior: pd.Series
) -> dict[str, pd.DataFrame]:
    """n, mean, interval, prediction and n_eff, all computed from the mean as it is published."""
    mean = _coded(coded.mean)
    of_mean = estimates(coded, mean, basis.quality, staff=staff, prior=prior)
    return {
        "n": coded.n,
        "mean": mean,
        # Rounded outwards, so that the printed interval covers the computed one.
        "low": (of_mean.low.round(9) // 1).clip(BOTTOM, TOP),
        "high": (-(-of_mean.high.round(9) // 1)).clip(BOTTOM, TOP),
        "predicted": _coded(of_mean.predicted),
        "n_eff": coded.n_eff.round(),
    }


def _levels(figures: FiguresByName, basis: ReleaseBasis) -> dict[str, pd.DataFrame]:
    """Levels of the published figures; NaN where the response rate is below TOO_FEW_BELOW."""
    few = figures["n"].div(basis.staff, axis=0) < TOO_FEW_BELOW
    index = INDEX if INDEX in figures["n"] else None
    predicted, low, high = (figures[name].mask(few) for name in ("predicted", "low", "high"))
    # `high` is rounded up: without END an interval that ends at 59.2 would reach the cut at 60.
    ranges = maturity.ranges(
        predicted, low, high - END, basis.scored.instrument.levels, index=index
    )
    return {"level": ranges.level, "level_low": ranges.low, "level_high": ranges.high}


def _score_shares(
    basis: ReleaseBasis, of_shares: Mapping[str, Blocks], units: Mapping[str, Collection[str]]
) -> dict[str, pd.DataFrame]:
    """The share of favourable scores, its n, and whether a unit is divided; NaN outside `units`."""
    base = {measure: measure for measure in basis.scored.measures}
    favourable = blocks.shares(basis.sums, base, of_shares)
    return {
        "favourable": _only(_coded(favourable.mean), units),
        "favourable_n": _only(favourable.n, units),
        "divided": _only(_divided(basis, favourable.n), units),
    }


def _opted_out(
    basis: ReleaseBasis,
    of_shares: Mapping[str, Blocks],
    units: Mapping[str, Collection[str]],
    home: Mapping[str, str],
) -> pd.DataFrame:
    """Units × items with an opt-out: the percentage of all respondents who chose it.

    home: item -> its dimension, in whose pattern its share is.
    """
    items = [item for item in map(str, basis.scored.opted_out) if item in home]
    if not items:
        return pd.DataFrame(index=basis.sums.own_n.index)
    of_items = {item: of_shares[home[item]] for item in items}
    percent = blocks.shares(basis.sums, dict.fromkeys(items, RESPONDENTS), of_items)
    return _only(_coded(percent.mean), {item: units[home[item]] for item in items})


def _divided(basis: ReleaseBasis, n: pd.DataFrame) -> pd.DataFrame:
    """1 where a lowest unit is divided over a dimension, 0 where it agrees, NaN elsewhere."""
    scored, organisation = basis.scored, basis.organisation
    divided = pd.DataFrame(np.nan, index=n.index, columns=n.columns)
    lowest = [unit_id for unit_id in n.index if not organisation.children(unit_id)]
    for dimension in scored.instrument.dimensions:
        if dimension.id in n:
            # Only those with a score: `divided` must stand on the people of the published share.
            with_score = scored.scores[dimension.id].notna()
            points = scored.points.loc[with_score, [item.id for item in dimension.items]]
            scale = [scored.instrument.scale(item.scale).points for item in dimension.items]
            agreed = rwg(points, scored.units[with_score], scale=scale).reindex(lowest)
            split = (agreed < DIVIDED_BELOW).astype(float).where(agreed.notna())
            divided.loc[lowest, dimension.id] = split
    return divided


def _other_question(basis: ReleaseBasis, measure: str, units: Collection[str]) -> pd.DataFrame:
    """The share of yes; or an outcome's mean and, at the root, its answers in percent."""
    of_measure = basis.blocks(units, measure)
    if measure in basis.scored.shares:
        share = blocks.shares(basis.sums, {measure: measure}, {measure: of_measure})
        percent = {"favourable": _coded(share.mean), "favourable_n": share.n}
        figures = {"n": share.n, "n_eff": share.n_eff.round()} | percent
        return _rows(FAMILY, figures, {measure: units})
    outcome = blocks.outcome(basis.sums, measure, of_measure)
    mean = {"n": outcome.n, "mean": _coded(outcome.mean), "n_eff": outcome.n_eff.round()}
    names = map(str, basis.scored.outcome_answers)
    answers = [name for name in names if name.startswith(f"{measure}=")]
    base, of_answers = dict.fromkeys(answers, measure), dict.fromkeys(answers, of_measure)
    shares = blocks.shares(basis.sums, base, of_answers)
    percent = {"n": shares.n, "favourable": _coded(shares.mean), "favourable_n": shares.n}
    root = {basis.organisation.root.id} & set(units)
    of_root = _rows(FAMILY, percent, dict.fromkeys(answers, root))
    return pd.concat([_rows(FAMILY, mean, {measure: units}), of_root])


def _only(figures: pd.DataFrame, places: Mapping[str, Collection[Hashable]]) -> pd.DataFrame:
    """The figures of each measure in its own places; NaN in all others."""
    return figures.where(_published(figures, places))


def _published(
    figures: pd.DataFrame, places: Mapping[str, Collection[Hashable]]
) -> NDArray[np.bool_]:
    """Places × measures: whether the measure is published there."""
    by_places: dict[int, NDArray[np.bool_]] = {}
    columns = []
    for measure in figures:
        of_measure = places[str(measure)]
        # Many measures have the same places: the items of a dimension those of their dimension.
        if id(of_measure) not in by_places:
            by_places[id(of_measure)] = figures.index.isin(list(of_measure))
        columns.append(by_places[id(of_measure)])
    return np.array(columns, dtype=bool).reshape(len(columns), len(figures)).T


def _coded(percent: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers, half rounded up, none beyond BOTTOM and TOP.

    Rounded to nine places first: otherwise the order in which respondents were added up could
    decide which way a half is rounded.
    """
    return ((percent.round(9) + 0.5) // 1).clip(BOTTOM, TOP)


def _rows(
    family: str, figures: FiguresByName, places: Mapping[str, Collection[Hashable]]
) -> pd.DataFrame:
    """One row per measure of `n` and published place; a figure that is not in `figures` is NaN.

    places: measure -> where it is published.
    """
    published = _published(figures["n"], places)
    # Place by place, each with its measures: the order in which a mask reads the figures below.
    at, of = np.nonzero(published)
    index, measures = figures["n"].index, figures["n"].columns
    crossing = isinstance(index, pd.MultiIndex)
    units = index.get_level_values(0)
    groups = index.get_level_values(1) if crossing else pd.Index([""] * len(index))
    rows = pd.DataFrame(
        {
            "family": family,
            "unit_id": units.to_numpy(dtype=object)[at],
            "group": groups.to_numpy(dtype=object)[at],
            "measure": measures.to_numpy(dtype=object)[of],
        }
    )
    for name in FIGURES:
        rows[name] = figures[name].to_numpy()[published] if name in figures else np.nan
    return rows.astype(dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64"))
