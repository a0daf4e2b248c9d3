"""Blocks: the smallest groups of people a published pattern separates, and their coded figures.

A pattern's figures disclose exactly as much as the sums of its blocks: the people of a published
place outside every published place below it (theorem 1, see
survey/disclosure/choosing/unit_pattern.py). So it is the blocks that are coded, and not only the
cells. Three things are done to each block, and every published figure is computed from the result:

- Everybody in it has the same weight. Otherwise one heavy person could make up most of a small
  block.
- The mean of each item lies between BOTTOM and TOP. A cell of 95 then means "95 or more" also after
  it is subtracted from the cell above, or the other items from their dimension.
- A share stands so far from 0 and from 100 that at least two counts give the same figure.

Coding moves a figure a little, always inwards. A place so large that the rounding of its own figure
hides as much is computed from the uncoded block: a region is not moved by a hundred small wards.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
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

# A mean of 100 discloses what everybody answered: figures beyond these are "5 or less" and
# "95 or more".
BOTTOM: Final = 5
TOP: Final = 95
# Half of the whole number a figure is rounded to.
ROUNDING: Final = 0.5


@dataclass(frozen=True, eq=False)
class CodedFigures:
    """Places × measures, from coded blocks; only the rows of published places have a meaning.

    n: number of people. n_eff: the equally weighted number worth as much (Kish). mean: 0 to 100.
    """

    n: pd.DataFrame
    n_eff: pd.DataFrame
    mean: pd.DataFrame


def unit_weights(sums: Tally, everybody: str, organisation: Organisation) -> pd.Series:
    """Unit, parents first -> the weight of a respondent by survey/statistics/weighting.py."""
    return weights(sums.own_n[everybody], organisation).reindex(sums.own_n.index)


def covering(organisation: Organisation, published: Collection[str]) -> pd.Series:
    """Unit -> the published unit whose block its people are in; "" where there is none."""
    # `subtree` gives parents first, so the cover of the unit above is there already.
    covers: dict[str, str] = {}
    for unit_id in organisation.subtree(organisation.root.id):
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
        """each: unit -> weight of a respondent. own_n: unit -> respondents attached to it."""
        self.organisation = organisation
        self.cover = covering(organisation, published)
        # The mean weight in the block, so that the block as a whole weighs what its people did.
        people = self.sums(pd.DataFrame({"n": own_n, "w": own_n * each}))
        self.weight = (people["w"] / people["n"]).where(people["n"] > 0, 0.0)

    def sums(self, own: pd.DataFrame) -> pd.DataFrame:
        """Units × figures: the sums of each block at the unit that covers it, 0 at other units.

        own: units × figures of the people attached to the unit itself.
        """
        sums = own.groupby(self.cover.reindex(own.index)).sum()
        return sums.reindex(own.index, fill_value=0)

    def figures(self, n: pd.DataFrame, mean: pd.DataFrame, least: pd.DataFrame) -> CodedFigures:
        """Code the mean of each block and add the blocks up to the published units.

        n, mean: units × measures, of the block that each unit covers. least: the distance that its
        mean must keep from 0 and from 100. mean and least may be NaN where n is 0.
        """
        moves = mean.clip(least, 100 - least).fillna(0.0) - mean.fillna(0.0)
        weighted = n.mul(self.weight, axis=0)
        people = rolled_up(n, self.organisation)
        total = rolled_up(weighted, self.organisation)
        squares = rolled_up(weighted.mul(self.weight, axis=0), self.organisation)
        score = rolled_up(weighted * mean.fillna(0.0), self.organisation)
        score += self._moves_above(weighted * moves, (least * n).fillna(0.0), people)
        n_eff = pd.DataFrame(effective_size(total, squares), n.index, n.columns)
        return CodedFigures(people, n_eff, score / total)

    def _moves_above(
        self, moves: pd.DataFrame, hiding: pd.DataFrame, people: pd.DataFrame
    ) -> pd.DataFrame:
        """The sum of the blocks' moves that each unit takes over, in points times weight.

        moves: of each block. hiding: the points times people that coding hides in each block.
        people: in each unit, those below included.
        """
        ids = moves.index.to_list()
        row_of = {unit_id: row for row, unit_id in enumerate(ids)}
        by_row, points, n = moves.to_numpy(), hiding.to_numpy(), people.to_numpy()
        sums = np.zeros_like(by_row)
        for row in np.flatnonzero(by_row.any(axis=1)):
            at: str | None = ids[int(row)]
            while at is not None:
                above = row_of[at]
                # A unit takes the move where its own rounding (half a point times its people) hides
                # less than the coding of the block; the block's own unit always takes it.
                takes = (n[above] * ROUNDING < points[row]) | (above == row)
                sums[above] += by_row[row] * takes
                at = self.organisation.unit(at).parent_id
        return pd.DataFrame(sums, moves.index, moves.columns)


def scores(
    scored: ScoredResponses, sums: Tally, of_measures: Mapping[str, Blocks]
) -> tuple[CodedFigures, CodedFigures]:
    """Return the figures of the dimensions and the index, and those of the dimensions' items.

    of_measures: measure -> the blocks of its own pattern. A dimension is the mean of its items, and
    the index of a place the mean of its dimensions, not of its respondents' indexes: where people
    left out different dimensions, the difference between the two would disclose single answers.
    """
    home, units = items_of(scored), sums.own_n.index
    parts = []
    for blocks, measures in _by_blocks(of_measures).items():
        n = blocks.sums(sums.own_n[measures]).astype(float)
        items = [item for item, dimension in home.items() if dimension in measures]
        # The items of a dimension stand on its people (`prorated`): they have its n.
        n_items = n[[home[item] for item in items]].set_axis(items, axis=1)
        item_means = blocks.sums(sums.score[items]) / n_items
        of_items = blocks.figures(n_items, item_means, _all(n_items, BOTTOM))
        parts.append((blocks.figures(n, _all(n, 0.0), _all(n, 0.0)), of_items))
    of_scores = _side_by_side([figures for figures, _ in parts], scored.measures, units)
    of_items = _side_by_side([figures for _, figures in parts], list(home), units)
    item_mean = of_items.mean.clip(BOTTOM, TOP)
    # Items become rows so that `groupby` can average those of a dimension; it sorts the dimensions,
    # and `reindex` puts them back in the order of the instrument.
    mean = item_mean.T.groupby(home).mean().T.reindex(columns=scored.dimensions)
    if INDEX in of_scores.n:
        present = scored.instrument.scoring.dimensions_for_index
        mean[INDEX] = culture_index(mean, present=present)
    return CodedFigures(of_scores.n, of_scores.n_eff, mean), of_items


def _by_blocks(of_measures: Mapping[str, Blocks]) -> dict[Blocks, list[str]]:
    """The measures of each pattern's blocks, so that those of one pattern are added up at once."""
    measures: dict[Blocks, list[str]] = {}
    for measure, blocks in of_measures.items():
        measures.setdefault(blocks, []).append(measure)
    return measures


