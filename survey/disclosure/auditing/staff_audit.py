"""An independent audit of who can be followed from one wave to the next; it shares no code."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from survey.disclosure.auditing.audit import covering

# As far as the rounding of two figures in either wave may be off, a person's answer is not seen.
MOST_POINTS = 100


def followed(
    parents: Mapping[str, str | None],
    counts: Mapping[str, int],
    published: Collection[str],
    moves: Mapping[str, int | None],
    *,
    k: int,
) -> tuple[str, ...]:
    """Return the units whose answers to single questions follow fewer than k who came or left.

    parents: unit -> the unit above it, None for the root. counts: respondents attached to the unit
    itself. published: the units with the figure. moves: unit that was published before -> its staff
    now less its staff then; None where either is unknown.
    A unit is tried by itself and without the published units nearest below it. Where the figures so
    compared are on MOST_POINTS respondents together, half a point each in two waves hides a person.
    """
    if not moves:
        return ()
    in_file = set(published)
    nearest: dict[str, str | None] = {}
    below = defaultdict(list)
    for unit_id in published:
        above = parents[unit_id]
        over = None if above is None else covering(above, parents, in_file, nearest)
        below[over].append(unit_id)
    people = _people(parents, counts, in_file, below)
    tried = [(unit_id, parts) for unit_id in published for parts in ([], below[unit_id])]
    return tuple(
        sorted({unit for unit, parts in tried if _is_followed(unit, parts, people, moves, k)})
    )


def _people(
    parents: Mapping[str, str | None],
    counts: Mapping[str, int],
    published: set[str],
    below: Mapping[str | None, list[str]],
) -> dict[str, int]:
    """Published unit -> respondents in it and in all units below it."""
    nearest: dict[str, str | None] = {}
    people = dict.fromkeys(published, 0)
    for unit_id, count in counts.items():
        # Up through the published units: each of them holds the people of the one below.
        at = covering(unit_id, parents, published, nearest)
        while at is not None:
            people[at] += count
            above = parents[at]
            at = None if above is None else covering(above, parents, published, nearest)
    return people


def _is_followed(
    unit_id: str,
    parts: list[str],
    people: Mapping[str, int],
    moves: Mapping[str, int | None],
    k: int,
) -> bool:
    nobody = people[unit_id] == sum(people[part] for part in parts)
    coarse = people[unit_id] + sum(people[part] for part in parts) >= MOST_POINTS
    if nobody or coarse or not {unit_id, *parts} <= moves.keys():
        return False
    unknown = [part for part in (unit_id, *parts) if moves[part] is None]
    net = (moves[unit_id] or 0) - sum(moves[part] or 0 for part in parts)
    return bool(unknown) or 1 <= abs(net) <= k - 1
