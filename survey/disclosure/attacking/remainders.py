"""Numbers of people that follow from published numbers by subtraction."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

People = Mapping[str, float]
Parents = Mapping[str, str | None]

# Up to so many hospitals every set of them is tried; of more: none, each, each two and all.
MOST_TOGETHER = 14


def remainders(people: People, parents: Parents) -> dict[str, float]:
    """Return published unit -> its people less those of the published units nearest below it.

    people: of each published unit. parents: unit -> the unit above it, None for the root.
    """
    left = dict(people)
    for unit_id, count in people.items():
        above = _first_in(people, parents[unit_id], parents)
        if above is not None:
            left[above] -= count
    return left


def _first_in(units: Collection[str], unit_id: str | None, parents: Parents) -> str | None:
    """The first of `units` on the way up from a unit, itself included; None if there is none.

    The auditor has code of its own for this: a fault in shared code would be a fault in both.
    """
    while unit_id is not None and unit_id not in units:
        unit_id = parents[unit_id]
    return unit_id


def combined_remainders(
    units: People, groups: Mapping[str, People], parents: Parents
) -> dict[str, float]:
    """Return hospital -> people of its published units who are in none of its crossing cells.

    units: people of each published unit. groups: group -> people of each published crossing cell.
    A hospital is a unit directly under the root. All hospitals, alone and together, are tried with
    and without the region's own remainder, and the least number is returned under the root where it
    is below that of each hospital alone. Only sets that surely contain everybody in the crossing
    cells subtracted from them are tried, so each number is exact: a hospital whose own figures are
    hidden has people in the region's remainder, and what a group's region has beyond its hospitals
    may be in any hospital without a cell of that group.
    """
    root = next(unit_id for unit_id, above in parents.items() if above is None)
    hospitals = [unit_id for unit_id, above in parents.items() if above == root]
    own = _by_hospital(units, parents, root)
    by_group = {group: _by_hospital(people, parents, root) for group, people in groups.items()}
    alone = {
        hospital: own[hospital] - sum(people.get(hospital, 0) for people in by_group.values())
        for hospital in hospitals
        if hospital in units and any(hospital in people for people in by_group.values())
    }
    together = _together(units, groups, own, by_group, [root, *hospitals])
    least = min((left for left in together if left), default=0)
    if least < min((left for left in alone.values() if left), default=np.inf):
        return alone | {root: least}
    return alone


def _by_hospital(people: People, parents: Parents, root: str) -> dict[str, float]:
    """Hospital, or the root -> people counted in the remainders of the published units in it."""
    top = {unit_id for unit_id, above in parents.items() if above in {root, None}}
    by_hospital: dict[str, float] = defaultdict(float)
    for unit_id, left in remainders(people, parents).items():
        by_hospital[_first_in(top, unit_id, parents) or root] += left
    return dict(by_hospital)


def _together(
    units: People,
    groups: Mapping[str, People],
    own: People,
    by_group: Mapping[str, People],
    top: Sequence[str],
) -> Iterator[float]:
    """The people left of each set of hospitals, without the region's remainder and then with it.

    top: the root, then the hospitals.
    """
    root, hospitals = top[0], top[1:]
    sets = _sets(len(hospitals))
    in_cells = {
        hospital: [people[hospital] for people in by_group.values() if hospital in people]
        for hospital in hospitals
    }
    # Sets × hospitals times the people left of each hospital: all sets in one product.
    left = sets @ np.array([own.get(h, 0) - sum(in_cells[h]) for h in hospitals])
    subtracts = sets[:, [bool(in_cells[h]) for h in hospitals]].any(axis=1)
    # A hospital that is not published has people in the region's remainder: a set with it is exact
    # only together with that remainder.
    exact = ~sets[:, [h not in units for h in hospitals]].any(axis=1)
    yield from left[subtracts & exact].tolist()
    if root not in units:
        return
    left = left + own[root]
    for group, people in groups.items():
        if root in people:
            # The rest of a group's region may be in any hospital without a cell of the group: it is
            # subtracted only from sets that contain all of these.
            whole = sets[:, [h not in people for h in hospitals]].all(axis=1)
            left = left - whole * by_group[group][root]
            subtracts = subtracts | whole
    yield from left[subtracts].tolist()


@cache
def _sets(hospitals: int) -> NDArray[np.bool_]:
    """Sets × hospitals: whether the hospital is in the set."""
    if hospitals <= MOST_TOGETHER:
        return np.array(list(product((False, True), repeat=hospitals)), dtype=bool)
    single = np.eye(hospitals, dtype=bool)
    pairs = np.array([single[a] | single[b] for a, b in combinations(range(hospitals), 2)])
    none, every = np.zeros((1, hospitals), dtype=bool), np.ones((1, hospitals), dtype=bool)
    return np.vstack([none, single, pairs, every])
