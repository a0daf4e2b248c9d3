from math import nan

from models.services.culture import levels, results
from tests.models.services.culture.culture_builders import LEADERSHIP, TREE, a_cell, cells, release

CELLS = cells(
    a_cell("A", level_low=3, level_high=4),
    a_cell("C", "TRU"),
    a_cell("A2", "TRU", level_low=nan, level_high=nan),
    a_cell("B", level_low=4, level_high=4),
    a_cell("A1", level_low=nan, level_high=nan),
)


def counts(db, kind, unit_id="R"):
    release(db, cell_rows=CELLS)
    (newest,) = results.released_waves(db, by=LEADERSHIP)
    return levels.levels_below(db, newest, unit_id, by=LEADERSHIP)[kind]


def test_a_unit_between_two_levels_is_counted_between_them(db):
    assert counts(db, "hospital")["index"].spans == {(3, 4): 1, (4, 4): 1}


def test_hidden_units_are_counted_apart(db):
    hospitals = counts(db, "hospital")["index"]
    assert (hospitals.without, hospitals.hidden, hospitals.units) == (0, 1, 3)


def test_published_units_without_a_level_are_counted_apart(db):
    sections = counts(db, "section")["index"]
    assert (sections.without, sections.hidden, sections.units) == (1, 1, 2)


def test_a_measure_without_any_level_has_its_counts_too(db):
    assert counts(db, "hospital")["LED"].spans == {}


def test_a_unit_is_hidden_in_one_measure_and_counted_in_another(db):
    release(db, cell_rows=CELLS)
    (newest,) = results.released_waves(db, by=LEADERSHIP)
    below = levels.levels_below(db, newest, "R", by=LEADERSHIP)
    hospitals, sections = below["hospital"], below["section"]
    assert (hospitals["TRU"].spans, hospitals["TRU"].hidden) == ({(3, 3): 1}, 2)
    assert (sections["TRU"].without, sections["TRU"].hidden) == (1, 1)
    assert (sections["index"].without, sections["index"].hidden) == (1, 1)


def test_the_kinds_under_a_unit_come_uppermost_first():
    assert levels.kinds(TREE, "R") == {
        "hospital": ("A", "B", "C"),
        "section": ("A1", "A2"),
    }


def test_a_lowest_unit_has_no_kinds_under_it():
    assert levels.kinds(TREE, "A1") == {}
