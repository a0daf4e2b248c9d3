import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.organisation import Unit, join_units
from survey.disclosure.auditing.staff_audit import followed
from survey.disclosure.choosing.staff_moves import staff_moves, steady
from survey.disclosure.choosing.unit_pattern import optimal_pattern
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import a_tree, trees
from tests.survey.disclosure.cases import parents

SECTIONS = a_tree(0, 0, 0)


@st.composite
def two_waves(draw):
    """A tree, own respondents, and by unit what it moved where it was published before."""
    tree = draw(trees(5))
    ids = [unit.id for unit in tree.units]
    own = st.sampled_from([0, 5, 6, 20, 50])
    move = st.none() | st.integers(-6, 6)
    counts = {unit_id: draw(own) for unit_id in ids}
    return tree, counts, draw(st.dictionaries(st.sampled_from(ids), move))


def people_of(tree, counts):
    return {unit.id: sum(counts[below] for below in tree.subtree(unit.id)) for unit in tree.units}


def follows_few(tree, counts, published, moves, k):
    """Whether a unit, or it without those below, moved by few that rounding does not hide."""
    people = people_of(tree, counts)
    for unit_id in published:
        inside = {v for v in published if v != unit_id and v in tree.subtree(unit_id)}
        nested = {v for v in inside if not any(v in tree.subtree(w) for w in inside - {v})}
        for parts in (set(), nested):
            left = people[unit_id] - sum(people[v] for v in parts)
            figures = {unit_id} | parts
            if left and sum(people[v] for v in figures) < 100 and figures <= {*moves}:
                own = [moves[unit_id], *(None if moves[v] is None else -moves[v] for v in parts)]
                if None in own or 0 < abs(sum(own)) < k:
                    return True
    return False


@settings(max_examples=examples(60, thorough=2000))
@given(two_waves(), st.data())
def test_the_auditor_finds_exactly_what_follows_few_who_came_or_left(case, data):
    tree, counts, moves = case
    published = data.draw(st.sets(st.sampled_from([unit.id for unit in tree.units])))
    findings = followed(parents(tree), counts, published, moves, k=5)
    assert bool(findings) == follows_few(tree, counts, published, moves, 5)
    assert {*findings} <= published


@settings(max_examples=examples(60, thorough=2000))
@given(two_waves())
def test_nobody_is_followed_and_what_is_left_is_as_safe_as_before(case):
    tree, counts, moves = case
    published = optimal_pattern(tree, counts, k=5)
    left = steady(tree, published, people_of(tree, counts), moves, k=5)
    assert left <= published
    assert not follows_few(tree, counts, left, moves, 5)
    assert not oracles.attackable(tree, counts, left, 5)


@pytest.mark.parametrize(
    ("move", "left"),
    [(0, {"0", "1"}), (1, {"0"}), (-1, {"0"}), (4, {"0"}), (-5, {"0", "1"}), (None, {"0"})],
)
def test_a_unit_that_moved_by_one_to_four_is_left_out_and_by_none_or_five_is_not(move, left):
    people, moves = {"0": 90, "1": 6}, {"0": 9, "1": move}
    assert steady(a_tree(0), {"0", "1"}, people, moves, k=5) == left


def test_a_unit_that_was_never_published_has_nothing_to_be_compared_with():
    assert steady(a_tree(0), {"0", "1"}, {"0": 90, "1": 6}, {"0": 9}, k=5) == {"0", "1"}


def test_the_unit_above_goes_too_where_subtraction_would_give_the_unit_back():
    people = {"0": 40, "1": 6, "2": 14, "3": 20}
    moves = {"0": 10, "1": 1, "2": 9, "3": 0}
    assert steady(SECTIONS, {*people}, people, moves, k=5) == {"2", "3"}


def test_a_figure_of_a_hundred_is_too_coarse_to_follow_a_person_in():
    people = {"0": 100, "1": 6, "2": 14, "3": 80}
    moves = {"0": 1, "1": 1, "2": 0, "3": 0}
    assert steady(SECTIONS, {*people}, people, moves, k=5) == {"0", "2", "3"}


def test_the_move_is_the_staff_now_less_what_it_was_and_unknown_where_either_is():
    region = join_units(
        [Unit("R", None, "", "", 60), Unit("A", "R", "", "", 6), Unit("B", "R", "", "", None)]
    )
    before = {"R": None, "A": 7, "B": 9, "gone": 12}
    assert staff_moves(region, before) == {"R": None, "A": -1, "B": None}
    assert staff_moves(region, {}) == {}


@pytest.mark.parametrize(
    ("own", "moves", "findings"),
    [
        ((84, 6), (20, 0), False),
        ((84, 6), (20, 1), True),
        ((84, 6), (20, 4), True),
        ((84, 6), (20, 5), False),
        ((84, 6), (20, None), True),
        ((84, 6), (24, 20), True),
        ((84, 6), (25, 20), False),
        ((87, 6), (24, 20), True),
        ((88, 6), (24, 20), False),
    ],
)
def test_the_auditor_follows_one_to_four_by_itself_or_by_subtraction_in_under_a_hundred(
    own, moves, findings
):
    counts, moves = dict(zip("01", own, strict=True)), dict(zip("01", moves, strict=True))
    assert bool(followed(parents(a_tree(0)), counts, {"0", "1"}, moves, k=5)) is findings


def test_a_unit_whose_people_are_all_in_the_unit_below_is_not_compared_with_it():
    moves = {"0": 24, "1": 20}
    assert steady(a_tree(0), {"0", "1"}, {"0": 6, "1": 6}, moves, k=5) == {"0", "1"}
