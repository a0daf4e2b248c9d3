"""The true scores of the invented units, and their true change between two waves."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation

FIRST: Final = 1
SECOND: Final = 2
# Points on 0 to 100: how much hospitals, departments and sections differ.
DIFFERS = {"hospital": 3.0, "department": 5.0, "section": 5.0}
# What a unit is like shows in all its dimensions, and a little differently in each: the share of
# the differences that all dimensions have in common.
IN_COMMON = 0.64
# Units differ less in some dimensions than in others, so that some tell them apart and some do not.
LEAST_APART, MOST_APART = 0.5, 1.25
LOWEST_MEAN, HIGHEST_MEAN = 44.0, 68.0
LOWEST, HIGHEST = 5.0, 95.0
# What became of the region's dimensions; those not dealt one stayed as they were.
REGION_CHANGED = (4.0, 3.0, -3.0)
# Of the units of a kind, this share rose and as large a share fell, by so many points.
MOVED = {"hospital": (0.15, 5.0), "department": (0.04, 12.0)}
# In so many of the larger sections half are content and half are not, in so many dimensions.
DIVIDED, DIVIDED_FROM, DIVIDED_DIMENSIONS = 0.012, 20, 6

Scores = NDArray[np.float64]


def true_scores(
    tree: Organisation, instrument: Instrument, seed: int, *, wave: int = FIRST
) -> pd.DataFrame:
    """Units × dimensions, 0 to 100: how it is in each unit, before people differ.

    wave: FIRST or SECOND; the second is the first and `true_change`.
    """
    chance = default_rng([seed, 1])
    names = [dimension.id for dimension in instrument.dimensions]
    region = chance.permutation(np.linspace(LOWEST_MEAN, HIGHEST_MEAN, len(names)))
    apart = chance.permutation(np.linspace(LEAST_APART, MOST_APART, len(names)))
    scores: dict[str, Scores] = {}
    for unit_id in tree.subtree(tree.root.id):
        unit = tree.unit(unit_id)
        above = region if unit.parent_id is None else scores[unit.parent_id]
        own, each = chance.normal(0, 1), chance.normal(0, 1, len(names))
        differs = np.sqrt(IN_COMMON) * own + np.sqrt(1 - IN_COMMON) * each
        scores[unit_id] = above + DIFFERS.get(unit.kind, 0.0) * apart * differs
    figures = pd.DataFrame.from_dict(scores, orient="index", columns=names)
    if wave == SECOND:
        figures += true_change(tree, instrument, seed)
    return figures.clip(LOWEST, HIGHEST)


def true_change(tree: Organisation, instrument: Instrument, seed: int) -> pd.DataFrame:
    """Units × dimensions, points: what became of it for those attached to each unit itself.

    The whole region moved in some dimensions; a few hospitals and departments rose or fell clearly
    in all of them, with everything under them.
    """
    chance = default_rng([seed, 6])
    names = [dimension.id for dimension in instrument.dimensions]
    units = list(tree.subtree(tree.root.id))
    change = pd.DataFrame(0.0, index=units, columns=names)
    for name, points in zip(chance.permutation(names), REGION_CHANGED, strict=False):
        change[name] += points
    for unit_id, points in _moved(tree, chance).items():
        change.loc[list(tree.subtree(unit_id))] += points
    return change


def _moved(tree: Organisation, chance: Generator) -> dict[str, float]:
    """Unit id -> points, of those that rose or fell on their own."""
    moved: dict[str, float] = {}
    for kind, (share, points) in MOVED.items():
        those = [unit.id for unit in tree.units if unit.kind == kind]
        each_way = min(max(1, round(share * len(those))), len(those) // 2)
        chosen = chance.permutation(those)[: 2 * each_way]
        moved |= {str(unit_id): points * (-1) ** place for place, unit_id in enumerate(chosen)}
    return moved


def divided(tree: Organisation, instrument: Instrument, seed: int) -> dict[str, tuple[str, ...]]:
    """Unit id -> the dimensions about which its people are of two minds."""
    chance = default_rng([seed, 7])
    names = [dimension.id for dimension in instrument.dimensions]
    large = [
        unit.id
        for unit in tree.units
        if not tree.children(unit.id) and (unit.staff or 0) >= DIVIDED_FROM
    ]
    chosen = chance.permutation(large)[: max(2, round(DIVIDED * len(large)))]
    return {
        str(unit_id): tuple(map(str, chance.permutation(names)[:DIVIDED_DIMENSIONS]))
        for unit_id in chosen
    }
