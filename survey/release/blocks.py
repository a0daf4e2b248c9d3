"""The people a published pattern tells apart no further, coded before anything is published.

A pattern's figures say exactly as much as the sums of its blocks: the people of a published place
outside every published place below it (theorem 1, see
survey/disclosure/choosing/unit_pattern.py). So it is the blocks that must not say too much, and
not only the cells. Three things are done to each block, and every published figure is made of what
comes out:

- Everybody in it weighs the same. Else one heavy person could make up most of a small block.
- The mean of each item lies between BOTTOM and TOP. A cell of 95 means "95 or more" also to who
  subtracts it from the cell above, or the other items from their dimension.
- A share stands so far from none and from all that at least two counts look alike.

Coding moves a figure a little, always inwards. A place so large that the rounding of its own figure
hides as much takes the block as it was: a region is not moved by a hundred small wards.
"""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from survey.asking.organisation import Organisation
from survey.disclosure.choosing.crossing_pattern import CrossCell, hospitals
from survey.scoring.points import culture_index
from survey.scoring.scored_responses import INDEX, ScoredResponses
from survey.scoring.tally import Tally, rolled_up
from survey.statistics.weighting import effective_size, weights

# A mean of 100 tells what everybody answered: figures beyond these are "5 or less", "95 or more".
BOTTOM: Final = 5
TOP: Final = 95


# Half of the whole number a figure is rounded to.
ROUNDING: Final = 0.5


@dataclass(frozen=True, eq=False)
class Coded:
    """Published places, and others that mean nothing, × measures: made of coded blocks.

    n: how many. n_eff: how many equally heavy ones they are worth (Kish). mean: 0 to 100.
    """

    n: pd.DataFrame
    n_eff: pd.DataFrame
    mean: pd.DataFrame


def unit_weights(sums: Tally, everybody: str, organisation: Organisation) -> pd.Series:
    """Units, parents first: what a respondent of each weighs by survey/statistics/weighting.py."""
    return weights(sums.own_n[everybody], organisation).reindex(sums.own_n.index)


def covering(organisation: Organisation, published: Collection[str]) -> pd.Series:
    """Unit -> the published unit whose block its people are in; "" where there is none."""
    covers: dict[str, str] = {}
    for unit_id in organisation.below(organisation.root.id):
        above = organisation.unit(unit_id).parent_id
        over = "" if above is None else covers[above]
        covers[unit_id] = unit_id if unit_id in published else over
    return pd.Series(covers, dtype="str")


class Blocks:
    """The blocks of one pattern of units."""

    def __init__(
        self,
        published: Collection[str],
        each: pd.Series,
        own_n: pd.Series,
        organisation: Organisation,
    ) -> None:
        """each: unit -> weight of a respondent by themselves. own_n: unit -> respondents."""
        self.organisation = organisation
        self.cover = covering(organisation, published)
        people = self.gathered(pd.DataFrame({"n": own_n, "w": own_n * each}))
        self.weight = (people["w"] / people["n"]).where(people["n"] > 0, 0.0)

    def gathered(self, own: pd.DataFrame) -> pd.DataFrame:
        """Own figures of units, added up block by block; a unit without a block has nothing."""
        sums = own.groupby(self.cover.reindex(own.index)).sum()
        return sums.reindex(own.index, fill_value=0)

    def coded(self, n: pd.DataFrame, mean: pd.DataFrame, least: pd.DataFrame) -> Coded:
        """The figures of the published units, of how many and how in each block.

        n, mean: units × measures, of the block each unit stands for. least: how far its mean is
        kept from 0 and from 100. Both may be NaN where n is 0.
        """
        moved = mean.clip(least, 100 - least).fillna(0.0) - mean.fillna(0.0)
        weighted = n.mul(self.weight, axis=0)
        people = rolled_up(n, self.organisation)
        total = rolled_up(weighted, self.organisation)
        squares = rolled_up(weighted.mul(self.weight, axis=0), self.organisation)
        score = rolled_up(weighted * mean.fillna(0.0), self.organisation)
        score += self._moved_up(weighted * moved, (least * n).fillna(0.0), people)
        n_eff = pd.DataFrame(effective_size(total, squares), n.index, n.columns)
        return Coded(people, n_eff, score / total)

    def _moved_up(
        self, moved: pd.DataFrame, hidden: pd.DataFrame, people: pd.DataFrame
    ) -> pd.DataFrame:
        """What coding adds to each place: its blocks' moves, as far up as rounding is finer.

        hidden: how many points times people coding hides in each block.
        """
        ids = moved.index.to_list()
        place = {unit_id: row for row, unit_id in enumerate(ids)}
        moves, points, n = moved.to_numpy(), hidden.to_numpy(), people.to_numpy()
        added = np.zeros_like(moves)
        for row in np.flatnonzero(moves.any(axis=1)):
            at: str | None = ids[int(row)]
            while at is not None:
                above = place[at]
                near = (n[above] * ROUNDING < points[row]) | (above == row)
                added[above] += moves[row] * near
                at = self.organisation.unit(at).parent_id
        return pd.DataFrame(added, moved.index, moved.columns)


