"""An independent audit of a pattern of units; it shares no code with what chose it."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping
from typing import NamedTuple, TypeVar

Id = TypeVar("Id", bound=Hashable)


class Breach(NamedTuple):
    """A group that is too small: the people of a unit outside the published units below it."""

    unit_id: str
    size: int


def breaches(
    parents: Mapping[str, str | None],
    counts: Mapping[str, int],
    published: Collection[str],
    *,
    k: int,
) -> tuple[Breach, ...]:
    """Return every group of 1 to k - 1 respondents that follows from the published sums.

    parents: unit -> the unit above it, None for the root.
    counts: respondents of one measure attached to the unit itself, not below.
    Empty exactly when the pattern is safe for this measure (theorem 1).
    """
    published = set(published)
    nearest: dict[str, str | None] = {}
    size: dict[str, int] = defaultdict(int)
    for unit_id, count in counts.items():
        covered_by = covering(unit_id, parents, published, nearest)
        if covered_by is not None:
            size[covered_by] += count
    return tuple(Breach(unit_id, n) for unit_id, n in sorted(size.items()) if 0 < n < k)


def covering(
    cell: Id, parents: Mapping[Id, Id | None], published: set[Id], nearest: dict[Id, Id | None]
) -> Id | None:
    """Return the nearest published cell, itself or above; None when all of them are hidden.

    nearest: a cache of hidden cell -> its answer, which this function adds to.
    """
    climbed: list[Id] = []
    at: Id | None = cell
    while at is not None and at not in published and at not in nearest:
        climbed.append(at)
        at = parents[at]
    covered_by = at if at is None or at in published else nearest[at]
    # Every cell passed on the way has the same answer: each is climbed over once in all.
    nearest.update(dict.fromkeys(climbed, covered_by))
    return covered_by
