import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.organisation import Unit, join_units
from survey.disclosure.choosing.unit_pattern import optimal_pattern
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import a_tree, counted_trees, every_counted_tree, trees


def loses_least(tree, counts, pattern, k):
    """Whether every safe pattern hides at least as much."""
    best = oracles.loss(tree, counts, pattern)
    return all(
        oracles.loss(tree, counts, other) >= best or oracles.attackable(tree, counts, other, k)
        for other in oracles.every_pattern(tree)
    )


# Every organisation of three units with up to three people each, where a person alone (k = 2), two
# and three may be found. The examples below are the larger ones; they are few in the gate.
@pytest.mark.parametrize("k", [2, 3, 4])
def test_in_every_small_organisation_the_pattern_is_safe_and_no_safe_one_hides_less(k):
    for tree, counts in every_counted_tree(most=3, highest=3):
        pattern = optimal_pattern(tree, counts, k=k)
        assert not oracles.attackable(tree, counts, pattern, k), (tree.units, counts)
        assert loses_least(tree, counts, pattern, k), (tree.units, counts)


@settings(max_examples=examples(200, thorough=5000))
@given(counted_trees(most=8), st.integers(2, 7))
def test_no_linear_attacker_finds_fewer_than_k(counted, k):
    tree, counts = counted
    assert not oracles.attackable(tree, counts, optimal_pattern(tree, counts, k=k), k)


@settings(max_examples=examples(60, thorough=1000))
@given(counted_trees(), st.integers(2, 7))
def test_no_safe_pattern_hides_less(counted, k):
    tree, counts = counted
    assert loses_least(tree, counts, optimal_pattern(tree, counts, k=k), k)


measured_trees = trees(5).flatmap(
    lambda tree: st.tuples(
        st.just(tree),
        st.lists(
            st.fixed_dictionaries({unit.id: st.integers(0, 6) for unit in tree.units}),
            min_size=3,
            max_size=3,
        ),
    )
)


@settings(max_examples=examples(120, thorough=3000))
@given(measured_trees)
def test_one_pattern_is_safe_for_every_measure_when_people_leave_some_out(measured):
    tree, measures = measured
    least = {unit.id: min(counts[unit.id] for counts in measures) for unit in tree.units}
    occupied = {unit.id for unit in tree.units if any(counts[unit.id] for counts in measures)}
    pattern = optimal_pattern(tree, least, k=4, occupied=occupied)
    assert not any(oracles.attackable(tree, counts, pattern, 4) for counts in measures)


@settings(max_examples=examples(40, thorough=500))
@given(counted_trees(), st.sets(st.sampled_from("012345")))
def test_only_allowed_units_are_published_and_still_safely(counted, allowed):
    tree, counts = counted
    pattern = optimal_pattern(tree, counts, k=4, allowed=allowed)
    assert pattern <= allowed
    assert not oracles.attackable(tree, counts, pattern, 4)


@settings(max_examples=examples(40, thorough=500))
@given(counted_trees())
def test_required_units_are_published_and_of_the_others_no_safe_pattern_hides_less(counted):
    tree, counts = counted
    required = optimal_pattern(tree, {unit: n - (n > 3) for unit, n in counts.items()}, k=3,
                               occupied={unit for unit, n in counts.items() if n})  # fmt: skip
    pattern = optimal_pattern(tree, counts, k=3, required=required)
    assert required <= pattern
    assert not oracles.attackable(tree, counts, pattern, 3)
    best = oracles.loss(tree, counts, pattern)
    assert all(
        oracles.loss(tree, counts, other) >= best or oracles.attackable(tree, counts, other, 3)
        for other in oracles.every_pattern(tree)
        if required <= {*other}
    )


def test_a_unit_is_required_although_hiding_it_would_show_more():
    small = [Unit(f"s{i}", "r", "", "section") for i in range(2)]
    tree = join_units([Unit("r", None, "", "region"), *small])
    counts = {"r": 3, "s0": 5, "s1": 5}
    for unit_id in ("s0", "s1"):
        assert optimal_pattern(tree, counts, k=5, required={unit_id}) == {"r", unit_id}


def test_a_chain_does_not_give_away_the_single_answer_beside_it():
    root_a_a1_b = a_tree(0, 1, 0)
    pattern = optimal_pattern(root_a_a1_b, {"2": 5, "3": 1}, k=5)
    assert pattern == {"0"}


def test_a_unit_where_somebody_answered_only_some_measures_is_not_nobody():
    chain = a_tree(0, 1)
    pattern = optimal_pattern(chain, {"0": 6, "1": 0, "2": 5}, k=5, occupied={"0", "1", "2"})
    assert not {"1", "2"} <= pattern


def test_a_unit_whose_people_all_stand_in_published_units_is_published():
    chain = a_tree(0, 1)
    assert optimal_pattern(chain, {"2": 5}, k=5) == {"0", "1", "2"}


def test_a_unit_without_anybody_is_never_published():
    assert optimal_pattern(a_tree(0, 0), {"1": 9}, k=5) == {"0", "1"}


def test_fewer_than_k_in_all_publish_nothing():
    assert optimal_pattern(a_tree(0), {"0": 2, "1": 2}, k=5) == frozenset()


def test_a_hospital_is_kept_rather_than_ten_sections():
    small = [Unit(f"s{i}", "r", "", "section") for i in range(10)]
    tree = join_units([Unit("r", None, "", "region"), Unit("h", "r", "", "hospital"), *small])
    counts = {"r": 3, "h": 5} | {unit.id: 5 for unit in small}
    assert len(optimal_pattern(tree, counts, k=5) - {"r", "h"}) == 9