def _side_by_side(
    parts: Sequence[CodedFigures], columns: Sequence[Hashable], units: pd.Index
) -> CodedFigures:
    """The measures of all parts, in the order of `columns`; there may be none."""
    of_parts = ([getattr(part, name) for part in parts] for name in ("n", "n_eff", "mean"))
    # The bare frame gives the units where there are no parts.
    frames = (pd.concat([pd.DataFrame(index=units), *some], axis=1) for some in of_parts)
    return CodedFigures(*(frame[list(columns)].astype(float) for frame in frames))


def items_of(scored: ScoredResponses) -> dict[Hashable, str]:
    """Item -> its dimension, for the dimensions that enough people answered."""
    return {
        item.id: dimension.id
        for dimension in scored.instrument.dimensions
        if dimension.id in scored.scores
        for item in dimension.items
    }


def outcome(sums: Tally, measure: str, blocks: Blocks) -> CodedFigures:
    """Return the mean of a question outside the dimensions, 0 to 100."""
    n = blocks.sums(sums.own_n[[measure]]).astype(float)
    return blocks.figures(n, blocks.sums(sums.score[[measure]]) / n, _all(n, BOTTOM))


def shares(sums: Tally, base: Mapping[str, str], of_columns: Mapping[str, Blocks]) -> CodedFigures:
    """Return the percentage of yes.

    base: column of `sums.yes` -> column of `sums.own_n` that it is a percentage of. of_columns:
    column of `sums.yes` -> the blocks of its pattern.
    """
    parts = []
    for blocks, columns in _by_blocks(of_columns).items():
        of_base = sums.own_n[[base[column] for column in columns]].set_axis(columns, axis=1)
        n = blocks.sums(of_base).astype(float)
        percent = blocks.sums(sums.yes[columns]) / n * 100
        # One person is 100 / n points: so far from the ends, 0 and 1 of n give the same figure.
        parts.append(blocks.figures(n, percent, (100 / n).where(n > 0).clip(lower=BOTTOM)))
    return _side_by_side(parts, list(of_columns), sums.own_n.index)


