"""Slow and obvious ways to the same answers."""

from fractions import Fraction
from itertools import combinations
from math import floor

POINTS = {1: 0, 2: 25, 3: 50, 4: 75, 5: 100}


def dimension_score(answers, dimension):
    """answers: item id -> 1..5, 0 for the opt-out, None for nothing. None when missing."""
    points = []
    for item in dimension.items:
        if answers.get(item.id) in POINTS:
            value = POINTS[answers[item.id]]
            points.append(Fraction(100 - value if item.reverse else value))
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
    """Rank of a matrix of whole numbers, by elimination over the rationals."""
    rows = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        at = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if at is None:
            continue
        rows[found], rows[at] = rows[at], rows[found]
        for i in range(found + 1, len(rows)):
            factor = rows[i][column] / rows[found][column]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


def attackable(tree, counts, published, k):
    """Whether some linear combination of the published sums concerns 1 to k - 1 respondents only.

    A published sum weighs everybody attached to the same unit alike, so respondents are taken unit
    by unit. Combinations that vanish outside a set S exist when leaving S out lowers the rank.
    """
    peopled = [unit.id for unit in tree.units if counts.get(unit.id, 0)]
    sums = [[int(atom in tree.below(v)) for atom in peopled] for v in sorted(published)]
    whole = rank(sums)
    for size in range(1, len(peopled) + 1):
        for group in combinations(range(len(peopled)), size):
            if sum(counts[peopled[i]] for i in group) >= k:
                continue
            outside = [[row[i] for i in range(len(peopled)) if i not in group] for row in sums]
            if rank(outside) < whole:
                return True
    return False


def loss(tree, counts, published):
    """The root costs more than all else; then 200, 20 and 1 by depth; empty units cost nothing."""
    total = 0
    for unit in tree.units:
        nobody = not sum(counts.get(below, 0) for below in tree.below(unit.id))
        if unit.id not in published and not nobody:
            total += (10**6, 200, 20, 1)[min(len(tree.path(unit.id)) - 1, 3)]
    return total


def every_pattern(tree):
    ids = [unit.id for unit in tree.units]
    for size in range(len(ids) + 1):
        yield from combinations(ids, size)
