"""Trees, waves and answers for tests of the survey."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from survey.asking.instruments import load
from survey.asking.organisation import Organisation, Unit, join_units
from survey.asking.wave import Wave, WaveState

CULTURE = load("rik-30")
DAY = date(2026, 11, 22)


def a_wave(state=WaveState.CLOSED, **changes):
    return Wave(
        **{
            "id": "w1",
            "name": "Efterår",
            "instrument_id": CULTURE.id,
            "smallest_group": 5,
            "approved_on": DAY,
            "minutes": "MED 7/2026",
            "state": state,
        }
        | changes
    )


def a_tree(*parents: int) -> Organisation:
    """Units "0" (the root), "1", "2"...; unit i + 1 hangs under the i-th number given."""
    above = [None, *(str(parent) for parent in parents)]
    return join_units(Unit(str(i), up, f"Enhed {i}", "") for i, up in enumerate(above))


def every_tree(most: int) -> Iterator[Organisation]:
    """Every organisation of at most so many units, a unit under any that comes before it."""
    for size in range(1, most + 1):
        yield from (a_tree(*above) for above in product(*map(range, range(1, size))))


def every_counted_tree(most: int, highest: int) -> Iterator[tuple[Organisation, dict[str, int]]]:
    """Each of them with every number of own respondents up to the highest."""
    for tree in every_tree(most):
        for counts in product(range(highest + 1), repeat=len(tree.units)):
            yield tree, {unit.id: n for unit, n in zip(tree.units, counts, strict=True)}


@st.composite
def trees(draw, most=6):
    size = draw(st.integers(1, most))
    return a_tree(*(draw(st.integers(0, i)) for i in range(size - 1)))


@st.composite
def counted_trees(draw, most=6, highest=7):
    tree = draw(trees(most))
    return tree, {unit.id: draw(st.integers(0, highest)) for unit in tree.units}


def some_answers(seed: int, unit_ids, most: int, missing: float = 0.1) -> pd.DataFrame:
    """Up to `most` respondents a unit, opting out of items and skipping whole dimensions."""
    random = np.random.default_rng(seed)
    units = [unit_id for unit_id in unit_ids for _ in range(random.integers(0, most + 1))]
    answers = pd.DataFrame(
        random.integers(0, 6, (len(units), len(CULTURE.items))).astype(float),
        columns=[item.id for item in CULTURE.items],
    )
    for dimension in CULTURE.dimensions:
        skipped = random.random(len(units)) < missing
        answers.loc[skipped, [item.id for item in dimension.items]] = np.nan
    answers.insert(0, "unit_id", pd.Series(units, dtype="str"))
    answers.insert(1, "group", "")
    return answers
