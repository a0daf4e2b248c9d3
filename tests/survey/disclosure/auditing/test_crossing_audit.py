from hypothesis import given, settings
from hypothesis import strategies as st

from survey.disclosure.auditing.audit import breaches
from survey.disclosure.auditing.crossing_audit import (
    CrossingBreach,
    Family,
    crossing_breaches,
    joint_cuts,
)
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import a_tree
from tests.survey.disclosure.cases import crossed, hospital_cells, parents


@settings(max_examples=examples(120, thorough=3000))
@given(crossed(measures=("m1",)), st.data(), st.integers(2, 6))
def test_the_auditor_finds_exactly_what_the_attacker_finds_in_two_families(case, data, k):
    tree, atoms = case
    counts = atoms["m1"].to_dict()
    published = data.draw(st.sets(st.sampled_from([unit.id for unit in tree.units])))
    crossing = data.draw(st.sets(st.sampled_from(hospital_cells(tree))))
    breaches_together = crossing_breaches(parents(tree), published, crossing, counts, k=k)
    attackable = oracles.crossing_attackable(tree, counts, published, crossing, k)
    assert bool(breaches_together) == attackable


def test_the_auditor_names_a_cell_and_the_size_of_the_group():
    counts = {("1", "a"): 9, ("1", ""): 2}
    breaches_together = crossing_breaches(parents(a_tree(0)), {"1"}, {("1", "a")}, counts, k=5)
    assert breaches_together == (CrossingBreach("1", "", 2),)


def test_a_wave_cut_by_the_old_and_the_new_organisation_gives_away_who_moved():
    old, new = a_tree(0, 0), a_tree(0, 0)
    stayed_and_moved = {("1", "1"): 9, ("2", "2"): 9, ("2", "1"): 1}
    everything = {"0", "1", "2"}
    before, after = Family(parents(old), everything), Family(parents(new), everything)
    assert breaches(before.parents, {"1": 9, "2": 10}, everything, k=5) == ()
    assert breaches(after.parents, {"1": 10, "2": 9}, everything, k=5) == ()
    (cut,) = joint_cuts(before, after, stayed_and_moved, k=5)
    assert (cut.size, set(cut.ties[0])) == (1, {("first", "2"), ("second", "1")})
