from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from models.agreed_action import AgreedAction
from models.storage import actions, waves
from tests.builders import a_wave


def an_action(**fields):
    usual = {
        "wave_id": "w",
        "unit_id": "north",
        "agreed_on": date(2015, 9, 1),
        "what": "Tavlemøde hver uge",
        "responsible": "Ida",
        "due_on": date(2015, 12, 1),
        "entered_by": "lars",
    }
    return AgreedAction(**usual | fields)


@pytest.fixture
def db(any_db):
    for wave_id in ("w", "other"):
        waves.add(any_db, a_wave(id=wave_id))
    return any_db


def test_every_action_stays_and_the_last_one_entered_counts(db):
    entered = [an_action(what=what) for what in ("Først", "Så", "Nu")]
    for action in entered:
        actions.add(db, action)
    assert actions.history(db, "w", "north") == tuple(entered)
    assert actions.newest(db, "w") == {"north": entered[-1]}


def test_actions_belong_to_a_unit_and_a_wave(db):
    for fields in ({}, {"unit_id": "south"}, {"wave_id": "other"}):
        actions.add(db, an_action(**fields))
    assert list(actions.newest(db, "w")) == ["north", "south"]
    assert list(actions.newest(db, "w", units=["south", "west"])) == ["south"]
    assert len(actions.history(db, "w", "north")) == 1


def test_a_unit_had_a_plan_from_the_day_of_its_first_action(db):
    for day in (date(2015, 10, 1), date(2015, 9, 5), date(2015, 11, 1)):
        actions.add(db, an_action(agreed_on=day))
    assert actions.first_agreed(db, "w") == {"north": date(2015, 9, 5)}


def test_a_unit_that_agreed_nothing_is_absent(db):
    assert actions.newest(db, "w") == actions.first_agreed(db, "w") == {}
    assert actions.history(db, "w", "north") == ()


@pytest.mark.parametrize("wrong", [{"what": ""}, {"wave_id": "never"}])
def test_an_action_says_something_about_a_wave(db, wrong):
    with pytest.raises(IntegrityError):
        actions.add(db, an_action(**wrong))
