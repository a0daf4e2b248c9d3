from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from models.errors import InputError, Refused
from models.services.waves import answering, lifecycle, links
from models.storage import units
from models.storage.answers import responses
from models.storage.tables.waves import LinkRow
from survey.asking.instrument import UnknownItem
from survey.asking.instruments import InstrumentUnknown
from survey.asking.organisation import Unit, UnitUnknown
from survey.asking.response import AnswerOutsideScale
from survey.asking.wave import GroupTooSmall, WaveClosed, WaveNotApproved, WaveNotDraft, WaveState
from tests.models.services.survey_builders import (
    APPROVED,
    CLOSED,
    DEPARTMENT,
    OPENED,
    REGION,
    STEWARD,
    TODAY,
    a_closed_wave,
    a_wave,
    an_open_wave,
    answered,
    send,
)


def test_a_wave_begins_as_a_plan(db):
    wave = a_wave(db, "Kultur & trivsel 2026")
    assert wave.state is WaveState.DRAFT
    assert wave.id == "kultur-trivsel-2026"
    assert lifecycle.all_waves(db, by=STEWARD) == (wave,)


def test_two_waves_cannot_share_a_name(db):
    a_wave(db, "Kultur 2026")
    with pytest.raises(InputError, match="allerede en undersøgelse"):
        a_wave(db, " kultur  2026 ")


def test_a_wave_needs_a_name(db):
    with pytest.raises(InputError, match="navn"):
        a_wave(db, " - ")


def test_a_wave_needs_a_questionnaire_that_exists(db):
    with pytest.raises(InstrumentUnknown):
        a_wave(db, instrument_id="rik-0")


def test_the_smallest_group_is_never_below_five(db):
    with pytest.raises(GroupTooSmall):
        a_wave(db, smallest_group=4)


def test_a_department_plans_no_waves(db):
    with pytest.raises(Refused):
        a_wave(db, by=DEPARTMENT)


def test_without_approval_a_wave_does_not_open(db):
    wave = a_wave(db, approved_on=None, minutes="")
    with pytest.raises(WaveNotApproved):
        lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)


def test_approval_may_be_noted_later(db):
    wave = a_wave(db, approved_on=None, minutes="")
    lifecycle.approve(db, wave.id, approved_on=OPENED, minutes=" MED 4 ", by=STEWARD)
    lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)
    assert answering.find_wave(db, wave.id).minutes == "MED 4"


def test_an_open_wave_is_not_approved_again(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(WaveNotDraft):
        lifecycle.approve(db, wave.id, approved_on=TODAY, minutes="andet", by=STEWARD)


def test_a_wave_without_units_does_not_open(db):
    wave = a_wave(db)
    units.replace(db, [])
    with pytest.raises(InputError, match="ingen enheder"):
        lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)


def test_a_wave_that_does_not_exist_is_named(db):
    with pytest.raises(answering.WaveUnknown, match="kultur-1999"):
        lifecycle.open_wave(db, "kultur-1999", by=STEWARD, on=OPENED)


def test_opening_gives_each_unit_a_token_and_keeps_only_its_trace(db):
    _wave, tokens = an_open_wave(db)
    assert set(tokens) == {unit.id for unit in REGION}
    assert len(set(tokens.values())) == len(REGION)
    assert not set(tokens.values()) & set(db.scalars(select(LinkRow.token_hash)))


def test_a_token_leads_to_its_unit_and_the_questions(db):
    wave, tokens = an_open_wave(db)
    entry = answering.door(db, tokens["A1"], on=TODAY)
    assert (entry.wave.id, entry.unit.id, entry.instrument.id) == (wave.id, "A1", "rik-30")


@pytest.mark.parametrize("typed", [str.upper, lambda t: t.replace("-", ""), lambda t: f" {t} "])
def test_a_token_is_understood_however_it_is_typed(db, typed):
    _, tokens = an_open_wave(db)
    assert answering.door(db, typed(tokens["A1"]), on=TODAY).unit.id == "A1"


@given(st.text(links.ALPHABET, min_size=20, max_size=20))
def test_letters_that_look_like_figures_are_read_as_them(token):
    mistyped = token.replace("0", "O").replace("1", "l")
    assert links.token_hash(mistyped) == links.token_hash(token)


def test_a_token_has_a_hundred_random_bits(db):
    assert len(links.plain(links.new_token())) == 20
    assert len(links.ALPHABET) == 32


def test_a_mistyped_token_leads_nowhere(db):
    an_open_wave(db)
    with pytest.raises(answering.LinkUnknown):
        answering.door(db, "hej med dig", on=TODAY)


def test_new_links_make_the_old_ones_lead_nowhere(db):
    wave, old = an_open_wave(db)
    new = lifecycle.new_links(db, wave.id, by=STEWARD)
    assert answering.door(db, new["A1"], on=TODAY).unit.id == "A1"
    with pytest.raises(answering.LinkUnknown):
        answering.door(db, old["A1"], on=TODAY)


def test_a_planned_wave_has_no_links_to_renew(db):
    with pytest.raises(WaveClosed):
        lifecycle.new_links(db, a_wave(db).id, by=STEWARD)


@pytest.mark.parametrize("on", [OPENED - timedelta(days=1), date(2020, 1, 1)])
def test_before_the_wave_opens_its_link_is_shut(db, on):
    _, tokens = an_open_wave(db)
    with pytest.raises(WaveClosed):
        answering.door(db, tokens["A1"], on=on)


def test_a_closed_link_says_closed_and_not_unknown(db):
    wave, tokens = an_open_wave(db)
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    with pytest.raises(WaveClosed):
        answering.door(db, tokens["A1"], on=CLOSED)


def test_a_wave_closes_once(db):
    wave, _ = an_open_wave(db)
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    with pytest.raises(WaveClosed):
        lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)


