"""Where few shared people hold a net together: everything tied by k or more is drawn together.

Two vertices that no cut of fewer than k people separates may be drawn together without losing any
such cut. Ties of k or more come first; then a maximum adjacency order, which finds more of them
(Nagamochi & Ibaraki 1992; its last vertex is the cut of the phase of Stoer & Wagner 1997). What
cannot be drawn together any more has a cut of fewer than k.
"""

from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Whole = NDArray[np.int64]


def drawn_together(ends: Whole, shared: Whole, labels: Whole, *, k: int) -> Whole:
    """Each vertex's label after drawing together; vertices with one label are inseparable below k.

    ends: 2 × ties, the vertices of each tie. shared: its people. labels: of each vertex, a label
    below the number of vertices; vertices with the same one are together already.
    One label a connected part is left exactly when no 1 to k - 1 people can be cut out.
    """
    while True:
        pairs, people = between(ends, shared, labels)
        close = pairs[:, people >= k]
        if not close.size:
            close = _inseparable(pairs, people, size=len(labels), k=k)
        if not close.size:
            return labels
        labels = united(labels, close)


def united(labels: Whole, pairs: Whole) -> Whole:
    """The labels with those of each pair made one. pairs: 2 × pairs of labels."""
    size = len(labels)
    links = coo_array((np.ones(pairs.shape[1]), (pairs[0], pairs[1])), shape=(size, size))
    merged: Whole = connected_components(links, directed=False)[1].astype(np.int64)
    return merged[labels]


def between(ends: Whole, shared: Whole, labels: Whole) -> tuple[Whole, Whole]:
    """The ties left between different labels, parallel ones added up: pairs and their people."""
    there = labels[ends]
    apart = (there[0] != there[1]) & (shared > 0)
    low, high = np.sort(there[:, apart], axis=0)
    codes, places = np.unique(low * len(labels) + high, return_inverse=True)
    people = np.bincount(places, shared[apart], len(codes)).astype(np.int64)
    return np.vstack(np.divmod(codes, len(labels))), people


def smallest_vertex(ends: Whole, shared: Whole, labels: Whole) -> int | None:
    """The label with the fewest people on its ties to others; None when no tie is left."""
    pairs, people = between(ends, shared, labels)
    if not people.size:
        return None
    held = np.bincount(pairs.ravel(), np.tile(people, 2), len(labels))
    return int(np.where(held > 0, held, np.inf).argmin())


def parts(ends: Whole, shared: Whole, labels: Whole) -> Whole:
    """Each vertex's connected part."""
    return united(labels, between(ends, shared, labels)[0])


def _inseparable(pairs: Whole, people: Whole, *, size: int, k: int) -> Whole:
    """Pairs that at least k people hold together by way of others, each part scanned once.

    Vertices are taken in the order of how many people tie them to those taken before. When the
    people that tie a vertex to them reach k, no smaller cut lies between it and the last taken.
    """
    ties: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for one, other, count in zip(*pairs.tolist(), people.tolist(), strict=True):
        ties[one].append((other, count))
        ties[other].append((one, count))
    reached, taken = [0] * size, bytearray(size)
    found: list[tuple[int, int]] = []
    for start in range(size):
        waiting = [(0, start)]
        while waiting:
            at = heappop(waiting)[1]
            if taken[at]:
                continue
            taken[at] = True
            for to, count in ties[at]:
                if not taken[to]:
                    reached[to] += count
                    heappush(waiting, (-reached[to], to))
                    if reached[to] >= k:
                        found.append((at, to))
    return np.array(found, dtype=np.int64).reshape(-1, 2).T
