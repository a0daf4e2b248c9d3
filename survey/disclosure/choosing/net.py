"""Two families of published cells over the same people, and which cells to hide to part them.

Theorem 2: the residual groups R(v) of each family (theorem 1) are the vertices of a net, and each
respondent ties the two she belongs to; who stands outside a family's published cells is tied to
one ground vertex. The groups of people that follow from the published sums are the cuts of that
net. So nothing about fewer than k people follows if and only if no cut holds 1 to k - 1 of them.

Hiding a cell draws its vertex together with that of the cell above it, or with the ground. That
takes cuts away and never makes one: what was safe stays safe, for every measure.
"""

from collections import defaultdict
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from survey.disclosure.choosing.cuts import Whole, drawn_together, parts, smallest_vertex, united

GROUND = 0
INSIDE, OUTSIDE = -2, -1


@dataclass(frozen=True, eq=False)
class Net:
    """Vertices are 0 to size - 1; 0 is the ground.

    ends: 2 × ties, the vertices of each. shared: measures × ties, its people.
    above: vertex of a cell that may be hidden -> the vertex its people fall to then; a hidden one
    is one with what it fell to.
    cost: of hiding each of those vertices.
    """

    size: int
    ends: Whole
    shared: Whole
    above: dict[int, int]
    cost: dict[int, int]

    @classmethod
    def of(
        cls,
        ends: Whole,
        shared: Whole,
        *,
        size: int,
        above: dict[int, int],
        cost: dict[int, int],
    ) -> "Net":
        """A net with parallel ties added up."""
        codes, places = np.unique(ends[0] * size + ends[1], return_inverse=True)
        added = [np.bincount(places, people, len(codes)) for people in shared]
        ties = np.vstack(np.divmod(codes, size))
        return cls(size, ties, np.array(added, dtype=np.int64), above, cost)

    def hidden(self, *, k: int) -> set[int]:
        """Vertices hidden until no measure has a cut of 1 to k - 1 people, each cut at least cost.

        Both sides of a cut must hold vertices that may be hidden, as they do where the family that
        stays is safe by itself.
        """
        hidden: set[int] = set()
        # What the least of all measures holds together, each of them holds together.
        start = np.arange(self.size, dtype=np.int64)
        together = drawn_together(self.ends, self.shared.min(axis=0), start, k=k)
        for shared in self.shared:
            labels = drawn_together(self.ends, shared, together, k=k)
            while (small := smallest_vertex(self.ends, shared, labels)) is not None:
                ended = self._cheapest(labels == small, parts(self.ends, shared, labels), hidden)
                hidden |= ended
                falls = np.array([list(ended), [self.above[vertex] for vertex in ended]])
                together = united(together, together[falls])
                labels = drawn_together(self.ends, shared, united(labels, labels[falls]), k=k)
        return hidden

    def _cheapest(self, inside: NDArray[np.bool_], part: Whole, hidden: set[int]) -> set[int]:
        """The vertices to hide that join the sides of a cut at the least cost, by Dijkstra's way.

        inside: the vertices on one side. part: the connected part of each. A way may lead through
        other parts of the net: they come to one side whole, and do not end the cut by themselves.
        """
        there = np.where(part == part[inside.argmax()], np.where(inside, INSIDE, OUTSIDE), part)
        ways = defaultdict(list)
        for vertex in self.above.keys() - hidden:
            ends = int(there[vertex]), int(there[self.above[vertex]])
            for at, to in (ends, ends[::-1]):
                ways[at].append((self.cost[vertex], vertex, to))
        waiting: list[tuple[int, tuple[int, ...], int]] = [(0, (), INSIDE)]
        passed: set[int] = set()
        while waiting[0][2] != OUTSIDE:
            cost, taken, at = heappop(waiting)
            if at not in passed:
                passed.add(at)
                for more, vertex, to in ways[at]:
                    heappush(waiting, (cost + more, (*taken, vertex), to))
        return set(waiting[0][1])
