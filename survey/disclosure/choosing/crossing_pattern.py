"""Which groups of hospitals to publish beside the organisation, so that both together are safe."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from survey.asking.organisation import Organisation, join_units
from survey.disclosure.choosing.net import GROUND, Net
from survey.disclosure.choosing.unit_pattern import optimal_pattern


class CrossCell(NamedTuple):
    """The people of a group, e.g. a profession, in the region or in a hospital."""

    unit_id: str
    group: str


def crossing_pattern(
    organisation: Organisation,
    published: Collection[str],
    atoms: pd.DataFrame,
    *,
    k: int,
    allowed: Collection[CrossCell] | None = None,
) -> frozenset[CrossCell]:
    """The crossing cells to publish beside a pattern of the organisation, which stays as it is.

    published: safe at k by itself. atoms: the (unit_id, group) people are attached to × measures,
    own valid counts; group "" said nothing and stands in no crossing cell.
    The cells are (root, group) and, below each, (hospital, group): a hospital is a unit directly
    under the root with everything in it, and who is attached to the root stands in its cell alone.
    allowed: cells that may be published at all, all of them when None.
    Each group's tree is optimal by itself. Where both families together would give a small group
    away, the fewest hospital cells that end it are hidden, of those the smallest, and the region's
    own only where they cannot; until nothing is given away.
    """
    if atoms.empty:
        return frozenset()
    homes = hospitals(organisation)
    cells = _cells(atoms, homes)
    chosen = _chosen(organisation, cells, k=k, allowed=allowed)
    net = _net(organisation, published, atoms, chosen, homes, _most(cells))
    hidden = net.hidden(k=k)
    return frozenset(cell for vertex, cell in enumerate(chosen, start=1) if vertex not in hidden)


def hospitals(organisation: Organisation) -> dict[str, str]:
    """Unit -> the unit directly under the root it is in; the root -> itself."""
    root = organisation.root.id
    return {root: root} | {
        unit_id: child_id
        for child_id in organisation.children(root)
        for unit_id in organisation.below(child_id)
    }


def _cells(atoms: pd.DataFrame, hospitals: Mapping[str, str]) -> pd.DataFrame:
    """Own people of each (hospital, group) × measures; (root, group) has those attached to it."""
    spoken = atoms[atoms.index.get_level_values(1) != ""]
    unit_ids, groups = (spoken.index.get_level_values(level) for level in (0, 1))
    return spoken.groupby([unit_ids.map(hospitals), groups]).sum()


def _chosen(
    organisation: Organisation,
    cells: pd.DataFrame,
    *,
    k: int,
    allowed: Collection[CrossCell] | None,
) -> list[CrossCell]:
    """Theorem 1 for each group's tree of hospitals."""
    root = organisation.root
    tree = join_units([root, *map(organisation.unit, organisation.children(root.id))])
    chosen: list[CrossCell] = []
    for key, own in cells.groupby(level=1):
        group = str(key)
        counts = own.droplevel(1)
        units = optimal_pattern(
            tree,
            {str(unit_id): int(least) for unit_id, least in counts.min(axis=1).items()},
            k=k,
            occupied=set(counts.index[counts.max(axis=1) > 0]),
            allowed=None if allowed is None else {unit for unit, of in allowed if of == group},
        )
        chosen += [CrossCell(unit_id, group) for unit_id in sorted(units)]
    return chosen


def _most(cells: pd.DataFrame) -> dict[tuple[str, str], int]:
    """People of each cell, by the measure most of them answered."""
    most = cells.max(axis=1)
    return {(str(at), str(group)): int(n) for (at, group), n in zip(most.index, most, strict=True)}


def _net(
    organisation: Organisation,
    published: Collection[str],
    atoms: pd.DataFrame,
    chosen: Sequence[CrossCell],
    hospitals: Mapping[str, str],
    people: Mapping[tuple[str, str], int],
) -> Net:
    """The ground, then the vertices of the chosen cells, then those of the units."""
    root = organisation.root.id
    cells: dict[tuple[str, str], int] = {(one[0], one[1]): v for v, one in enumerate(chosen, 1)}
    everybody = sum(people.values()) + 1
    units = _vertices(organisation, published, first=1 + len(chosen))
    first = [units[unit_id] for unit_id, _ in atoms.index]
    second = [
        cells.get((hospitals[unit_id], group)) or cells.get((root, group), GROUND)
        for unit_id, group in atoms.index
    ]
    return Net.of(
        np.array([first, second], dtype=np.int64),
        atoms.to_numpy(np.int64).T,
        size=1 + len(chosen) + len(units),
        above={
            vertex: GROUND if unit_id == root else cells.get((root, group), GROUND)
            for (unit_id, group), vertex in cells.items()
        },
        cost={
            vertex: everybody * (len(cells) + 1) if cell[0] == root else everybody + people[cell]
            for cell, vertex in cells.items()
        },
    )


def _vertices(organisation: Organisation, published: Collection[str], first: int) -> dict[str, int]:
    """Unit -> the vertex of the nearest published unit, itself or above; else the ground."""
    shown = set(published)
    found: dict[str, int] = {}
    for vertex, unit_id in enumerate(organisation.below(organisation.root.id), start=first):
        above = found.get(organisation.unit(unit_id).parent_id or "", GROUND)
        found[unit_id] = vertex if unit_id in shown else above
    return found
