from datetime import date

import pytest

from models.errors import InputError
from models.services.culture.view import CultureRequest, View, culture_view
from survey.asking.organisation import UnitUnknown
from tests.models.services.culture.culture_builders import LEADERSHIP, release


@pytest.fixture
def answer(db):
    """seen("A", View.MAP) -> the answer about a unit of the newest of two waves."""
    release(db)
    release(db, "kultur-2024", closes_on=date(2024, 3, 9))
    return lambda unit_id="R", view=View.MAP, wave_id="kultur-2026": culture_view(
        db, CultureRequest(wave_id, unit_id, view), by=LEADERSHIP
    )


@pytest.mark.parametrize("view", View)
def test_the_chosen_unit_and_its_plans_stand_above_every_view(answer, view):
    for unit_id, n in (("R", 120), ("A", 70)):
        culture = answer(unit_id, view)
        assert (culture.unit.id, culture.own.unit.id, culture.own.n) == (unit_id, unit_id, n)
        assert culture.planned.units == len({"R": "AB", "A": "A"}[unit_id])


def test_the_map_holds_the_unit_and_those_directly_under_it(answer):
    culture = answer("R")
    assert [row.unit.id for row in culture.map.rows] == ["A", "B", "C"]
    assert [unit.id for unit in culture.rows] == ["R", "A", "B", "C"]


def test_those_with_units_of_their_own_are_parents(answer):
    assert answer("R").parents == {"R", "A"}


def test_every_published_measure_of_the_map_can_be_opened(answer):
    assert {("R", "", "TRU1"), ("A", "", "FUN1")} <= answer("R").figures.keys()


def test_levels_are_counted_under_the_unit(answer):
    assert list(answer("R", View.LEVELS).levels) == ["hospital", "section"]


def test_the_development_is_since_the_wave_before(answer):
    development = answer("A", View.CHANGE).development
    assert development.before.wave.id == "kultur-2024"
    assert set(development.changes["unit_id"]) == {"R", "A"}


def test_without_a_wave_before_there_is_no_development(answer):
    assert answer("A", View.CHANGE, "kultur-2024").development is None


def test_the_funnel_lays_the_unit_beside_the_region(answer):
    first, *_later = answer("A", View.FUNNEL).stages
    assert (first.own.percent, first.whole.percent) == (55, 40)


def test_a_view_holds_nothing_that_another_shows(answer):
    culture = answer("A", View.COMMENTS)
    assert (culture.map, culture.figures, culture.levels, culture.stages) == (None, None, None, ())


def test_what_is_not_there_is_refused(answer):
    with pytest.raises(UnitUnknown):
        answer("ukendt")
    with pytest.raises(InputError, match="ikke frigivet"):
        answer("R", wave_id="ukendt")