def _all(like: pd.DataFrame, value: float) -> pd.DataFrame:
    return pd.DataFrame(value, like.index, like.columns)


def crossing(
    scored: ScoredResponses,
    atoms: Tally,
    published: Mapping[str, Collection[CrossCell]],
    organisation: Organisation,
) -> CodedFigures:
    """Return the figures of the published crossing cells: dimensions and index, all of one weight.

    atoms: by (unit_id, group). published: measure -> its cells; NaN stands in the others. The
    organisation's blocks are of one weight each, so both families are plain sums over people, and
    theorem 2 holds for them together.
    """
    pairs = list(atoms.own_n.index)
    every = pd.MultiIndex.from_tuples(sorted(set().union(*published.values())))
    n, mean = (pd.DataFrame(np.nan, every, scored.measures) for _ in range(2))
    for measure, cells in published.items():
        if cells:
            n.loc[sorted(cells), measure], mean.loc[sorted(cells), measure] = _of_cells(
                atoms, pairs, measure, cells, organisation
            )
    if INDEX in mean:
        present = scored.instrument.scoring.dimensions_for_index
        of_dimensions = culture_index(mean[scored.dimensions], present=present)
        mean[INDEX] = of_dimensions.where(n[INDEX].notna())
    return CodedFigures(n, n, mean)


def _of_cells(
    atoms: Tally,
    pairs: Sequence[tuple[str, str]],
    measure: str,
    published: Collection[CrossCell],
    organisation: Organisation,
) -> tuple[pd.Series, pd.Series]:
    """The people and the mean of a measure in its cells, in the order of the cells.

    pairs: the unit and group of each row of atoms.
    """
    home, root = hospitals(organisation), organisation.root.id

    def block(unit_id: str, group: str) -> CrossCell:
        # The smallest published cell that holds the people; ("", "") for those in none.
        near, whole = CrossCell(home[unit_id], group), CrossCell(root, group)
        return next((cell for cell in (near, whole) if cell in published), CrossCell("", ""))

    blocks = pd.MultiIndex.from_tuples([block(*pair) for pair in pairs])
    sums = pd.DataFrame({"n": atoms.own_n[measure], "score": atoms.score[measure]}).astype(float)
    of_blocks = sums.set_axis(blocks).groupby(level=[0, 1]).sum()
    coded = (of_blocks["score"] / of_blocks["n"]).clip(BOTTOM, TOP).fillna(0.0) * of_blocks["n"]
    people = _cell_sums(of_blocks.assign(score=coded), sorted(published), root)
    return people["n"], people["score"] / people["n"]


def _cell_sums(blocks: pd.DataFrame, cells: Sequence[CrossCell], root: str) -> pd.DataFrame:
    """The sums of the cells: a hospital's cell is its block, the root's the whole group's."""
    by_group = blocks.groupby(level=1).sum()
    rows = [
        by_group.loc[cell.group] if cell.unit_id == root else blocks.loc[(cell.unit_id, cell.group)]
        for cell in cells
    ]
    return pd.DataFrame(rows, columns=blocks.columns).set_axis(pd.MultiIndex.from_tuples(cells))
