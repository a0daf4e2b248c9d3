from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.asking.organisation import Unit, UnitUnknown, join_units
from survey.disclosure.comments import filed_at, places
from tests.survey.builders import a_tree, counted_trees

TREE = join_units(
    [
        Unit("R", None, "Regionen", "region"),
        Unit("H", "R", "Hospital", "hospital"),
        Unit("C", "H", "Center", "centre"),
        Unit("D", "C", "Afdeling", "department"),
        Unit("D1", "D", "Afsnit", "section"),
        Unit("D11", "D1", "Team", "team"),
        Unit("S", "H", "Afsnit uden afdeling", "section"),
        Unit("S1", "S", "Team", "team"),
        Unit("P", "R", "Pladsen", "section"),
    ]
)


@pytest.mark.parametrize(
    ("written_in", "filed"),
    [
        ("D11", "D"),
        ("D1", "D"),
        ("D", "D"),
        ("C", "C"),
        ("H", "H"),
        ("R", "R"),
        ("S", "H"),
        ("S1", "H"),
        ("P", "R"),
    ],
)
def test_a_comment_is_filed_at_the_department_or_above(written_in, filed):
    assert filed_at(TREE, written_in) == filed


def test_where_nothing_is_called_a_department_it_is_filed_two_levels_down():
    assert filed_at(a_tree(0, 1, 2, 3), "4") == "2"


def test_a_comment_of_an_unknown_unit_is_filed_nowhere():
    with pytest.raises(UnitUnknown):
        filed_at(TREE, "X")


@given(counted_trees(), st.integers(2, 9))
def test_no_place_shows_fewer_than_k_comments(counted, k):
    tree, counts = counted
    at_place = Counter()
    for unit_id, place in places(tree, counts, k=k).items():
        at_place[place] += counts[unit_id]
    assert all(count >= k for count in at_place.values())


@given(counted_trees(), st.integers(2, 9))
def test_a_comment_is_shown_at_its_unit_or_above_and_shown_when_there_are_enough(counted, k):
    tree, counts = counted
    shown_at = places(tree, counts, k=k)
    assert all(unit_id in tree.subtree(place) for unit_id, place in shown_at.items())
    with_comments = {unit_id for unit_id, count in counts.items() if count}
    assert set(shown_at) == (with_comments if sum(counts.values()) >= k else set())


def test_a_small_departments_comments_stand_among_those_of_the_hospital():
    counts = {"H": 4, "C": 6, "D": 12, "S": 0}
    assert places(TREE, counts, k=10) == {"H": "H", "C": "H", "D": "D"}
