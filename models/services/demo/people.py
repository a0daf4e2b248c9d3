"""Everybody who works in the invented region: unit, profession, and opinion of their workplace."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from models.services.demo import truth
from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation

# Points on 0 to 100: how much people in one unit differ in all, and in each dimension.
PERSON, MOOD = 12.0, 9.0
# How far the two halves of a divided unit stand from its middle.
DIVIDED_BY = 30.0
# Doctor, nurse, assistant, therapist, other clinical, secretary, service, social work, other: how
# many, and how much better or worse they find it than the others beside them.
PROFESSIONS = np.array([0.14, 0.36, 0.13, 0.10, 0.06, 0.10, 0.06, 0.01, 0.04])
FINDS = np.array([3.0, -1.0, -2.5, 1.0, 0.0, 1.5, -3.0, 0.0, 0.0])
# How alike the departments are in who works there: higher is more alike.
ALIKE = 25.0
MANAGES, MANAGER_FINDS = 0.07, 6.0

Scores = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class People:
    """Everybody, unit by unit, in the order of the tree's units.

    unit: the place of each one's unit among `Organisation.units`. feels: people × dimensions, the
    score each would give. profession: 1 to 9. manages: who leads others.
    """

    unit: NDArray[np.int32]
    feels: Scores
    profession: NDArray[np.int8]
    manages: NDArray[np.bool_]


def attached(tree: Organisation) -> NDArray[np.int64]:
    """Return the number of staff of each unit itself, without the units below, in tree order."""
    return np.array(
        [
            (unit.staff or 0) - sum(tree.unit(child).staff or 0 for child in tree.children(unit.id))
            for unit in tree.units
        ]
    )


def people(tree: Organisation, instrument: Instrument, seed: int, *, wave: int) -> People:
    """The same people in both waves, with the same differences between them, wherever they are.

    What changed from one wave to the next is `truth.true_change` and nothing else.
    """
    chance = default_rng([seed, 2])
    unit = np.repeat(np.arange(len(tree.units), dtype=np.int32), attached(tree))
    ids = [unit.id for unit in tree.units]
    names = [dimension.id for dimension in instrument.dimensions]
    scores = truth.true_scores(tree, instrument, seed, wave=wave).loc[ids, names]
    feels = scores.to_numpy(np.float32)[unit]
    feels += np.float32(MOOD) * chance.standard_normal(feels.shape, dtype=np.float32)
    profession = _professions(tree, unit, chance)
    manages = chance.random(len(unit), dtype=np.float32) < MANAGES
    finds = PERSON * chance.standard_normal(len(unit), dtype=np.float32)
    finds += (FINDS - FINDS @ PROFESSIONS)[profession - 1] + MANAGER_FINDS * (manages - MANAGES)
    feels += finds.astype(np.float32)[:, None]
    for unit_id, about in truth.divided(tree, instrument, seed).items():
        _divide(feels, np.flatnonzero(unit == ids.index(unit_id)), [*map(names.index, about)])
    return People(unit, feels, profession, manages)


def _professions(
    tree: Organisation, unit: NDArray[np.int32], chance: Generator
) -> NDArray[np.int8]:
    """Each one's profession: every department has a mix of its own, and its sections share it."""
    mixes: dict[str, NDArray[np.float64]] = {}
    for unit_id in tree.subtree(tree.root.id):
        node = tree.unit(unit_id)
        own = node.kind != "section" or node.parent_id is None
        mixes[unit_id] = (
            chance.dirichlet(PROFESSIONS * ALIKE) if own else mixes[node.parent_id or ""]
        )
    up_to = np.cumsum([mixes[node.id] for node in tree.units], axis=1, dtype=np.float32)
    draws = chance.random(len(unit), dtype=np.float32)
    profession_of = np.zeros(len(unit), np.int8)
    for profession in range(len(PROFESSIONS) - 1):
        profession_of += draws > up_to[unit, profession]
    return profession_of + np.int8(1)


def _divide(feels: Scores, those: NDArray[np.int64], dimensions: list[int]) -> None:
    """Every second one of a unit finds it far better, every other far worse."""
    way = np.where(np.arange(len(those)) % 2, DIVIDED_BY, -DIVIDED_BY).astype(np.float32)
    feels[those[:, None], dimensions] += way[:, None]
