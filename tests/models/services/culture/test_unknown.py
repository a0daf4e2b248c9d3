from models.services.culture.unknown import often_unknown
from survey.release.figure import by_place
from tests.models.services.culture.culture_builders import TREE, a_cell, a_release, cells

FIGURES = by_place(
    cells(
        a_cell("R", "TRU1", opted_out=20),
        a_cell("R", "TRU2", opted_out=19),
        a_cell("R", "RIS1", opted_out=55),
        a_cell("A", "RIS1", opted_out=30),
    )
)


def unknown(unit_id):
    statements = often_unknown(a_release(), FIGURES, TREE.unit(unit_id))
    return [(row.item.id, row.whole, row.own) for row in statements]


def test_what_a_fifth_of_the_wave_does_not_know_is_a_finding_for_the_region():
    assert unknown("R") == [("RIS1", 55, 55), ("TRU1", 20, 20)]


def test_a_hospital_stands_beside_the_region_and_says_where_its_own_is_hidden():
    assert unknown("A") == [("RIS1", 55, 30), ("TRU1", 20, None)]


def test_a_section_has_no_such_finding():
    assert unknown("A1") == []
