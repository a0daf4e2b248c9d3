"""Small groups cut out of a net, found by sending people along paths until no more get through.

Ford & Fulkerson 1956: as many people get from one vertex to another as the smallest cut between
them holds. A core grows from one vertex: each next vertex either sends k people to it, and then
belongs to it whatever cut below k is drawn, or sends fewer, and then that cut is a breach.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

Ties = dict[Hashable, dict[Hashable, int]]


class Cut(NamedTuple):
    """People who alone tie one side of a net to the rest. ties: the pairs of vertices they tie."""

    size: int
    ties: tuple[tuple[Hashable, Hashable], ...]


def small_cuts(shared: Mapping[tuple[Hashable, Hashable], int], *, k: int) -> list[Cut]:
    """Cuts of 1 to k - 1 people; empty exactly when there is none, but not always each of them.

    shared: people between two vertices, each two in one direction only; whoever ties a vertex to
    itself is in no cut.
    """
    ties: Ties = defaultdict(dict)
    for (one, other), people in shared.items():
        if people:
            ties[one][other] = ties[other][one] = people
    held = {vertex: sum(people.values()) for vertex, people in ties.items()}
    found: list[Cut] = []
    core: set[Hashable] = set()
    for start in sorted(held, key=held.__getitem__, reverse=True):
        if start not in core:
            found += _grown(ties, held, start, core, k=k)
    return found


def _grown(
    ties: Ties, held: dict[Hashable, int], start: Hashable, core: set[Hashable], *, k: int
) -> list[Cut]:
    """Let the core take in the connected part of `start`; the cuts below k on the way."""
    found: list[Cut] = []
    attached, certain = {start: 0}, [start]
    while attached:
        if certain:
            at = certain.pop()
        else:
            at = max(attached, key=held.__getitem__)
            cut = _cut(ties, at, core, k=k)
            if cut.size < k:
                found.append(cut)
        del attached[at]
        core.add(at)
        for to, people in ties[at].items():
            if to not in core:
                attached[to] = attached.get(to, 0) + people
                if attached[to] - people < k <= attached[to]:
                    certain.append(to)
    return found


def _cut(ties: Ties, source: Hashable, core: set[Hashable], *, k: int) -> Cut:
    """The smallest cut between a vertex and the core; any of k people or more ends the search."""
    sent: Counter[tuple[Hashable, Hashable]] = Counter()
    size = 0
    while size < k:
        came, reached = _search(ties, source, core, sent)
        if not reached:
            return Cut(size, tuple((at, to) for at in came for to in ties[at] if to not in came))
        steps = []
        at = reached[0]
        while at != source:
            steps.append((came[at], at))
            at = came[at]
        room = min(ties[one][other] - sent[one, other] for one, other in steps)
        for one, other in steps:
            sent[one, other] += room
            sent[other, one] -= room
        size += room
    return Cut(size, ())


def _search(
    ties: Ties,
    source: Hashable,
    core: set[Hashable],
    sent: Counter[tuple[Hashable, Hashable]],
) -> tuple[dict[Hashable, Hashable], list[Hashable]]:
    """Breadth first: from where each vertex was come to, and the first of the core, if any."""
    came, waiting = {source: source}, [source]
    for at in waiting:
        for to, people in ties[at].items():
            if to not in came and people > sent[at, to]:
                came[to] = at
                if to in core:
                    return came, [to]
                waiting.append(to)
    return came, []
