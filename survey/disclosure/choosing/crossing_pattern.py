"""The crossing cells (a group in a hospital) that can be published beside a pattern of units."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from survey.asking.organisation import Organisation, join_units
from survey.disclosure.choosing.net import GROUND, Net
from survey.disclosure.choosing.unit_pattern import optimal_pattern


class CrossCell(NamedTuple):
    """A group of people, e.g. a profession, in the region (the root) or in a hospital."""

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
    """Return the crossing cells that are safe together with a pattern of the organisation.

    published: units, safe at k by themselves; they stay as they are. atoms: (unit_id, group) ×
    measures, valid answers of the people attached to it; group "" is in no crossing cell.
    The cells are (root, group) and, below each, (hospital, group): a hospital is a unit directly
    under the root with everything in it; people attached to the root are in the root's cell alone.
    allowed: cells that may be published at all, all of them when None.
    Each group's tree is optimal by itself. Where both families together disclose a small group, the
    fewest hospital cells that end it are hidden, the smallest of them first, and the region's own
    only where no hospital cells can; until nothing is disclosed.
    """
    if atoms.empty:
        return frozenset()
    homes = hospitals(organisation)
    cells = _cells(atoms, homes)
    safe_alone = _safe_alone(organisation, cells, k=k, allowed=allowed)
    net = _net(organisation, published, atoms, safe_alone, homes, _most(cells))
    hidden = net.to_hide(k=k)
    # Vertex 0 is the ground; the cells follow from 1 in their own order.
    return frozenset(cell for v, cell in enumerate(safe_alone, start=1) if v not in hidden)


def hospitals(organisation: Organisation) -> dict[str, str]:
    """Unit -> the unit directly under the root it is in; the root -> itself."""
    root = organisation.root.id
    return {root: root} | {
        unit_id: child_id
        for child_id in organisation.children(root)
        for unit_id in organisation.subtree(child_id)
    }


def _cells(atoms: pd.DataFrame, hospitals: Mapping[str, str]) -> pd.DataFrame:
    """Own people of each (hospital, group) × measures; (root, group) has those attached to it."""
    grouped = atoms[atoms.index.get_level_values(1) != ""]
    unit_ids, groups = (grouped.index.get_level_values(level) for level in (0, 1))
    return grouped.groupby([unit_ids.map(hospitals), groups]).sum()


def _safe_alone(
    organisation: Organisation,
    cells: pd.DataFrame,
    *,
    k: int,
    allowed: Collection[CrossCell] | None,
) -> list[CrossCell]:
    """The cells of each group's tree of root and hospitals that are safe by theorem 1."""
    root = organisation.root
    tree = join_units([root, *map(organisation.unit, organisation.children(root.id))])
    safe_alone: list[CrossCell] = []
    for key, own in cells.groupby(level=1):
        group = str(key)
        counts = own.droplevel(1)
        # A unit counts by the measure with the fewest answers, and is occupied by any answer, so
        # that the pattern is safe for every measure.
        units = optimal_pattern(
            tree,
            {str(unit_id): int(least) for unit_id, least in counts.min(axis=1).items()},
            k=k,
            occupied=set(counts.index[counts.max(axis=1) > 0]),
            allowed=None if allowed is None else {unit for unit, of in allowed if of == group},
        )
        safe_alone += [CrossCell(unit_id, group) for unit_id in sorted(units)]
    return safe_alone


def _most(cells: pd.DataFrame) -> dict[tuple[str, str], int]:
    """People of each cell, by the measure most of them answered."""
    most = cells.max(axis=1)
    return {(str(at), str(group)): int(n) for (at, group), n in zip(most.index, most, strict=True)}


def _net(
    organisation: Organisation,
    published: Collection[str],
    atoms: pd.DataFrame,
    safe_alone: Sequence[CrossCell],
    hospitals: Mapping[str, str],
    people: Mapping[tuple[str, str], int],
) -> Net:
    """The net of both families: vertex 0 is the ground, then the crossing cells, then the units."""
    root = organisation.root.id
    cells = {(cell.unit_id, cell.group): v for v, cell in enumerate(safe_alone, start=1)}
    # One more cell costs more than all people together, and a cell of the region more than all
    # cells of hospitals: so the fewest cells are hidden, the smallest of them, the region's last.
    everybody = sum(people.values()) + 1
    units = _vertices(organisation, published, first=1 + len(safe_alone))
    # Each atom ties the vertex of its unit to that of its crossing cell: the hospital's where it is
    # there, else the region's, else the ground.
    of_units = [units[unit_id] for unit_id, _ in atoms.index]
    of_cells = [
        cells.get((hospitals[unit_id], group)) or cells.get((root, group), GROUND)
        for unit_id, group in atoms.index
    ]
    return Net.of(
        np.array([of_units, of_cells], dtype=np.int64),
        atoms.to_numpy(np.int64).T,
        size=1 + len(safe_alone) + len(units),
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
    vertices: dict[str, int] = {}
    for vertex, unit_id in enumerate(organisation.subtree(organisation.root.id), start=first):
        above = vertices.get(organisation.unit(unit_id).parent_id or "", GROUND)
        vertices[unit_id] = vertex if unit_id in published else above
    return vertices