def scores(scored: ScoredResponses, sums: Tally, blocks: Blocks) -> tuple[Coded, Coded]:
    """Dimensions and index, and the items of the dimensions.

    A dimension is the mean of its items, and the index of a place the mean of its dimensions, not
    of its respondents' indexes: where people left out different dimensions, the two differ by what
    single people said.
    """
    home = items_of(scored)
    n = blocks.gathered(sums.own_n[scored.measures]).astype(float)
    n_items = n[list(home.values())].set_axis(list(home), axis=1)
    item_means = blocks.gathered(sums.score[list(home)]) / n_items
    of_items = blocks.coded(n_items, item_means, _all(n_items, BOTTOM))
    of_scores = blocks.coded(n, _all(n, 0.0), _all(n, 0.0))
    shown = of_items.mean.clip(BOTTOM, TOP)
    mean = shown.T.groupby(home).mean().T.reindex(columns=scored.dimensions)
    if INDEX in n:
        present = scored.instrument.scoring.dimensions_for_index
        mean[INDEX] = culture_index(mean, present=present)
    return Coded(of_scores.n, of_scores.n_eff, mean), of_items


def items_of(scored: ScoredResponses) -> dict[Hashable, str]:
    """Item -> its dimension, for the dimensions that enough people answered."""
    return {
        item.id: dimension.id
        for dimension in scored.instrument.dimensions
        if dimension.id in scored.scores
        for item in dimension.items
    }


def outcome(sums: Tally, measure: str, blocks: Blocks) -> Coded:
    """The mean of what was asked beside the dimensions."""
    n = blocks.gathered(sums.own_n[[measure]]).astype(float)
    return blocks.coded(n, blocks.gathered(sums.score[[measure]]) / n, _all(n, BOTTOM))


def shares(sums: Tally, base: dict[str, str], blocks: Blocks) -> Coded:
    """The percentage who said yes. base: what they said yes to -> whom it is a percentage of."""
    n = blocks.gathered(sums.own_n[list(base.values())].set_axis(list(base), axis=1)).astype(float)
    percent = blocks.gathered(sums.yes[list(base)]) / n * 100
    return blocks.coded(n, percent, (100 / n).where(n > 0).clip(lower=BOTTOM))


def _all(like: pd.DataFrame, value: float) -> pd.DataFrame:
    return pd.DataFrame(value, like.index, like.columns)


def across(
    scored: ScoredResponses,
    of_atoms: Tally,
    crossing: Collection[CrossCell],
    organisation: Organisation,
) -> Coded:
    """The crossing cells: dimensions and index by (root or hospital, group), all of one weight.

    The organisation's blocks are of one weight each, so both families speak of plain sums, and
    theorem 2 holds for them together.
    """
    home, root = hospitals(organisation), organisation.root.id

    def block(unit_id: str, group: str) -> CrossCell:
        near, whole = CrossCell(home[unit_id], group), CrossCell(root, group)
        return next((cell for cell in (near, whole) if cell in crossing), CrossCell("", ""))

    blocks = pd.MultiIndex.from_tuples([block(*atom) for atom in of_atoms.own_n.index])
    n = of_atoms.own_n[scored.measures].set_axis(blocks).groupby(level=[0, 1]).sum().astype(float)
    sums = of_atoms.score[scored.measures].set_axis(blocks).groupby(level=[0, 1]).sum()
    score = (sums / n).clip(BOTTOM, TOP).fillna(0.0) * n
    cells = sorted(crossing)
    n, score = (_with_whole(frame, cells, root) for frame in (n, score))
    mean = score / n
    if INDEX in mean:
        present = scored.instrument.scoring.dimensions_for_index
        mean[INDEX] = culture_index(mean.drop(columns=INDEX), present=present)
    return Coded(n, n, mean)


def _with_whole(blocks: pd.DataFrame, cells: Sequence[CrossCell], root: str) -> pd.DataFrame:
    """The cells' sums: a hospital's block is its cell, the root's cell holds the hospitals' too."""
    whole = blocks.groupby(level=1).sum()
    rows = [
        whole.loc[cell.group] if cell.unit_id == root else blocks.loc[(cell.unit_id, cell.group)]
        for cell in cells
    ]
    return pd.DataFrame(rows, columns=blocks.columns).set_axis(pd.MultiIndex.from_tuples(cells))
