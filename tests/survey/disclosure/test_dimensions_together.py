"""All dimensions and the index of a release together, tried by an exact attacker."""

from collections import Counter
from math import lcm

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.release.pattern import pattern
from survey.scoring.scored_responses import INDEX, ScoredResponses
from survey.scoring.tally import atoms, tally
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import CULTURE, a_tree, trees

DIMENSIONS = ("TRU", "LED")
MEASURES = (*DIMENSIONS, INDEX)
# What a person has answered: both dimensions, either, or neither of them.
ANSWERED = [(True, True), (True, False), (False, True), (False, False)]


def scored(people):
    """The scores of people, each a unit, a group, and whether they answered each dimension."""
    frame = pd.DataFrame(people, columns=["unit_id", "group", *DIMENSIONS])
    scores = frame[list(DIMENSIONS)].astype(float).replace(0.0, float("nan")).astype(float)
    # An index needs one dimension here: so that its people are others than those of each.
    scores = scores.assign(index=scores.mean(axis=1))
    none = pd.DataFrame(index=frame.index)
    return ScoredResponses(
        CULTURE, frame["unit_id"], frame["group"], none, scores, none, none, none, none, none
    )


def places_of(tree, people, k):
    answers = scored(people)
    return pattern(answers, tally(answers, tree), atoms(answers), tree, k=k, share_k=2 * k)


def equations(tree, people, means, crossing):
    """One row for each published figure, one column for each person and dimension.

    A dimension's figure is the sum over those who answered it; the index is the mean of the means
    of those dimensions that somebody there has answered.
    """
    rows = []
    for measure in MEASURES:
        places = [(unit_id, "") for unit_id in sorted(means[measure])]
        for at, group in [*places, *sorted(crossing[measure])]:
            inside = [p[0] in tree.subtree(at) and group in {"", p[1]} for p in people]
            by_dimension = [[i and p[2 + d] for i, p in zip(inside, people, strict=True)]
                            for d in range(len(DIMENSIONS))]  # fmt: skip
            shared = lcm(*(max(sum(of), 1) for of in by_dimension))
            counts = [shared // max(sum(of), 1) if measure in (INDEX, d) else 0
                      for d, of in zip(DIMENSIONS, by_dimension, strict=True)]  # fmt: skip
            rows.append([[int(answered) * count for answered in of]
                         for of, count in zip(by_dimension, counts, strict=True)])  # fmt: skip
    return rows


def attackable(tree, people, means, crossing, k):
    """Whether a combination of all figures is about 1 to k - 1 people, in whatever dimensions.

    People who stand in the same figures with the same weights are one kind, as in
    `oracles.derivable`; leaving a kind out takes away its columns of every dimension.
    """
    rows = equations(tree, people, means, crossing)
    columns = Counter(
        tuple(tuple(row[d][person] for row in rows) for d in range(len(DIMENSIONS)))
        for person in range(len(people))
    )
    return oracles.derivable_of_many(columns, k)


@st.composite
def answered_trees(draw, most=4):
    """A tree of few units and who answered what in each, often all of both dimensions."""
    tree = draw(trees(most))
    kinds = [(unit.id, group, *answered)
             for unit in tree.units for group in ("", "a") for answered in ANSWERED]  # fmt: skip
    counts = draw(st.lists(st.integers(0, 3), min_size=len(kinds), max_size=len(kinds)))
    return tree, [kind for kind, n in zip(kinds, counts, strict=True) for _ in range(n)]


@settings(max_examples=examples(25, thorough=1000))
@given(answered_trees(), st.integers(2, 4))
def test_no_linear_attacker_finds_fewer_than_k_in_all_dimensions_and_the_index_together(case, k):
    tree, people = case
    places = places_of(tree, people, k)
    assert not attackable(tree, people, places.means, places.crossing, k)


def test_the_attacker_finds_what_an_index_gives_away_where_it_stands_without_a_dimension():
    both, trust = ("1", "", True, True), ("2", "", True, False)
    people = [both] * 9 + [trust] * 5 + [("2", "", True, True)] * 4
    means = {"TRU": {"0", "1", "2"}, "LED": {"0"}, INDEX: {"0"}}
    tree, nothing = a_tree(0, 0), dict.fromkeys(MEASURES, ())
    assert not attackable(tree, people, means, nothing, 5)
    assert attackable(tree, people, means | {INDEX: {"0", "1"}}, nothing, 5)


@settings(max_examples=examples(25, thorough=500))
@given(answered_trees(5), st.integers(2, 5))
def test_a_dimension_hides_no_unit_of_the_index_and_the_least_of_the_others(case, k):
    tree, people = case
    places = places_of(tree, people, k)
    for place, dimension in enumerate(DIMENSIONS):
        published = places.means.get(dimension, frozenset())
        assert places.means.get(INDEX, frozenset()) <= published
        counts = Counter(person[0] for person in people if person[2 + place])
        best = oracles.loss(tree, counts, published)
        assert all(
            oracles.loss(tree, counts, other) >= best or oracles.attackable(tree, counts, other, k)
            for other in oracles.every_pattern(tree)
            if places.means.get(INDEX, frozenset()) <= {*other}
        )


def test_a_unit_where_few_left_out_a_dimension_stands_in_the_others():
    people = [("1", "", True, True)] * 9 + [("2", "", True, True)] * 4 + [("2", "", True, False)]
    places = places_of(a_tree(0, 0), people, 5)
    assert places.means == {"TRU": {"0", "1", "2"}, "LED": {"0"}, INDEX: {"0"}}


@pytest.mark.parametrize("k", [2, 3])
def test_with_nobody_there_is_no_place(k):
    assert places_of(a_tree(0, 0), [], k).units == frozenset()
