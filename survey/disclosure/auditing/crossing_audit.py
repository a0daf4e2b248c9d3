"""An independent audit of units and crossing cells published together."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Generic, NamedTuple, TypeVar

from survey.disclosure.auditing.audit import covering
from survey.disclosure.auditing.flow import Cut, small_cuts

First = TypeVar("First", bound=Hashable)
Second = TypeVar("Second", bound=Hashable)
Id = TypeVar("Id", bound=Hashable)

# The vertex of people in no published cell of a family; one for both families.
GROUND = "ground"


class Family(NamedTuple, Generic[Id]):
    """Published cells that hang in trees. parents: cell -> the cell above it, None for a root."""

    parents: Mapping[Id, Id | None]
    published: Collection[Id]


class CrossingBreach(NamedTuple):
    """A group that is too small and follows from cells of both families.

    unit_id, group: a published cell that some of them are in; group "" is a unit's.
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
    """Return groups of 1 to k - 1 respondents that follow from units and crossing cells together.

    parents: unit -> the unit above it, None for the root.
    published: units. crossing: (unit_id, group) cells, at any level.
    counts: respondents of one measure attached to (unit_id, group), the unit itself, not below;
    group "" is in no crossing cell.
    Empty exactly when both together are safe for this measure (theorem 2).
    """
    cells: dict[tuple[str, str], tuple[str, str] | None] = {
        (unit_id, group): None if above is None else (above, group)
        for group in {group for _, group in counts}
        for unit_id, above in parents.items()
    }
    # The crossing family hangs in trees of (unit, group), one tree for each group.
    shared = {(unit_id, (unit_id, group)): n for (unit_id, group), n in counts.items()}
    cuts = joint_cuts(Family(parents, published), Family(cells, crossing), shared, k=k)
    return tuple(sorted(_breach(cut) for cut in cuts))


def joint_cuts(
    first: Family[First],
    second: Family[Second],
    shared: Mapping[tuple[First, Second], int],
    *,
    k: int,
) -> list[Cut]:
    """Return groups of 1 to k - 1 people that follow from two families over the same people.

    shared: people attached to a cell of the first and a cell of the second, not below.
    The ends of a cut's ties are ("first", cell), ("second", cell) or GROUND. Empty exactly when
    both together are safe; groups that follow from one family alone are among them.
    """
    vertex_of_first = _vertices("first", first)
    vertex_of_second = _vertices("second", second)
    ties: Counter[tuple[Hashable, Hashable]] = Counter()
    for (of_first, of_second), people in shared.items():
        ties[vertex_of_first(of_first), vertex_of_second(of_second)] += people
    return small_cuts(ties, k=k)


def _vertices(name: str, family: Family[Id]) -> Callable[[Id], Hashable]:
    """A function from a cell to its vertex: the nearest published cell, or the ground."""
    published, nearest = set(family.published), dict[Id, Id | None]()

    def vertex(cell: Id) -> Hashable:
        covered_by = covering(cell, family.parents, published, nearest)
        return GROUND if covered_by is None else (name, covered_by)

    return vertex


def _breach(cut: Cut) -> CrossingBreach:
    """The breach of a cut, named by its first crossing cell, or by a unit where there is none."""
    ends = {end for tie in cut.ties for end in tie if isinstance(end, tuple)}
    crossing = sorted(cell for family, cell in ends if family == "second")
    unit_id, group = crossing[0] if crossing else (min(unit for _, unit in ends), "")
    return CrossingBreach(unit_id, group, cut.size)
