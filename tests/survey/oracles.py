"""Slow and obvious ways to the same answers."""

from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import floor

POINTS = {1: 0, 2: 25, 3: 50, 4: 75, 5: 100}


def item_points(answers, item):
    """The points of one item; None when nothing was said or the opt-out was chosen."""
    if answers.get(item.id) not in POINTS:
        return None
    value = POINTS[answers[item.id]]
    return Fraction(100 - value if item.reverse else value)


def dimension_score(answers, dimension):
    """answers: item id -> 1..5, 0 for the opt-out, None for nothing. None when missing."""
    by_item = [item_points(answers, item) for item in dimension.items]
    points = [value for value in by_item if value is not None]
    if 2 * len(points) < len(dimension.items):
        return None
    return sum(points) / len(points)


def index(scores):
    """scores: one for each dimension, None where missing."""
    present = [score for score in scores if score is not None]
    return sum(present) / len(present) if len(present) >= 7 else None


def coded(percent):
    return min(95, max(5, floor(percent + Fraction(1, 2))))


def rank(rows):
    """Rank of a matrix of whole numbers, by elimination in whole numbers (Bareiss 1968)."""
    rows = [list(row) for row in rows]
    pivots, divisor = 0, 1
    for column in range(len(rows[0]) if rows else 0):
        at = next((i for i in range(pivots, len(rows)) if rows[i][column]), None)
        if at is None:
            continue
        rows[pivots], rows[at] = rows[at], rows[pivots]
        pivot = rows[pivots]
        for i in range(pivots + 1, len(rows)):
            factor = rows[i][column]
            rows[i] = [
                (pivot[column] * a - factor * b) // divisor
                for a, b in zip(rows[i], pivot, strict=True)
            ]
        pivots, divisor = pivots + 1, pivot[column]
    return pivots


def derivable(people, k):
    """Whether some linear combination of published sums concerns 1 to k - 1 people only.

    people: {(1 or 0 for each sum: whether they are in it): how many}. Sums weigh people in the same
    sums alike, so they are taken together. Combinations that vanish outside a set exist when
    leaving the set out lowers the rank; leaving out more never raises it again.
    """
    kinds = [kind for kind, count in people.items() if count and any(kind)]
    whole = rank(kinds)
    for size in range(1, len(kinds) + 1):
        for group in combinations(kinds, size):
            few = sum(people[kind] for kind in group) < k
            if few and rank([kind for kind in kinds if kind not in group]) < whole:
                return True
    return False


def derivable_of_many(people, k):
    """The same where each person has several unknowns, such as a score in each dimension.

    people: {(a column of weights in every sum, for each unknown): how many}. A combination is about
    few people when it vanishes outside all of their unknowns.
    """
    kinds = [kind for kind, count in people.items() if count and any(map(any, kind))]
    whole = rank([column for kind in kinds for column in kind])
    few = [
        set(group)
        for size in range(1, k)
        for group in combinations(kinds, size)
        if sum(people[kind] for kind in group) < k
    ]
    # Leaving out more people never raises the rank: only the largest groups need be tried.
    return any(
        rank([column for kind in kinds if kind not in group for column in kind]) < whole
        for group in few
        if not any(group < other for other in few)
    )


def attackable(tree, counts, published, k):
    """Whether the sums of published units give away 1 to k - 1 respondents."""
    return derivable(_people(counts, [set(tree.subtree(v)) for v in published]), k)


def crossing_attackable(tree, counts, published, crossing, k):
    """The same with the sums of crossing cells; counts: own respondents by (unit_id, group)."""
    ids = {unit_id for unit_id, _ in counts}
    groups = {group for _, group in counts}
    sums = [{(at, group) for at in tree.subtree(v) for group in groups} for v in published]
    sums += [{(at, group) for at in tree.subtree(v) if at in ids} for v, group in crossing]
    return derivable(_people(counts, sums), k)


def subtractable(tree, counts, published, crossing, k):
    """Whether a set of units' remainders, less crossing remainders that can only lie in it, is 1 to
    k - 1 respondents, for somebody who knows the published numbers and the tree but no counts.
    """
    groups = {group for _, group in counts} | {""}
    atoms = {(unit.id, group) for unit in tree.units for group in groups}
    units = _remainders({(v, ""): {a for a in atoms if a[0] in tree.subtree(v)} for v in published})
    cells = _remainders(
        {(v, g): {a for a in atoms if a[0] in tree.subtree(v) and a[1] == g} for v, g in crossing}
    )
    for whole in _subsets(units):
        inside = [cell for cell in cells if cell <= set().union(*whole)]
        for subset in _subsets(inside):
            left = _of(counts, whole) - _of(counts, subset)
            if 0 < left < k:
                return True
    return any(0 < _of(counts, [cell]) < k for cell in cells)


def separable(ties, k):
    """Whether some vertices are held to the others by 1 to k - 1 people; ties: {pair: people}."""
    vertices = sorted({vertex for pair in ties for vertex in pair})
    for size in range(1, len(vertices)):
        for side in combinations(vertices, size):
            across = sum(people for (a, b), people in ties.items() if (a in side) != (b in side))
            if 0 < across < k:
                return True
    return False


def _remainders(cells):
    """Each published set of a nested family without the published sets within it."""
    return [
        own.difference(*(other for other in cells.values() if other < own))
        for own in cells.values()
    ]


def _subsets(sets):
    return [chosen for size in range(len(sets) + 1) for chosen in combinations(sets, size)]


def _of(counts, sets):
    return sum(counts.get(atom, 0) for members in sets for atom in members)


def _people(counts, sums):
    people = Counter()
    for atom, count in counts.items():
        people[tuple(int(atom in members) for members in sums)] += count
    return people


def loss(tree, counts, published):
    """The root costs more than all else; then 200, 20 and 1 by depth; empty units cost nothing."""
    total = 0
    for unit in tree.units:
        nobody = not sum(counts.get(below, 0) for below in tree.subtree(unit.id))
        if unit.id not in published and not nobody:
            total += (10**6, 200, 20, 1)[min(len(tree.path(unit.id)) - 1, 3)]
    return total


def every_pattern(tree):
    ids = [unit.id for unit in tree.units]
    for size in range(len(ids) + 1):
        yield from combinations(ids, size)
