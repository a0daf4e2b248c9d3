import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.disclosure.attacking.attack import attack
from survey.disclosure.attacking.file_checks import FIGURES, KEYS
from survey.disclosure.attacking.finding import Finding, Kind
from survey.disclosure.attacking.same_people import INDEX
from survey.disclosure.choosing.crossing_pattern import crossing_pattern
from survey.release import cells
from survey.scoring import scored_responses
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import a_tree, counted_trees
from tests.survey.disclosure.cases import crossed, hospital_cells, own_pattern, parents

TREE = parents(a_tree(0, 0))
ROOT = {"0": None}
FIGURES_OF_FEW = [name for name in FIGURES if name not in {"n", "favourable_n"}]


def cells_of(tree, counts, published, crossing=(), measure="TRU"):
    """The file of a release: counts are own respondents by (unit_id, group)."""
    cells = [*((unit_id, "") for unit_id in published), *crossing]
    n = [
        sum(
            count
            for (at, of), count in counts.items()
            if at in tree.subtree(unit_id) and group in {"", of}
        )
        for unit_id, group in cells
    ]
    units, groups = zip(*cells, strict=True) if cells else ((), ())
    rows = {"unit_id": units, "group": groups, "measure": measure, "n": n}
    return pd.DataFrame(rows).astype({"n": float, "unit_id": "str", "group": "str"})


def a_file(*rows, **figures):
    """Rows of unit, group, measure and n, with more figures a column."""
    named = pd.DataFrame(rows, columns=["unit_id", "group", "measure", "n"])
    return named.assign(**figures)


@settings(max_examples=examples(25, thorough=500))
@given(counted_trees(most=5, highest=4), st.data())
def test_a_file_of_the_organisation_is_attacked_exactly_as_by_the_attacker(counted, data):
    tree, counts = counted
    published = data.draw(st.sets(st.sampled_from([unit.id for unit in tree.units])))
    by_atom = {(unit_id, ""): count for unit_id, count in counts.items()}
    findings = attack(cells_of(tree, by_atom, published), parents(tree), k=4)
    assert bool(findings) == oracles.attackable(tree, counts, published, 4)


@settings(max_examples=examples(25, thorough=500))
@given(crossed(most=4, highest=3, measures=("m1",)), st.data())
def test_a_file_of_both_families_is_attacked_exactly_as_subtraction_allows(case, data):
    tree, atoms = case
    counts = atoms["m1"].to_dict()
    published = data.draw(st.sets(st.sampled_from([unit.id for unit in tree.units])))
    crossing = data.draw(st.sets(st.sampled_from(hospital_cells(tree))))
    findings = attack(cells_of(tree, counts, published, crossing), parents(tree), k=4)
    assert bool(findings) == oracles.subtractable(tree, counts, published, crossing, 4)


@settings(max_examples=examples(15, thorough=300))
@given(crossed(highest=9, measures=("m1",)))
def test_what_the_optimiser_publishes_gives_nothing_away_to_who_holds_the_file(case):
    tree, atoms = case
    published = own_pattern(tree, atoms, 5)
    crossing = crossing_pattern(tree, published, atoms, k=5)
    cells = cells_of(tree, atoms["m1"].to_dict(), published, crossing)
    assert attack(cells, parents(tree), k=5) == ()


def test_a_cell_on_too_few_is_found():
    assert attack(a_file(("0", "", "TRU", 4)), ROOT, k=5) == (
        Finding(Kind.SMALL, "0", "", "TRU", 4),
    )


def test_a_unit_less_those_below_it_is_found():
    cells = a_file(("0", "", "TRU", 12), ("1", "", "TRU", 9))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "", "TRU", 3),)


def test_a_group_in_the_region_less_the_hospitals_is_found():
    cells = a_file(("0", "nurse", "TRU", 12), ("1", "nurse", "TRU", 9))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "nurse", "TRU", 3),)


def test_a_hospital_less_its_groups_is_found():
    cells = a_file(("1", "", "TRU", 20), ("1", "nurse", "TRU", 9), ("1", "doctor", "TRU", 9))
    assert attack(cells, TREE, k=5) == (Finding(Kind.JOINT, "1", "", "TRU", 2),)


def test_hospitals_together_less_their_groups_are_found():
    cells = a_file(("0", "", "TRU", 40), ("1", "nurse", "TRU", 19), ("2", "nurse", "TRU", 19))
    assert attack(cells, TREE, k=5) == (Finding(Kind.JOINT, "0", "", "TRU", 2),)


def test_more_people_below_than_above_are_found():
    cells = a_file(("0", "", "TRU", 12), ("1", "", "TRU", 19))
    assert attack(cells, TREE, k=5) == (Finding(Kind.CONTRADICTION, "0", "", "TRU", -7),)


def test_shares_need_ten_people_and_more_where_the_smallest_group_is_larger():
    share = a_file(("0", "", "TRU", 12), favourable=[40.0], favourable_n=[11.0])
    assert attack(share, ROOT, k=5) == ()
    assert attack(share, ROOT, k=6) == (Finding(Kind.SMALL, "0", "", "TRU", 11),)


