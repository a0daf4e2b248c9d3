from hypothesis import given, settings

from survey.disclosure.auditing.audit import Breach, breaches
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import a_tree, counted_trees, every_counted_tree


def parents(tree):
    return {unit.id: unit.parent_id for unit in tree.units}


# Every organisation of three units, every number of people that may matter, every pattern.
def test_in_every_small_organisation_the_auditor_finds_exactly_what_the_attacker_finds():
    for tree, counts in every_counted_tree(most=3, highest=3):
        for pattern in oracles.every_pattern(tree):
            audited = bool(breaches(parents(tree), counts, pattern, k=3))
            assert audited == oracles.attackable(tree, counts, pattern, 3), (counts, pattern)


@settings(max_examples=examples(60, thorough=2000))
@given(counted_trees(most=5, highest=4))
def test_the_auditor_finds_exactly_what_the_attacker_finds(counted):
    tree, counts = counted
    for pattern in oracles.every_pattern(tree):
        breaches_of_pattern = breaches(parents(tree), counts, pattern, k=4)
        assert bool(breaches_of_pattern) == oracles.attackable(tree, counts, pattern, 4)


def test_the_auditor_names_the_unit_and_the_size_of_the_group():
    tree, counts = a_tree(0, 0), {"1": 6, "2": 2}
    assert breaches(parents(tree), counts, {"0", "1"}, k=5) == (Breach("0", 2),)


def test_whoever_no_published_unit_covers_is_not_found():
    tree, counts = a_tree(0, 0), {"0": 1, "1": 6, "2": 2}
    assert breaches(parents(tree), counts, {"1"}, k=5) == ()
