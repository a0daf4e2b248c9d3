"""The net of two families of published cells over the same people, and the cells to hide in it.

Theorem 2: the residual groups R(v) of each family (theorem 1) are the vertices of a net, and each
respondent is a tie between the two groups she belongs to; those outside a family's published cells
are tied to one ground vertex. The groups of people that follow from the published sums are the cuts
of that net. So nothing about fewer than k people follows if and only if no cut has 1 to k - 1.

Hiding a cell contracts its vertex with that of the cell above it, or with the ground. That removes
cuts and never adds one: what was safe stays safe, for every measure.
"""

from collections import defaultdict
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from survey.disclosure.choosing.cuts import (
    Integers,
    connected_parts,
    contracted,
    lightest_label,
    merged,
)

GROUND = 0
INSIDE, OUTSIDE = -2, -1


@dataclass(frozen=True, eq=False)
class Net:
    """Vertices are 0 to size - 1; 0 is the ground.

    ends: 2 × ties, the vertices of each. shared: measures × ties, its people.
    above: vertex of a cell that may be hidden -> the vertex it is contracted with when hidden.
    cost: of hiding each of those vertices.
    """

    size: int
    ends: Integers
    shared: Integers
    above: dict[int, int]
    cost: dict[int, int]

    @classmethod
    def of(
        cls,
        ends: Integers,
        shared: Integers,
        *,
        size: int,
        above: dict[int, int],
        cost: dict[int, int],
    ) -> "Net":
        """Return a net in which parallel ties are added up.

        ends, shared: as of the net, with one tie for each place people are attached to.
        """
        # A tie as one number, so that `unique` finds the parallel ones.
        codes, places = np.unique(ends[0] * size + ends[1], return_inverse=True)
        sums = [np.bincount(places, people, len(codes)) for people in shared]
        ties = np.vstack(np.divmod(codes, size))
        return cls(size, ties, np.array(sums, dtype=np.int64), above, cost)

    def to_hide(self, *, k: int) -> set[int]:
        """Return the vertices to hide until no measure has a cut of 1 to k - 1 people.

        Each cut is ended at the least cost. Both sides of a cut must have vertices that may be
        hidden, as they do where the family that stays is safe by itself.
        """
        hidden: set[int] = set()
        start = np.arange(self.size, dtype=np.int64)
        # What is inseparable by the smallest count of all measures is so by each of them: the first
        # contraction is done once for all measures.
        together = contracted(self.ends, self.shared.min(axis=0), start, k=k)
        for shared in self.shared:
            labels = contracted(self.ends, shared, together, k=k)
            while (small := lightest_label(self.ends, shared, labels)) is not None:
                part = connected_parts(self.ends, shared, labels)
                cheapest = self._cheapest(labels == small, part, hidden)
                hidden |= cheapest
                # What is hidden for this measure is hidden for all: `together` is contracted too.
                falls = np.array([list(cheapest), [self.above[vertex] for vertex in cheapest]])
                together = merged(together, together[falls])
                labels = contracted(self.ends, shared, merged(labels, labels[falls]), k=k)
        return hidden

    def _cheapest(self, inside: NDArray[np.bool_], part: Integers, hidden: set[int]) -> set[int]:
        """The vertices to hide that join the two sides of a cut at the least cost (Dijkstra 1959).

        inside: the vertices on one side. part: the connected part of each. A path may lead through
        other parts of the net: those are contracted as a whole, and do not end the cut themselves.
        """
        # The stations of a path: the two sides of the cut, and every other part as one station.
        station = np.where(part == part[inside.argmax()], np.where(inside, INSIDE, OUTSIDE), part)
        steps = defaultdict(list)
        for vertex in self.above.keys() - hidden:
            ends = int(station[vertex]), int(station[self.above[vertex]])
            # Hiding a vertex joins its two ends, whichever of them the path comes from.
            for at, to in (ends, ends[::-1]):
                steps[at].append((self.cost[vertex], vertex, to))
        waiting: list[tuple[int, tuple[int, ...], int]] = [(0, (), INSIDE)]
        visited: set[int] = set()
        while waiting[0][2] != OUTSIDE:
            cost, path, at = heappop(waiting)
            if at not in visited:
                visited.add(at)
                for more, vertex, to in steps[at]:
                    heappush(waiting, (cost + more, (*path, vertex), to))
        return set(waiting[0][1])