def test_a_draft_is_kept_until_it_is_sent(db):
    wave, _ = an_open_wave(db)
    answering.keep_draft(db, wave.id, "key", {"FUN1": 1, "FUN2": None})
    assert answering.draft(db, "key") == {"FUN1": 1}
    answering.submit(db, wave.id, "A1", "key", answered(), on=TODAY)
    assert answering.draft(db, "key") is None


def test_a_draft_may_be_withdrawn(db):
    wave, _ = an_open_wave(db)
    answering.keep_draft(db, wave.id, "key", {"FUN1": 1})
    answering.withdraw(db, "key")
    assert answering.draft(db, "key") is None


def test_a_draft_holds_nothing_outside_the_scale(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(AnswerOutsideScale):
        answering.keep_draft(db, wave.id, "key", {"FUN1": 9})


def test_closing_forgets_every_draft(db):
    wave, _ = an_open_wave(db)
    answering.keep_draft(db, wave.id, "key", {"FUN1": 1})
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    assert answering.draft(db, "key") is None
    with pytest.raises(WaveClosed):
        answering.keep_draft(db, wave.id, "key", {"FUN1": 1})


def test_sending_twice_keeps_one_response(db):
    wave, _ = an_open_wave(db)
    assert answering.submit(db, wave.id, "A1", "key", answered(), on=TODAY)
    assert not answering.submit(db, wave.id, "A1", "key", answered(2), on=TODAY)
    assert responses.counts(db, wave.id) == {"A1": 1}


def test_what_was_answered_is_what_is_kept(db):
    wave, _ = an_open_wave(db)
    answering.submit(db, wave.id, "A1", "key", {"FUN1": 2, "OVR1": 0, "FUN3": None}, on=TODAY)
    (row,) = responses.answers(db, wave.id).to_dict("records")
    assert row == {"unit_id": "A1", "group": "", "FUN1": 2, "OVR1": 0}


@pytest.mark.parametrize(
    ("answers", "unit_id", "error"),
    [
        ({"FUN1": 4}, "A1", AnswerOutsideScale),
        ({"FUN1": 0}, "A1", AnswerOutsideScale),
        ({"XYZ1": 1}, "A1", UnknownItem),
        ({}, "A1", answering.NothingAnswered),
        ({"FUN1": None}, "A1", answering.NothingAnswered),
        ({"FUN1": 1}, "ukendt", UnitUnknown),
    ],
)
def test_a_faulty_response_keeps_nothing_and_spends_no_key(db, answers, unit_id, error):
    wave, _ = an_open_wave(db)
    with pytest.raises(error):
        answering.submit(db, wave.id, unit_id, "key", answers, on=TODAY)
    assert responses.counts(db, wave.id) == {}
    assert answering.submit(db, wave.id, "A1", "key", {"FUN1": 1}, on=TODAY)


def test_with_a_link_one_answers_for_its_unit_and_no_other(db):
    wave, tokens = an_open_wave(db)
    answering.keep_draft_at(db, tokens["A2"], "key", {"FUN1": 1}, on=TODAY)
    assert answering.draft(db, "key") == {"FUN1": 1}
    assert answering.submit_at(db, tokens["A2"], "key", answered(), on=TODAY)
    assert responses.counts(db, wave.id) == {"A2": 1}


def test_without_a_link_nothing_is_stored(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(answering.LinkUnknown):
        answering.keep_draft_at(db, links.new_token(), "key", {"FUN1": 1}, on=TODAY)
    with pytest.raises(answering.LinkUnknown):
        answering.submit_at(db, links.new_token(), "key", answered(), on=TODAY)
    assert answering.draft(db, "key") is None
    assert responses.counts(db, wave.id) == {}


def test_a_response_after_closing_is_refused(db):
    wave = a_closed_wave(db)
    with pytest.raises(WaveClosed):
        answering.submit(db, wave.id, "A1", "key", answered(), on=CLOSED)


def test_a_signed_in_viewer_finds_the_open_wave_of_the_own_unit(db):
    wave, _ = an_open_wave(db)
    (door,) = answering.own_doors(db, by=DEPARTMENT, on=TODAY)
    assert (door.wave.id, door.unit.id) == (wave.id, "A1")
    assert answering.own_doors(db, by=DEPARTMENT, on=OPENED - timedelta(days=1)) == ()


def test_a_viewer_without_a_unit_has_no_door(db):
    an_open_wave(db)
    assert answering.own_doors(db, by=STEWARD, on=TODAY) == ()


def test_participation_counts_everybody_under_a_unit_as_a_band(db):
    wave, _ = an_open_wave(db)
    send(db, wave, "A1", times=14)
    send(db, wave, "A2", times=2)
    rates = lifecycle.participation(db, wave.id, by=STEWARD).set_index("unit_id")
    assert rates["band"].to_dict() == {
        "R": "under_half",
        "A": "half_or_more",
        "A1": "three_quarters_or_more",
        "B": "unknown",
    }
    assert list(rates.columns) == ["unit", "kind", "invited", "band"]


def test_participation_of_two_invited_is_not_there_in_any_band(db):
    region = [("R", None, 60), ("A", "R", 40), ("B", "R", 18), ("C", "R", 2)]
    units.replace(db, [Unit(name, above, name, "", staff) for name, above, staff in region])
    wave = lifecycle.create(db, "Kultur", instrument_id="rik-30", smallest_group=5, by=STEWARD,
                            approved_on=APPROVED, minutes="MED 3/2026")  # fmt: skip
    lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)
    rates = lifecycle.participation(db, wave.id, by=STEWARD)
    # Were both hospitals there, the region less the two would be the unit of two.
    assert list(rates["unit_id"]) == ["R", "B"]
