import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.services.waves import answering, comment_intake, lifecycle
from models.services.waves.comment_intake import CommentTooLong
from models.storage.answers import comments, responses
from survey.asking.organisation import UnitUnknown
from tests.models.services.survey_builders import CLOSED, INSTRUMENT, STEWARD, TODAY, an_open_wave

SILENT = INSTRUMENT.model_copy(update={"open_questions": ()})


def texts_of(db, wave):
    return [(row.unit_id, row.text) for row in comments.of(db, wave.id)]


def submit(db, wave, comment, key="key", unit_id="A1"):
    return answering.submit(db, wave.id, unit_id, key, {"FUN1": 1}, on=TODAY, comment=comment)


def test_the_questionnaire_asks_one_question_in_own_words():
    assert comment_intake.question(INSTRUMENT).id == "OPN1"
    assert comment_intake.room(INSTRUMENT) == 600


def test_a_questionnaire_without_an_open_question_keeps_no_words():
    assert comment_intake.question(SILENT) is None
    assert comment_intake.cleaned("Mere tid", SILENT) == ""


def test_a_comment_is_kept_at_the_department_and_without_numbers(db):
    wave, _ = an_open_wave(db)
    submit(db, wave, " Spørg 010190-1234 \r\n")
    assert texts_of(db, wave) == [("A", "Spørg [personnummer]")]


@pytest.mark.parametrize("comment", ["", " \r\n "])
def test_who_says_nothing_leaves_no_comment(db, comment):
    wave, _ = an_open_wave(db)
    submit(db, wave, comment)
    assert texts_of(db, wave) == []


def test_a_comment_that_is_too_long_keeps_nothing_and_spends_no_key(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(CommentTooLong, match="601 tegn"):
        submit(db, wave, "a" * 601)
    assert responses.counts(db, wave.id) == {}
    assert submit(db, wave, "a" * 600)


@given(st.text(min_size=1))
def test_what_is_said_of_a_long_comment_does_not_repeat_it(words):
    with pytest.raises(CommentTooLong) as caught:
        comment_intake.cleaned("§" * 600 + words.strip() + "§", INSTRUMENT)
    assert "§" not in f"{caught.value}{caught.value.values}"


def test_sending_twice_keeps_one_comment(db):
    wave, _ = an_open_wave(db)
    submit(db, wave, "Første")
    submit(db, wave, "Andet")
    assert [text for _unit, text in texts_of(db, wave)] == ["Første"]


def test_a_comment_from_an_unknown_unit_is_refused(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(UnitUnknown):
        comment_intake.keep(db, wave.id, [("ukendt", "Ord")])


def test_closing_keeps_the_comments(db):
    wave, _ = an_open_wave(db)
    submit(db, wave, "Mere tid")
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    assert texts_of(db, wave) == [("A", "Mere tid")]
