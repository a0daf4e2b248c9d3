from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.organisation import Unit, join_units
from survey.disclosure.participation import units_with_participation
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import counted_trees


def a_region(**staff):
    """A region of these units; "A1" lies under "A", a single letter under "R"."""
    return join_units(
        Unit(name, None if name == "R" else name[:-1] or "R", name, "", people)
        for name, people in staff.items()
    )


def staffed(tree, attached):
    """The tree with each unit's own staff and those below it as its staff."""
    return join_units(
        Unit(u.id, u.parent_id, u.name, "", sum(attached[below] for below in tree.subtree(u.id)))
        for u in tree.units
    )


@settings(max_examples=examples(40, thorough=1000))
@given(counted_trees(most=6, highest=9))
def test_no_rate_of_fewer_than_five_invited_follows_from_those_shown(counted):
    tree, attached = counted
    units = units_with_participation(staffed(tree, attached))
    assert not oracles.attackable(tree, attached, units, 5)


@settings(max_examples=examples(20, thorough=500))
@given(counted_trees(most=6, highest=9), st.data())
def test_units_of_unknown_staff_are_not_shown_and_give_nobody_away(counted, data):
    tree, attached = counted
    unknown = data.draw(st.sets(st.sampled_from([unit.id for unit in tree.units])))
    with_staff = staffed(tree, attached)
    region = join_units(
        Unit(u.id, u.parent_id, u.name, "", None if u.id in unknown else u.staff)
        for u in with_staff.units
    )
    units = units_with_participation(region)
    assert not units & unknown
    assert not oracles.attackable(tree, attached, units, 5)


def test_the_people_of_a_unit_of_two_count_in_the_unit_above():
    region = a_region(R=40, A=20, B=20, B1=13, B2=2)
    assert units_with_participation(region) == {"R", "A", "B", "B1"}


def test_a_unit_beside_one_of_two_is_not_shown_where_the_two_are_all_the_rest():
    assert units_with_participation(a_region(R=22, A=20, B=2)) == {"R"}


def test_where_fewer_than_five_are_invited_in_all_nothing_is_shown():
    assert units_with_participation(a_region(R=4)) == frozenset()


def test_a_register_that_has_more_below_than_above_shows_no_small_unit():
    assert units_with_participation(a_region(R=10, A=9, B=4)) == {"R"}


def test_five_invited_are_enough():
    assert units_with_participation(a_region(R=5)) == {"R"}
