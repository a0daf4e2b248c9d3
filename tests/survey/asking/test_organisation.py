import pytest

from survey.asking.organisation import OrganisationBroken, Unit, UnitUnknown, join_units
from tests.survey.builders import a_tree


def units(**parent_of):
    return [Unit(unit_id, parent_id, unit_id, "") for unit_id, parent_id in parent_of.items()]


def test_units_become_a_tree_in_whatever_order_they_come():
    tree = join_units(units(b="a", a="r", r=None))
    assert tree.root.id == "r"
    assert [unit.id for unit in tree.path("b")] == ["r", "a", "b"]


def test_children_keep_their_order():
    assert a_tree(0, 0, 1).children("0") == ("1", "2")


def test_a_unit_without_children_has_none():
    assert a_tree(0).children("1") == ()


def test_below_is_the_unit_and_everything_under_it_parents_first():
    assert a_tree(0, 1, 0).subtree("0") == ("0", "1", "2", "3")
    assert a_tree(0, 1, 0).subtree("1") == ("1", "2")


def test_an_unknown_unit_is_named():
    with pytest.raises(UnitUnknown, match="x9"):
        a_tree(0).unit("x9")


@pytest.mark.parametrize(
    ("units", "named"),
    [
        (units(r=None, a="b", b="a"), "Enheden a hører under sig selv"),
        (units(a="a"), "Enheden a hører under sig selv"),
        (units(r=None, a="gone"), "Enheden a hører under gone"),
        (units(r=None, s=None), "Både r og s"),
        (units(r=None) + units(r=None), "Enheden r står der mere end én gang"),
        ([], "ingen enheder"),
    ],
)
def test_what_is_no_tree_is_refused_naming_the_unit(units, named):
    with pytest.raises(OrganisationBroken, match=named):
        join_units(units)
