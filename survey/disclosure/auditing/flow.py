"""Small cuts of a net, found by maximum flow.

A net is a graph whose vertices are groups of people and whose ties count the people that two groups
share. A cut parts the vertices in two; its size is the number of people on the ties between them.

The flow between two vertices is as large as the smallest cut between them (Ford & Fulkerson 1956).
A core grows from one vertex. If the flow from the next vertex to the core reaches k, no cut below k
separates the two; if it does not, that cut is a breach. Either way the vertex joins the core.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

Ties = dict[Hashable, dict[Hashable, int]]


class Cut(NamedTuple):
    """The people that tie one side of a net to the rest. ties: the pairs of vertices they tie."""

    size: int
    ties: tuple[tuple[Hashable, Hashable], ...]


def small_cuts(shared: Mapping[tuple[Hashable, Hashable], int], *, k: int) -> list[Cut]:
    """Return cuts of 1 to k - 1 people: some when there are any, though not always all of them.

    shared: people between two vertices, each pair in one direction only; a tie of a vertex to
    itself is in no cut.
    """
    ties: Ties = defaultdict(dict)
    for (left, right), people in shared.items():
        if people:
            ties[left][right] = ties[right][left] = people
    degree = {vertex: sum(people.values()) for vertex, people in ties.items()}
    cuts: list[Cut] = []
    core: set[Hashable] = set()
    # One start for each connected part, its heaviest vertex: most others then reach k at once.
    for start in sorted(degree, key=degree.__getitem__, reverse=True):
        if start not in core:
            cuts += _cuts_of_part(ties, degree, start, core, k=k)
    return cuts


def _cuts_of_part(
    ties: Ties, degree: dict[Hashable, int], start: Hashable, core: set[Hashable], *, k: int
) -> list[Cut]:
    """Add the connected part of `start` to the core, and return the cuts below k on the way."""
    cuts: list[Cut] = []
    # attached: people that tie each neighbour directly to the core. certain: those with k or more,
    # for which no flow need be computed.
    attached, certain = {start: 0}, [start]
    while attached:
        if certain:
            at = certain.pop()
        else:
            at = max(attached, key=degree.__getitem__)
            cut = _cut(ties, at, core, k=k)
            if cut.size < k:
                cuts.append(cut)
        del attached[at]
        core.add(at)
        for to, people in ties[at].items():
            if to not in core:
                attached[to] = attached.get(to, 0) + people
                if attached[to] - people < k <= attached[to]:
                    certain.append(to)
    return cuts


def _cut(ties: Ties, source: Hashable, core: set[Hashable], *, k: int) -> Cut:
    """The smallest cut between a vertex and the core; a size of k or more without its ties."""
    flow: Counter[tuple[Hashable, Hashable]] = Counter()
    size = 0
    while size < k:
        before, reached = _search(ties, source, core, flow)
        if not reached:
            return Cut(
                size, tuple((at, to) for at in before for to in ties[at] if to not in before)
            )
        steps = []
        at = reached[0]
        while at != source:
            steps.append((before[at], at))
            at = before[at]
        room = min(ties[at][to] - flow[at, to] for at, to in steps)
        # Negative flow backwards lets a later path take people off this one.
        for at, to in steps:
            flow[at, to] += room
            flow[to, at] -= room
        size += room
    return Cut(size, ())


def _search(
    ties: Ties,
    source: Hashable,
    core: set[Hashable],
    flow: Counter[tuple[Hashable, Hashable]],
) -> tuple[dict[Hashable, Hashable], list[Hashable]]:
    """Search breadth first: each reached vertex -> the one before it, and the first of the core."""
    before, waiting = {source: source}, [source]
    for at in waiting:
        for to, people in ties[at].items():
            if to not in before and people > flow[at, to]:
                before[to] = at
                if to in core:
                    return before, [to]
                waiting.append(to)
    return before, []
