"""A wave stays in the units it was opened with, whatever is reorganised meanwhile."""

from dataclasses import replace

import pytest

from models.access import Role, Viewer
from models.services.units import organisation_of
from models.services.waves import answering, lifecycle, links
from models.storage import units, waves
from models.storage.asking import structures
from survey.asking.organisation import UnitUnknown
from tests.models.services.survey_builders import (
    OPENED,
    REGION,
    STEWARD,
    TODAY,
    a_wave,
    an_open_wave,
    answered,
    send,
)

REGISTER = [replace(unit, name="Ny") for unit in REGION if unit.id != "A1"]
NEW = (*REGISTER, replace(REGION[2], id="C1"))


@pytest.fixture
def reorganised(db):
    """An open wave whose unit A1 has since become C1, and the tokens handed out at its opening."""
    opened = an_open_wave(db)
    units.replace(db, NEW)
    return opened


def test_units_are_frozen_when_a_wave_opens(db, reorganised):
    wave, _ = reorganised
    assert structures.get(db, wave.id) == organisation_of(db, wave.id).units == REGION


def test_a_planned_wave_is_asked_in_the_units_of_today(db):
    wave = a_wave(db)
    units.replace(db, NEW)
    assert organisation_of(db, wave.id).units == NEW
    lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)
    assert structures.get(db, wave.id) == NEW


def test_a_link_still_leads_to_the_unit_it_was_made_for(db, reorganised):
    _, tokens = reorganised
    assert answering.door(db, tokens["A1"], on=TODAY).unit == REGION[2]


def test_a_link_to_a_unit_that_is_not_asked_leads_nowhere(db, reorganised):
    wave, _ = reorganised
    waves.add_links(db, wave.id, {links.token_hash("ny"): "C1"})
    with pytest.raises(answering.LinkUnknown, match="findes ikke længere"):
        answering.door(db, "ny", on=TODAY)


@pytest.mark.usefixtures("reorganised")
def test_somebody_signed_in_is_asked_when_the_unit_was_there(db):
    doors = {
        u: answering.own_doors(db, by=Viewer("x", Role.DEPARTMENT, u), on=TODAY)
        for u in ("A1", "C1")
    }
    assert [door.unit for door in doors["A1"]] == [REGION[2]]
    assert doors["C1"] == ()


def test_answers_of_the_unit_that_is_no_more_are_kept(db, reorganised):
    wave, _ = reorganised
    assert send(db, wave, "A1") == 1


def test_answers_of_a_unit_that_came_later_are_refused(db, reorganised):
    wave, _ = reorganised
    with pytest.raises(UnitUnknown, match="C1"):
        answering.submit(db, wave.id, "C1", links.new_token(), answered(), on=TODAY)


def test_participation_is_told_by_the_units_asked(db, reorganised):
    wave, _ = reorganised
    # A2 has three staff: it counts in A.
    expected = [unit.id for unit in REGION if unit.id != "A2"]
    assert lifecycle.participation(db, wave.id, by=STEWARD)["unit_id"].tolist() == expected


def test_new_links_are_for_the_units_asked(db, reorganised):
    wave, _ = reorganised
    assert lifecycle.new_links(db, wave.id, by=STEWARD).keys() == {unit.id for unit in REGION}
