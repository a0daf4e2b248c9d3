from datetime import date, timedelta

import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services.culture import actions
from models.services.culture.results import released_waves
from models.services.waves.answering import WaveUnknown
from survey.asking.organisation import UnitUnknown
from tests.models.services.result_builders import a_released_wave
from tests.models.services.survey_builders import DEPARTMENT, STEWARD, an_open_wave

RELEASED = date(2026, 3, 9)
DUE = RELEASED + timedelta(weeks=12)
MANAGER = Viewer("leder", Role.DEPARTMENT, "A")


@pytest.fixture
def wave_id(db):
    """A released wave in which A1 and B got a result of their own, A through A1."""
    return a_released_wave(db, R=58, A=58, A1=58, B=58)


def agree(db, wave_id, unit_id="A1", *, by=STEWARD, on=RELEASED, **fields):
    usual = {"what": "Tavlemøde hver tirsdag", "responsible": "Afdelingsledelsen", "due_on": DUE}
    return actions.agree(db, wave_id, unit_id, by=by, on=on, **usual | fields)


def test_what_was_agreed_is_there_again(db, wave_id):
    assert actions.newest(db, wave_id, "A1", by=STEWARD) is None
    agreed = agree(db, wave_id, what=" Tavlemøde ")
    assert agreed == actions.newest(db, wave_id, "A1", by=STEWARD)
    assert (agreed.what, agreed.agreed_on, agreed.due_on) == ("Tavlemøde", RELEASED, DUE)


def test_a_later_agreement_takes_the_place_of_an_earlier_one(db, wave_id):
    agree(db, wave_id)
    agree(db, wave_id, what="Noget andet")
    assert actions.newest(db, wave_id, "A1", by=STEWARD).what == "Noget andet"


@pytest.mark.parametrize("by", [DEPARTMENT, MANAGER, Viewer("ledelse", Role.LEADERSHIP)])
def test_a_unit_those_above_it_and_leadership_may_agree(db, wave_id, by):
    assert agree(db, wave_id, by=by)


@pytest.mark.parametrize("unit_id", ["A", "A2", "B"])
def test_a_department_agrees_nothing_for_others(db, wave_id, unit_id):
    with pytest.raises(Refused, match="hører ikke under"):
        agree(db, wave_id, unit_id, by=DEPARTMENT)


@pytest.mark.parametrize("role", [Role.RESPONDENT, Role.COMMITTEE])
def test_others_may_not_agree_anything(db, wave_id, role):
    with pytest.raises(Refused):
        agree(db, wave_id, by=Viewer("en anden", role))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"what": "  "}, "Skriv, hvad"),
        ({"responsible": ""}, "Skriv, hvem"),
        ({"what": "x" * 501}, "for lang"),
        ({"responsible": "x" * 81}, "for lang"),
        ({"due_on": RELEASED - timedelta(days=1)}, "allerede overskredet"),
    ],
)
def test_an_agreement_says_what_who_and_when(db, wave_id, fields, message):
    with pytest.raises(InputError, match=message):
        agree(db, wave_id, **fields)
    assert actions.newest(db, wave_id, "A1", by=STEWARD) is None


def test_nothing_is_agreed_about_a_wave_that_is_not_released(db):
    wave, _links = an_open_wave(db)
    with pytest.raises(InputError, match="ikke frigivet"):
        agree(db, wave.id)


def test_nothing_is_agreed_about_what_is_not_there(db, wave_id):
    with pytest.raises(UnitUnknown):
        agree(db, wave_id, "ukendt")
    with pytest.raises(WaveUnknown):
        agree(db, "ukendt")


def planned(db):
    (release,) = released_waves(db, by=STEWARD)
    return actions.share_with_plan(db, release, release.root.id, by=STEWARD)


def test_only_the_lowest_units_with_a_result_count(db, wave_id):
    plans = planned(db)
    assert (plans.units, plans.with_plan, plans.share) == (2, 0, 0.0)


@pytest.mark.parametrize(("days", "in_time"), [(0, 1), (56, 1), (57, 0)])
def test_a_plan_counts_within_eight_weeks(db, wave_id, days, in_time):
    on = RELEASED + timedelta(days=days)
    agree(db, wave_id, on=on, due_on=on)
    plans = planned(db)
    assert (plans.with_plan, plans.within_eight_weeks) == (1, in_time)


def test_a_plan_in_time_still_counts_after_a_later_one(db, wave_id):
    agree(db, wave_id)
    late = RELEASED + timedelta(weeks=20)
    agree(db, wave_id, on=late, due_on=late)
    assert planned(db).share == 0.5


def test_without_any_result_there_is_no_share(db):
    a_released_wave(db)
    assert planned(db).share is None
