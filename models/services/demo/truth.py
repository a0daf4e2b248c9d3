"""How the invented people really feel, and what they answer."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from models.services.answering import Sent
from survey.instrument import Instrument, Item
from survey.unit import Organisation

# Points on 0 to 100: how much hospitals, departments and sections differ, and people within one.
DIFFERS = {"hospital": 4.0, "department": 6.0, "section": 6.0}
PERSON, MOOD, SLIP = 12.0, 9.0, 13.0
LOWEST_MEAN, HIGHEST_MEAN = 44.0, 68.0
ANSWERED, ANSWERED_SPREAD = 0.70, 0.09
SKIPPED, OPTED_OUT = 0.03, 0.02

Figures = NDArray[np.float64]


def true_scores(tree: Organisation, instrument: Instrument, seed: int) -> pd.DataFrame:
    """Units × dimensions, 0 to 100: what the mean of the people attached to each unit would be."""
    chance = default_rng([seed, 1])
    names = [dimension.id for dimension in instrument.dimensions]
    region = chance.permutation(np.linspace(LOWEST_MEAN, HIGHEST_MEAN, len(names)))
    scores: dict[str, Figures] = {}
    for unit_id in tree.below(tree.root.id):
        unit = tree.unit(unit_id)
        above = region if unit.parent_id is None else scores[unit.parent_id]
        # What a unit is like shows in all its dimensions, and a little differently in each.
        own, each = chance.normal(0, 1), chance.normal(0, 1, len(names))
        scores[unit_id] = above + DIFFERS.get(unit.kind, 0.0) * (0.8 * own + 0.6 * each)
    return pd.DataFrame.from_dict(scores, orient="index", columns=names).clip(5, 95)


def respondents(tree: Organisation, seed: int) -> list[str]:
    """The unit of everybody who answers: about 70 % of those attached to each."""
    chance = default_rng([seed, 2])
    found = []
    for unit in tree.units:
        below = sum(tree.unit(one).staff or 0 for one in tree.children(unit.id))
        rate = float(np.clip(chance.normal(ANSWERED, ANSWERED_SPREAD), 0.2, 1.0))
        found += [unit.id] * int(chance.binomial((unit.staff or 0) - below, rate))
    return found


def filled_in(tree: Organisation, instrument: Instrument, seed: int) -> Iterator[Sent]:
    """What each respondent sends, drawn round the truth of their unit."""
    units = respondents(tree, seed)
    chance = default_rng([seed, 3])
    truth = true_scores(tree, instrument, seed)
    feels = truth.loc[units].to_numpy() + chance.normal(0, PERSON, (len(units), 1))
    feels += chance.normal(0, MOOD, feels.shape)
    columns: dict[str, NDArray[np.int64]] = {}
    for place, dimension in enumerate(instrument.dimensions):
        for item in dimension.items:
            columns[item.id] = _answers(item, instrument, feels[:, place], chance)
    for block in instrument.extras:
        for item in block.items:
            columns[item.id] = _answers(item, instrument, feels.mean(axis=1), chance)
    skipped = chance.random((len(units), len(columns))) < SKIPPED
    keys = chance.integers(0, 2**62, len(units))
    for unit_id, key, answers, silent in zip(
        units, keys, zip(*columns.values(), strict=True), skipped, strict=True
    ):
        given = {
            item_id: int(answer)
            for item_id, answer, quiet in zip(columns, answers, silent, strict=True)
            if not quiet
        }
        yield Sent(unit_id, f"demo {seed} {key}", given)


def _answers(
    item: Item, instrument: Instrument, feels: Figures, chance: Generator
) -> NDArray[np.int64]:
    """Everybody's answer to one item, on its scale; now and then the opt-out."""
    scale = instrument.scale(item.scale)
    points = np.clip(feels + chance.normal(0, SLIP, len(feels)), 0, 100) / 100
    points = 1 - points if item.reverse else points
    given = (scale.first + np.round(points * (scale.points - 1))).astype(np.int64)
    if scale.opt_out is not None:
        given[chance.random(len(feels)) < OPTED_OUT] = 0
    return given