def test_a_share_that_does_not_say_of_how_many_is_of_the_cells_people():
    share = a_file(("0", "", "TRU", 9), favourable=[40.0])
    assert attack(share, ROOT, k=5) == (Finding(Kind.SMALL, "0", "", "TRU", 9),)


def test_who_opted_out_is_a_share_too():
    share = a_file(("0", "", "TRU1", 9), opted_out=[40.0])
    assert attack(share, ROOT, k=5) == (Finding(Kind.SMALL, "0", "", "TRU1", 9),)


@pytest.mark.parametrize("name", ["mean", "low", "high", "predicted", "favourable", "opted_out"])
@pytest.mark.parametrize("figure", [4.0, 96.0])
def test_a_figure_beyond_the_coding_is_found(name, figure):
    cells = a_file(("0", "", "TRU", 50), **{name: [figure]})
    assert attack(cells, ROOT, k=5) == (Finding(Kind.UNCODED, "0", "", "TRU", figure),)


@pytest.mark.parametrize(
    ("name", "figure"),
    [("mean", 45.3), ("level", 73.0), ("level_low", 2.5), ("divided", 2.0), ("n_eff", 12.5)],
)
def test_a_figure_that_says_more_than_its_coding_is_found(name, figure):
    cells = a_file(("0", "", "TRU", 50), **{name: [figure]})
    assert attack(cells, ROOT, k=5) == (Finding(Kind.UNCODED, "0", "", "TRU", figure),)


@pytest.mark.parametrize("figure", [5.0, 95.0, np.nan])
def test_a_coded_or_blank_figure_is_none(figure):
    assert attack(a_file(("0", "", "TRU", 50), mean=[figure]), ROOT, k=5) == ()


def test_an_item_on_other_people_than_its_dimension_is_found():
    cells = a_file(("0", "", "TRU", 50), ("0", "", "TRU1", 48), ("0", "", "TRU2", 50))
    assert attack(cells, ROOT, k=5) == (Finding(Kind.ITEM, "0", "", "TRU1", 2),)


def test_a_figure_that_does_not_say_on_how_many_is_found():
    cells = a_file(("0", "", "TRU", np.nan), mean=[50.0])
    assert attack(cells, ROOT, k=5) == (Finding(Kind.UNCOUNTED, "0", "", "TRU", 0),)


@pytest.mark.parametrize("name", FIGURES_OF_FEW)
@pytest.mark.parametrize("n", [np.nan, 0.0])
def test_every_figure_says_on_how_many_it_stands(name, n):
    cells = a_file(("0", "", "TRU", n), **{name: [1.0 if name == "divided" else 5.0]})
    kind = Kind.SMALL if n == 0 else Kind.UNCOUNTED
    assert Finding(kind, "0", "", "TRU", 0) in attack(cells, ROOT, k=5)


def test_a_divided_unit_is_told_on_as_many_as_a_share():
    divided = a_file(("0", "", "TRU", 9), divided=[0.0])
    assert attack(divided, ROOT, k=5) == (Finding(Kind.SMALL, "0", "", "TRU", 9),)


def test_a_share_of_more_than_answered_does_not_hide_on_how_many_it_is():
    share = a_file(("0", "", "TRU", 9), favourable=[40.0], favourable_n=[50.0], divided=[0.0])
    assert attack(share, ROOT, k=5) == (
        Finding(Kind.CONTRADICTION, "0", "", "TRU", -41),
        Finding(Kind.SMALL, "0", "", "TRU", 9),
    )


def test_a_mean_that_few_carry_is_found():
    cells = a_file(("0", "", "TRU", 12), n_eff=[4.0])
    assert attack(cells, ROOT, k=5) == (Finding(Kind.DOMINATED, "0", "", "TRU", 4),)


def test_nobody_is_worth_more_than_one():
    cells = a_file(("0", "", "TRU", 12), n_eff=[13.0])
    assert attack(cells, ROOT, k=5) == (Finding(Kind.CONTRADICTION, "0", "", "TRU", -1),)


def test_a_unit_that_is_not_in_the_tree_is_found():
    cells = a_file(("9", "", "TRU", 50))
    assert attack(cells, ROOT, k=5) == (Finding(Kind.STRANGER, "9", "", "TRU", 0),)


def test_a_family_nobody_knows_is_found():
    cells = a_file(("0", "", "TRU", 50), family=["shift"])
    assert attack(cells, ROOT, k=5) == (Finding(Kind.STRANGER, "0", "", "TRU", 0),)


def test_a_row_that_is_there_already_is_found():
    cells = a_file(("0", "", "TRU", 50), ("0", "", "TRU", 48))
    assert attack(cells, ROOT, k=5) == (Finding(Kind.REPEATED, "0", "", "TRU", 0),)


def test_a_column_that_is_not_of_a_release_is_found():
    cells = a_file(("0", "", "TRU", 50), invented=["demo S"], sd=[12.0])
    assert attack(cells, ROOT, k=5) == (Finding(Kind.FOREIGN, "", "", "sd", 0),)


def test_the_attackers_own_list_of_columns_is_the_releases():
    assert (*KEYS, *FIGURES) == (*cells.KEYS, *cells.FIGURES)
    assert INDEX == scored_responses.INDEX


