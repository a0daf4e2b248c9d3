"""The units of a pattern whose single questions may be published again after a wave before.

Whoever holds two releases subtracts one from the other. Where a unit has lost one person and the
others answered as before, the difference of its sums is what that person had answered. So the
answers to single questions are hidden where few people came or left since the unit was last
published, and where the same follows by subtraction. The rounding of the subtracted figures hides a
person as well: half a point for each of their respondents, in either release. From ANSWER points on
it hides all that a person can answer, and nothing more is hidden.
"""

from collections.abc import Collection, Mapping
from typing import Final

from survey.asking.organisation import Organisation

# The points between the least and the most that a person can answer.
ANSWER: Final = 100

# Unit -> its staff less what it was when the unit was last published; None where either is unknown.
Moves = Mapping[str, int | None]


def staff_moves(organisation: Organisation, last_published: Mapping[str, int | None]) -> Moves:
    """Return the moves of the units that have been published before.

    last_published: unit -> its staff in the last wave that it was published in, None where unknown.
    """
    moves: dict[str, int | None] = {}
    for unit in organisation.units:
        if unit.id in last_published:
            now, before = unit.staff, last_published[unit.id]
            moves[unit.id] = None if now is None or before is None else now - before
    return moves


def steady(
    organisation: Organisation,
    published: Collection[str],
    people: Mapping[str, int],
    moves: Moves,
    *,
    k: int,
) -> frozenset[str]:
    """Return the units left when nobody of fewer than k who came or left can be followed.

    published: a pattern that is safe at k, as is every pattern with fewer of its units. people:
    unit -> respondents, those below included. A move that is unknown counts as one of few.
    """
    left = frozenset(published)
    # In a first wave nothing has moved, and nothing is hidden.
    while moves and (followed := _followed(organisation, left, people, moves, k=k)):
        left -= followed
    return left


def _followed(
    organisation: Organisation,
    published: frozenset[str],
    people: Mapping[str, int],
    moves: Moves,
    *,
    k: int,
) -> frozenset[str]:
    """The units whose own sum follows fewer than k; else those without the units below that do."""
    below: dict[str, list[str]] = {unit_id: [] for unit_id in published}
    nearest: dict[str, str | None] = {}
    # Parents come first: what a unit lies under is known when the unit itself is looked at.
    for unit_id in organisation.subtree(organisation.root.id):
        above = nearest.get(organisation.unit(unit_id).parent_id or "")
        if unit_id in published and above is not None:
            below[above].append(unit_id)
        nearest[unit_id] = unit_id if unit_id in published else above
    alone = [unit_id for unit_id in below if _few(unit_id, [], people, moves, k=k)]
    # Once these are left out, less may follow by subtraction: so they come first.
    rest = (v for v, nested in below.items() if _few(v, nested, people, moves, k=k))
    return frozenset(alone or rest)


def _few(
    unit_id: str, nested: list[str], people: Mapping[str, int], moves: Moves, *, k: int
) -> bool:
    """Whether a unit without the nested ones moved by few, and rounding does not hide it."""
    figures = [unit_id, *nested]
    left = people[unit_id] - sum(people[below] for below in nested)
    # Half a point for each respondent of each figure, in both releases.
    if not left or sum(people[figure] for figure in figures) >= ANSWER:
        return False
    # What was not published before cannot be compared.
    if any(figure not in moves for figure in figures):
        return False
    own, *others = (moves[figure] for figure in figures)
    if own is None or None in others:
        return True
    return 0 < abs(own - sum(move for move in others if move is not None)) < k
