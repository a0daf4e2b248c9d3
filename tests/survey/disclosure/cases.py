"""Two families over the same people, for tests of what both give away together."""

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from survey.disclosure.choosing.unit_pattern import optimal_pattern
from tests.survey.builders import trees

MEASURES = ("m1", "m2")


def parents(tree):
    return {unit.id: unit.parent_id for unit in tree.units}


def hospital_cells(tree, groups=("a", "b")):
    """Every cell a crossing family may have."""
    return [(v, group) for v in (tree.root.id, *tree.children(tree.root.id)) for group in groups]


@st.composite
def crossed(draw, most=5, highest=4, groups=("", "a", "b"), measures=MEASURES):
    """A tree and own people of each (unit, group) × measures."""
    tree = draw(trees(most))
    keys = [(unit.id, group) for unit in tree.units for group in groups]
    size = len(keys) * len(measures)
    counts = draw(st.lists(st.integers(0, highest), min_size=size, max_size=size))
    index = pd.MultiIndex.from_tuples(keys, names=["unit_id", "group"])
    return tree, pd.DataFrame(np.reshape(counts, (len(keys), -1)), index, list(measures))


def own_pattern(tree, atoms, k):
    """The organisation's pattern, safe for every measure."""
    own = atoms.groupby(level=0).sum()
    least, most = own.min(axis=1), own.max(axis=1)
    return optimal_pattern(tree, least.to_dict(), k=k, occupied=set(own.index[most > 0]))


def atoms_of(counts):
    """One measure of {(unit, group): people}."""
    index = pd.MultiIndex.from_tuples(counts, names=["unit_id", "group"])
    return pd.DataFrame({"m1": list(counts.values())}, index)


@st.composite
def nets(draw, most=7, highest=3):
    """People between each two of some vertices, by their numbers."""
    size = draw(st.integers(2, most))
    people = st.integers(0, highest)
    return {(a, b): draw(people) for a in range(size) for b in range(a)}