@pytest.mark.parametrize("measure", ["tru", " TRU", "Tru "])
def test_a_measure_written_another_way_is_the_same(measure):
    cells = a_file(("0", "", "TRU", 50), ("0", "", measure, 48))
    assert attack(cells, ROOT, k=5) == (Finding(Kind.REPEATED, "0", "", "TRU", 0),)


def test_a_group_written_another_way_is_the_same():
    cells = a_file(("0", "Nurse", "TRU", 12), ("1", "nurse ", "TRU", 9))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "Nurse", "TRU", 3),)


def test_a_dimension_and_its_items_are_subtracted_from_each_other():
    cells = a_file(("0", "", "TRU", 45), ("1", "", "TRU", 20), ("2", "", "TRU1", 22))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "", "TRU", 3),)


def test_items_of_a_dimension_that_stands_elsewhere_are_on_the_same_people_as_each_other():
    cells = a_file(("0", "", "TRU", 45), ("1", "", "TRU1", 20), ("1", "", "TRU2", 22))
    assert attack(cells, TREE, k=5) == (Finding(Kind.ITEM, "1", "", "TRU2", 2),)


def test_an_outcome_and_how_it_was_answered_are_subtracted_from_each_other():
    cells = a_file(("0", "", "OVR1", 45), ("1", "", "OVR1", 20), ("2", "", "OVR1=10", 22))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "", "OVR1", 3),)


def test_other_questions_have_people_of_their_own():
    cells = a_file(("0", "", "FUN1", 45), ("1", "", "FUN1", 20), ("2", "", "FUN2", 22))
    assert attack(cells, TREE, k=5) == ()


def test_the_index_and_the_dimensions_are_subtracted_from_each_other():
    cells = a_file(("0", "", "index", 45), ("1", "", "index", 20), ("2", "", "TRU", 22))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "", "index", 3),)


def test_a_dimension_is_subtracted_from_the_index():
    cells = a_file(("0", "", "TRU", 45), ("1", "", "TRU", 20), ("2", "", "index", 22))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "", "TRU", 3),)


@pytest.mark.measured
def test_the_groups_of_a_dimension_are_subtracted_from_a_hospitals_index():
    cells = a_file(("1", "", "index", 20), ("1", "a", "TRU", 9), ("1", "b", "TRU", 9))
    assert Finding(Kind.JOINT, "1", "", "index", 2) in attack(cells, TREE, k=5)


def beside_dimensions(index, *dimensions):
    """The means of an index in two units and of one dimension in these and a third."""
    rows = [("0", "", "index", 45), ("1", "", "index", 20)]
    rows += [("0", "", "TRU", 50), ("1", "", "TRU", 20), ("2", "", "TRU", 22)]
    return a_file(*rows, mean=[*index, *dimensions])


@pytest.mark.parametrize("index", [(60.0, 70.0), (61.0, 69.0)])
def test_an_index_that_is_the_mean_of_the_dimensions_beside_it_gives_nothing_away(index):
    assert attack(beside_dimensions(index, 60.0, 70.0, 55.0), TREE, k=5) == ()


@pytest.mark.parametrize("index", [(60.0, 68.0), (60.0, np.nan)])
def test_an_index_that_is_another_mean_is_of_people_and_is_subtracted(index):
    findings = attack(beside_dimensions(index, 60.0, 70.0, 55.0), TREE, k=5)
    assert findings == (Finding(Kind.REMAINDER, "0", "", "index", 3),)


@pytest.mark.measured
def test_an_index_alone_is_subtracted_from_itself():
    cells = a_file(("0", "", "index", 45), ("1", "", "index", 42))
    assert attack(cells, TREE, k=5) == (Finding(Kind.REMAINDER, "0", "", "index", 3),)


def test_an_index_that_lacks_a_dimension_beside_it_gives_that_dimension_away():
    cells = beside_dimensions((60.0, 70.0), 60.0, 70.0, 55.0)
    lacking = a_file(("0", "", "LED", 44), ("2", "", "LED", 22), mean=[60.0, 60.0])
    findings = attack(pd.concat([cells, lacking]), TREE, k=5)
    assert Finding(Kind.REMAINDER, "0", "", "LED", 2) in findings


@pytest.mark.measured
def test_the_index_stands_on_nearly_the_same_people_so_fewer_than_none_is_no_finding():
    cells = a_file(("0", "", "TRU", 42), ("1", "", "TRU", 21), ("2", "", "index", 22))
    assert attack(cells, TREE, k=5) == ()


def test_an_empty_file_gives_nothing_away():
    assert attack(a_file(), ROOT, k=5) == ()


@pytest.mark.measured
def test_of_very_many_hospitals_each_two_are_put_together():
    tree = {"0": None} | {str(i): "0" for i in range(1, 17)}
    open_two = a_file(("0", "", "TRU", 40), ("1", "a", "TRU", 19), ("2", "a", "TRU", 19))
    assert attack(open_two, tree, k=5) == (Finding(Kind.JOINT, "0", "", "TRU", 2),)
