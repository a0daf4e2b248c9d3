"""Subtracting published numbers of people from each other, as whoever holds a file can."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

People = Mapping[str, float]
Parents = Mapping[str, str | None]

# All ways to put so many hospitals together are tried; of more: none, each, each two and all.
MOST_TOGETHER = 14


def remainders(people: People, parents: Parents) -> dict[str, float]:
    """Published unit -> its people less those of the published units nearest below it.

    people: of each published unit. parents: unit -> the unit above it, None for the root.
    """
    left = dict(people)
    for unit_id, count in people.items():
        holder = _first_in(people, parents[unit_id], parents)
        if holder is not None:
            left[holder] -= count
    return left


def _first_in(wanted: Collection[str], unit_id: str | None, parents: Parents) -> str | None:
    """The first of the wanted units on the way up from a unit, itself included; None if none is.

    The auditor has code of its own for this, and the attacker's is not that code: a fault in
    either would otherwise be a fault in both.
    """
    while unit_id is not None and unit_id not in wanted:
        unit_id = parents[unit_id]
    return unit_id


def joined_remainders(
    units: People, groups: Mapping[str, People], parents: Parents
) -> dict[str, float]:
    """Hospital -> people of its published units who are in none of its published crossing cells.

    units: people of each published unit. groups: group -> people of each published crossing cell.
    A hospital is a unit directly under the root. All hospitals, alone and together, are tried with
    and without the region's own remainder, and the least number found is told under the root where
    it is below that of each hospital alone. Only sets known to hold everybody in the crossing cells
    taken from them are tried, so each number is exact: a hospital whose own figures are hidden has
    people in the region's remainder, and what a group's region has beyond its hospitals may be in
    any hospital without a cell of that group.
    """
    root = next(unit_id for unit_id, above in parents.items() if above is None)
    hospitals = [unit_id for unit_id, above in parents.items() if above == root]
    own = _at_home(units, parents, root)
    beside = {group: _at_home(people, parents, root) for group, people in groups.items()}
    alone = {
        one: own[one] - sum(of.get(one, 0) for of in beside.values())
        for one in hospitals
        if one in units and any(one in of for of in beside.values())
    }
    together = _together(units, groups, own, beside, [root, *hospitals])
    least = min((left for left in together if left), default=0)
    if least < min((left for left in alone.values() if left), default=np.inf):
        return alone | {root: least}
    return alone


def _at_home(people: People, parents: Parents, root: str) -> dict[str, float]:
    """Hospital, or the root -> people counted in the remainders of the published units in it."""
    top = {unit_id for unit_id, above in parents.items() if above in {root, None}}
    at_home: dict[str, float] = defaultdict(float)
    for unit_id, left in remainders(people, parents).items():
        at_home[_first_in(top, unit_id, parents) or root] += left
    return dict(at_home)


def _together(
    units: People,
    groups: Mapping[str, People],
    own: People,
    beside: Mapping[str, People],
    top: Sequence[str],
) -> Iterator[float]:
    """What is left of each set of hospitals, with the region's remainder and without.

    top: the root, then the hospitals.
    """
    root, hospitals = top[0], top[1:]
    sets = _sets(len(hospitals))
    taken = {one: [of[one] for of in beside.values() if one in of] for one in hospitals}
    left = sets @ np.array([own.get(one, 0) - sum(taken[one]) for one in hospitals])
    takes = sets[:, [bool(taken[one]) for one in hospitals]].any(axis=1)
    closed = ~sets[:, [one not in units for one in hospitals]].any(axis=1)
    yield from left[takes & closed].tolist()
    if root not in units:
        return
    left = left + own[root]
    for group, people in groups.items():
        if root in people:
            whole = sets[:, [one not in people for one in hospitals]].all(axis=1)
            left = left - whole * beside[group][root]
            takes = takes | whole
    yield from left[takes].tolist()


@cache
def _sets(hospitals: int) -> NDArray[np.bool_]:
    """Sets × hospitals: whether it is in the set."""
    if hospitals <= MOST_TOGETHER:
        return np.array(list(product((False, True), repeat=hospitals)), dtype=bool)
    one = np.eye(hospitals, dtype=bool)
    two = np.array([one[a] | one[b] for a, b in combinations(range(hospitals), 2)])
    none, every = np.zeros((1, hospitals), dtype=bool), np.ones((1, hospitals), dtype=bool)
    return np.vstack([none, one, two, every])
