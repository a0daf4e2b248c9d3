import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.disclosure.choosing.crossing_pattern import crossing_pattern
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import a_tree
from tests.survey.disclosure.cases import atoms_of, crossed, hospital_cells, own_pattern


@settings(max_examples=examples(100, thorough=2000))
@given(crossed(), st.integers(2, 6))
def test_no_linear_attacker_finds_fewer_than_k_in_both_families_together(case, k):
    tree, atoms = case
    published = own_pattern(tree, atoms, k)
    crossing = crossing_pattern(tree, published, atoms, k=k)
    for _, counts in atoms.items():
        assert not oracles.crossing_attackable(tree, counts.to_dict(), published, crossing, k)


@settings(max_examples=examples(20, thorough=300))
@given(crossed(highest=9, measures=("m1",)), st.data())
def test_only_allowed_cells_are_published_and_still_safely(case, data):
    tree, atoms = case
    allowed = data.draw(st.sets(st.sampled_from(hospital_cells(tree))))
    published = own_pattern(tree, atoms, 4)
    crossing = crossing_pattern(tree, published, atoms, k=4, allowed=allowed)
    assert crossing <= allowed
    counts = atoms["m1"].to_dict()
    assert not oracles.crossing_attackable(tree, counts, published, crossing, 4)


@settings(max_examples=examples(20, thorough=300))
@given(crossed(measures=("m1",)))
def test_a_measure_with_the_same_people_hides_nothing_more(case):
    tree, atoms = case
    published = own_pattern(tree, atoms, 4)
    twice = atoms.assign(m2=atoms["m1"])
    once = crossing_pattern(tree, published, atoms, k=4)
    assert crossing_pattern(tree, published, twice, k=4) == once


def test_small_hospitals_are_hidden_together_by_the_measure_fewest_answered():
    index = pd.MultiIndex.from_tuples([("1", "a"), ("2", "a"), ("3", "a")])
    atoms = pd.DataFrame({"m1": [4, 6, 1], "m2": [9, 6, 9]}, index)
    crossing = crossing_pattern(a_tree(0, 0, 0), {"0"}, atoms, k=5)
    assert crossing == {("0", "a"), ("2", "a")}


def test_cells_that_give_nobody_away_are_all_published():
    tree = a_tree(0, 0)
    atoms = atoms_of({(at, group): 9 for at in "12" for group in "ab"})
    assert crossing_pattern(tree, {"0", "1", "2"}, atoms, k=5) == set(hospital_cells(tree))


@pytest.mark.measured
def test_a_group_that_is_all_of_a_hospital_but_two_people_is_hidden():
    tree = a_tree(0, 0)
    atoms = atoms_of({("1", "a"): 9, ("1", ""): 2, ("2", "a"): 9, ("2", ""): 9})
    assert ("1", "a") not in crossing_pattern(tree, {"0", "1", "2"}, atoms, k=5)


def test_two_small_hospital_cells_are_hidden_rather_than_a_large_one_or_the_regions():
    tree = a_tree(0, 0)
    counts = {("1", "a"): 9, ("1", "b"): 7, ("1", ""): 2, ("2", "a"): 9, ("2", "b"): 9}
    crossing = crossing_pattern(tree, {"0", "1", "2"}, atoms_of(counts | {("2", ""): 5}), k=5)
    assert set(hospital_cells(tree)) - crossing == {("1", "b"), ("2", "b")}


def test_the_regions_cell_is_hidden_where_no_hospital_cell_ends_a_breach():
    tree = a_tree(0, 0)
    counts = {("1", "a"): 9, ("1", "b"): 7, ("1", ""): 2, ("2", "a"): 9, ("2", "b"): 9}
    crossing = crossing_pattern(tree, {"0", "1", "2"}, atoms_of(counts), k=5)
    assert set(hospital_cells(tree)) - crossing == {("1", "b"), ("0", "b")}


@pytest.mark.measured
def test_a_section_that_is_a_whole_group_but_one_person_hides_the_group():
    region_hospital_two_sections = a_tree(0, 1, 1)
    atoms = atoms_of({("2", "a"): 8, ("3", "b"): 8, ("3", "a"): 1})
    published = {"0", "1", "2", "3"}
    assert crossing_pattern(region_hospital_two_sections, published, atoms, k=5) == set()


def test_people_of_the_region_itself_stand_in_no_hospital_cell():
    atoms = atoms_of({("0", "a"): 6, ("1", "a"): 6})
    assert crossing_pattern(a_tree(0), {"0", "1"}, atoms, k=5) == {("0", "a"), ("1", "a")}


def test_who_answered_only_some_measures_is_not_nobody_in_a_crossing_cell():
    index = pd.MultiIndex.from_tuples([("0", "a"), ("1", "a")])
    atoms = pd.DataFrame({"m1": [0, 9], "m2": [1, 9]}, index)
    assert crossing_pattern(a_tree(0), {"0"}, atoms, k=5) != {("0", "a"), ("1", "a")}


@pytest.mark.measured
def test_without_answers_no_cell_is_published():
    assert crossing_pattern(a_tree(0), (), atoms_of({}), k=5) == frozenset()


def test_where_nobody_said_a_group_no_cell_is_published():
    assert crossing_pattern(a_tree(0), {"0"}, atoms_of({("1", ""): 9}), k=5) == frozenset()
