"""An independent auditor: what a published pattern gives away, worked out without the optimiser."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping
from typing import NamedTuple, TypeVar

Id = TypeVar("Id", bound=Hashable)


class Breach(NamedTuple):
    """A group too small that anybody can work out: the unit less the published units below it."""

    unit_id: str
    size: int


def breaches(
    parents: Mapping[str, str | None],
    counts: Mapping[str, int],
    published: Collection[str],
    *,
    k: int,
) -> tuple[Breach, ...]:
    """Every group of 1 to k - 1 respondents that follows from the published sums.

    parents: unit -> the unit above it, None for the root.
    counts: respondents of one measure attached to the unit itself, not below.
    Empty exactly when the pattern is safe for this measure (theorem 1).
    """
    shown = set(published)
    nearest: dict[str, str | None] = {}
    size: dict[str, int] = defaultdict(int)
    for unit_id, count in counts.items():
        covered_by = covering(unit_id, parents, shown, nearest)
        if covered_by is not None:
            size[covered_by] += count
    return tuple(Breach(unit_id, n) for unit_id, n in sorted(size.items()) if 0 < n < k)


def covering(
    cell: Id, parents: Mapping[Id, Id | None], shown: set[Id], nearest: dict[Id, Id | None]
) -> Id | None:
    """The published cell closest above, itself included; None when all of them are hidden.

    nearest: what was found before, added to.
    """
    climbed: list[Id] = []
    at: Id | None = cell
    while at is not None and at not in shown and at not in nearest:
        climbed.append(at)
        at = parents[at]
    found = at if at is None or at in shown else nearest[at]
    nearest.update(dict.fromkeys(climbed, found))
    return found
