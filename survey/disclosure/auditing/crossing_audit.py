"""An independent auditor of two families at once: what both give away together."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Generic, NamedTuple, TypeVar

from survey.disclosure.auditing.audit import covering
from survey.disclosure.auditing.flow import Cut, small_cuts

First = TypeVar("First", bound=Hashable)
Second = TypeVar("Second", bound=Hashable)
Id = TypeVar("Id", bound=Hashable)

# Who stands in no published cell of a family; the same for both.
GROUND = "ground"


class Family(NamedTuple, Generic[Id]):
    """Published cells that hang in trees. parents: cell -> the cell above it, None for a root."""

    parents: Mapping[Id, Id | None]
    published: Collection[Id]


class CrossingBreach(NamedTuple):
    """A group too small that anybody can work out from cells of both families.

    unit_id, group: a published cell some of them stand in; group "" is one of the organisation.
    """

    unit_id: str
    group: str
    size: int


def crossing_breaches(
    parents: Mapping[str, str | None],
    published: Collection[str],
    crossing: Collection[tuple[str, str]],
    counts: Mapping[tuple[str, str], int],
    *,
    k: int,
) -> tuple[CrossingBreach, ...]:
    """Groups of 1 to k - 1 respondents that follow from an organisation and a crossing family.

    parents: unit -> the unit above it, None for the root.
    published: units. crossing: (unit_id, group) cells, at any level.
    counts: respondents of one measure attached to (unit_id, group), the unit itself, not below;
    group "" stands in no crossing cell.
    Empty exactly when both together are safe for this measure (theorem 2).
    """
    cells: dict[tuple[str, str], tuple[str, str] | None] = {
        (unit_id, group): None if above is None else (above, group)
        for group in {group for _, group in counts}
        for unit_id, above in parents.items()
    }
    shared = {(unit_id, (unit_id, group)): n for (unit_id, group), n in counts.items()}
    found = joint_cuts(Family(parents, published), Family(cells, crossing), shared, k=k)
    return tuple(sorted(_breach(cut) for cut in found))


def joint_cuts(
    first: Family[First],
    second: Family[Second],
    shared: Mapping[tuple[First, Second], int],
    *,
    k: int,
) -> list[Cut]:
    """Groups of 1 to k - 1 people that follow from two families over the same people.

    shared: people attached to a cell of the first and a cell of the second, not below.
    The ends of a cut's ties are ("first", cell), ("second", cell) or GROUND. Empty exactly when
    both together are safe; it also finds what one of them gives away alone.
    """
    over_first = _vertices("first", first)
    over_second = _vertices("second", second)
    ties: Counter[tuple[Hashable, Hashable]] = Counter()
    for (one, other), people in shared.items():
        ties[over_first(one), over_second(other)] += people
    return small_cuts(ties, k=k)


def _vertices(name: str, family: Family[Id]) -> Callable[[Id], Hashable]:
    """What gives a cell's vertex: the nearest published cell, itself or above, else the ground."""
    shown, nearest = set(family.published), dict[Id, Id | None]()

    def vertex(cell: Id) -> Hashable:
        found = covering(cell, family.parents, shown, nearest)
        return GROUND if found is None else (name, found)

    return vertex


def _breach(cut: Cut) -> CrossingBreach:
    """Named by the first crossing cell; by a unit where the people stand in no crossing cell."""
    ends = {end for tie in cut.ties for end in tie if isinstance(end, tuple)}
    crossing = sorted(cell for family, cell in ends if family == "second")
    unit_id, group = crossing[0] if crossing else (min(unit for _, unit in ends), "")
    return CrossingBreach(unit_id, group, cut.size)
