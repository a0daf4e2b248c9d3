"""Contraction of a net: vertices that no cut of fewer than k people separates become one.

A net is a graph whose vertices are groups of people and whose ties count the people that two groups
share. A cut parts the vertices in two; its size is the number of people on the ties between them.

Two such vertices may be contracted without losing a cut of fewer than k. Ties of k or more come
first; then a maximum adjacency order, which finds more of them (Nagamochi & Ibaraki 1992; its last
vertex is the cut of the phase of Stoer & Wagner 1997). A net that cannot be contracted any further
and is not a single vertex has a cut of fewer than k.
"""

from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Integers = NDArray[np.int64]


def contracted(ends: Integers, shared: Integers, labels: Integers, *, k: int) -> Integers:
    """Return each vertex's label after contraction; no cut below k separates equal labels.

    ends: 2 × ties, the vertices of each tie. shared: its people. labels: of each vertex, a label
    below the number of vertices; vertices with the same label are contracted already.
    One label per connected part is left exactly when there is no cut of 1 to k - 1 people.
    """
    while True:
        pairs, people = ties_between(ends, shared, labels)
        close = pairs[:, people >= k]
        # The scan costs more than the comparison above, and each round leaves it a smaller net.
        if not close.size:
            close = _inseparable(pairs, people, size=len(labels), k=k)
        if not close.size:
            return labels
        labels = merged(labels, close)


def merged(labels: Integers, pairs: Integers) -> Integers:
    """Return new labels in which both of each pair are the same. pairs: 2 × pairs of labels."""
    size = len(labels)
    links = coo_array((np.ones(pairs.shape[1]), (pairs[0], pairs[1])), shape=(size, size))
    # Pairs may chain (a-b, b-c): the connected components take a, b and c together.
    component: Integers = connected_components(links, directed=False)[1].astype(np.int64)
    return component[labels]


def ties_between(ends: Integers, shared: Integers, labels: Integers) -> tuple[Integers, Integers]:
    """Return the pairs of different labels that are tied, and the people of each pair."""
    of_ends = labels[ends]
    apart = (of_ends[0] != of_ends[1]) & (shared > 0)
    # A pair as one number, the lower label first, so that parallel ties in both directions add up.
    low, high = np.sort(of_ends[:, apart], axis=0)
    codes, places = np.unique(low * len(labels) + high, return_inverse=True)
    people = np.bincount(places, shared[apart], len(codes)).astype(np.int64)
    return np.vstack(np.divmod(codes, len(labels))), people


def lightest_label(ends: Integers, shared: Integers, labels: Integers) -> int | None:
    """Return the label with the fewest people on its ties to others; None when no tie is left."""
    pairs, people = ties_between(ends, shared, labels)
    if not people.size:
        return None
    tied = np.bincount(pairs.ravel(), np.tile(people, 2), len(labels))
    # A label without ties to others is a part of its own, and no cut.
    return int(np.where(tied > 0, tied, np.inf).argmin())


def connected_parts(ends: Integers, shared: Integers, labels: Integers) -> Integers:
    """Return the connected part of each vertex, as a label."""
    return merged(labels, ties_between(ends, shared, labels)[0])


def _inseparable(pairs: Integers, people: Integers, *, size: int, k: int) -> Integers:
    """Return pairs of labels that no cut below k separates, by one scan of each part.

    Vertices are visited in the order of how many people tie them to those visited before. When the
    people that tie a vertex to them reach k, no cut below k lies between it and the last visited.
    """
    ties: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for low, high, count in zip(*pairs.tolist(), people.tolist(), strict=True):
        ties[low].append((high, count))
        ties[high].append((low, count))
    reached, visited = [0] * size, bytearray(size)
    close: list[tuple[int, int]] = []
    for start in range(size):
        # A heap of (-people, vertex): the vertex most tied to the visited ones comes first. Older
        # entries of a vertex stay in the heap and are skipped once it has been visited.
        waiting = [(0, start)]
        while waiting:
            at = heappop(waiting)[1]
            if visited[at]:
                continue
            visited[at] = True
            for to, count in ties[at]:
                if not visited[to]:
                    reached[to] += count
                    heappush(waiting, (-reached[to], to))
                    if reached[to] >= k:
                        close.append((at, to))
    return np.array(close, dtype=np.int64).reshape(-1, 2).T
