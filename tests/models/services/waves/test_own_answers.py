from dataclasses import replace

import pytest

from models.access import Role, Viewer
from models.errors import Refused
from models.services.waves import answering, lifecycle, links, own_answers
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


def link(db, wave_id, by=DEPARTMENT):
    return own_answers.own_link(db, wave_id, by=by, on=TODAY)


def test_the_own_draft_is_there_at_every_visit_and_for_nobody_else(db, wave_id):
    own = link(db, wave_id)
    answering.keep_draft_at(db, own.token, own.key, {"FUN1": 1}, on=TODAY)
    assert answering.draft(db, link(db, wave_id).key) == {"FUN1": 1}
    assert [answering.draft(db, link(db, wave_id, other).key) for other in OTHERS] == [None, None]


def test_one_answers_once_and_for_the_own_unit(db, wave_id):
    own = link(db, wave_id)
    assert not own_answers.has_answered(db, wave_id, by=DEPARTMENT)
    assert answering.submit_at(db, own.token, own.key, answered(), on=TODAY)
    assert not answering.submit_at(db, own.token, own.key, answered(2), on=TODAY)
    assert own_answers.has_answered(db, wave_id, by=DEPARTMENT)
    assert responses.counts(db, wave_id) == {"A1": 1}


def test_who_signs_in_with_an_address_written_otherwise_is_the_same_person(db, wave_id):
    own = link(db, wave_id)
    answering.submit_at(db, own.token, own.key, answered(), on=TODAY)
    capitals = replace(DEPARTMENT, name=f" {DEPARTMENT.name.upper()}")
    assert own_answers.has_answered(db, wave_id, by=capitals)


def test_the_link_of_those_who_sign_in_leaves_the_units_own_one_alone(db):
    wave, tokens = an_open_wave(db)
    own = link(db, wave.id)
    assert own.token != tokens["A1"]
    for token in (own.token, tokens["A1"]):
        assert answering.door(db, token, on=TODAY).unit.id == "A1"


def test_new_links_stop_it_until_the_next_visit(db, wave_id):
    own = link(db, wave_id)
    lifecycle.new_links(db, wave_id, by=STEWARD)
    with pytest.raises(answering.LinkUnknown):
        answering.door(db, own.token, on=TODAY)
    assert answering.door(db, link(db, wave_id).token, on=TODAY).unit.id == "A1"


def test_who_belongs_to_no_unit_answers_for_none(db, wave_id):
    with pytest.raises(UnitUnknown):
        link(db, wave_id, STEWARD)


def test_nobody_can_read_a_name_in_a_key():
    secret = links.new_secret()
    assert DEPARTMENT.name not in links.personal_key(secret, "kultur", DEPARTMENT.name, "A1")


def test_after_closing_nobody_can_make_the_own_key_again(db, wave_id):
    lifecycle.close_wave(db, wave_id, by=STEWARD, on=CLOSED)
    with pytest.raises(WaveClosed):
        link(db, wave_id)


def test_the_committee_answers_no_questionnaire(db, wave_id):
    with pytest.raises(Refused):
        link(db, wave_id, Viewer("udvalg", Role.COMMITTEE))
