from datetime import date

import pytest

from models.access import Role, Viewer
from models.services import ideas
from models.services.due import NextStep, due
from models.storage import waves
from survey.asking.wave import WaveState
from tests.builders import a_wave

STEWARD, DAY = Viewer("t", Role.STEWARD), date(2026, 6, 1)


def test_an_installation_with_nothing_in_it_is_empty(db):
    assert due(db, by=STEWARD).is_empty


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"approved_on": None}, 1),
        ({}, 2),
        ({"state": WaveState.OPEN, "opens_on": DAY}, 3),
        ({"state": WaveState.CLOSED, "opens_on": DAY, "closes_on": DAY}, 4),
    ],
)
def test_each_survey_has_its_next_step_of_four(db, fields, step):
    wave = a_wave(**fields)
    waves.add(db, wave)
    waves.add(db, a_wave(id="x", state=WaveState.RELEASED, opens_on=DAY, closes_on=DAY))
    work = due(db, by=STEWARD)
    assert work.steps == (NextStep(wave, step),)
    assert not work.is_empty


def test_ideas_wait_to_be_grouped(db):
    ideas.suggest(db, "Tavle", "", by=STEWARD, on=DAY)
    assert due(db, by=STEWARD).ideas == 1
