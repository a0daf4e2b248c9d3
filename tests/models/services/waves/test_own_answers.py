from dataclasses import replace

import pytest

from models.access import Role, Viewer
from models.errors import Refused
from models.services.waves import lifecycle, links, own_answers
from models.storage.answers import responses
from survey.asking.organisation import UnitUnknown
from survey.asking.wave import WaveClosed
from tests.models.services.survey_builders import (
    CLOSED,
    DEPARTMENT,
    STEWARD,
    TODAY,
    an_open_wave,
    answered,
)

OTHERS = (replace(DEPARTMENT, name="en anden"), replace(DEPARTMENT, unit_id="A2"))


@pytest.fixture
def wave_id(db):
    wave, _links = an_open_wave(db)
    return wave.id


def test_the_own_draft_is_there_at_every_visit_and_for_nobody_else(db, wave_id):
    own_answers.keep_own_draft(db, wave_id, {"FUN1": 1}, by=DEPARTMENT)
    assert own_answers.own_draft(db, wave_id, by=DEPARTMENT) == {"FUN1": 1}
    assert [own_answers.own_draft(db, wave_id, by=other) for other in OTHERS] == [None, None]


def test_one_answers_once_and_for_the_own_unit(db, wave_id):
    assert own_answers.submit_own(db, wave_id, answered(), by=DEPARTMENT, on=TODAY)
    assert not own_answers.submit_own(db, wave_id, answered(2), by=DEPARTMENT, on=TODAY)
    assert responses.counts(db, wave_id) == {"A1": 1}


def test_who_belongs_to_no_unit_answers_for_none(db, wave_id):
    with pytest.raises(UnitUnknown):
        own_answers.submit_own(db, wave_id, answered(), by=STEWARD, on=TODAY)


def test_nobody_can_read_a_name_in_a_key():
    secret = links.new_secret()
    assert DEPARTMENT.name not in links.personal_key(secret, "kultur", DEPARTMENT.name, "A1")


def test_after_closing_nobody_can_make_the_own_key_again(db, wave_id):
    lifecycle.close_wave(db, wave_id, by=STEWARD, on=CLOSED)
    with pytest.raises(WaveClosed):
        own_answers.own_draft(db, wave_id, by=DEPARTMENT)


def test_the_committee_answers_no_questionnaire(db, wave_id):
    with pytest.raises(Refused):
        own_answers.submit_own(
            db, wave_id, answered(), by=Viewer("udvalg", Role.COMMITTEE), on=TODAY
        )
