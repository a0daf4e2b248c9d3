from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services.waves import comment_intake, comment_publication, comment_review
from models.services.waves.comment_intake import CommentTooLong
from models.services.waves.comment_review import CommentDecided, SamePerson
from models.storage.answers import comments
from models.storage.engine import connect, unit_of_work
from models.storage.tables.base import Base
from survey.asking.comment import CommentState
from survey.asking.wave import WaveStillOpen
from tests.examples import examples
from tests.models.services.survey_builders import (
    DEPARTMENT,
    RELEASED,
    an_open_wave,
)
from tests.models.services.waves.comment_builders import (
    ANNA,
    BENT,
    a_wave_with_comments,
    agreed,
    released,
    the_comment,
)


def show(db, comment, by, text=None):
    words = comment.text if text is None else text
    return comment_review.judge(db, comment.id, show=True, text=words, by=by)


def withhold(db, comment, by):
    return comment_review.judge(db, comment.id, show=False, by=by)


def test_what_two_agree_on_is_decided(db):
    comment = the_comment(db)
    assert not show(db, comment, ANNA).decided
    decided = show(db, comment, BENT)
    assert decided.approved
    assert comments.get(db, comment.id) == decided


@pytest.mark.parametrize("name", [ANNA.name, " ANNA@region.dk "])
@pytest.mark.parametrize("judge", [show, withhold])
def test_nobody_is_both_of_the_two(db, name, judge):
    comment = the_comment(db)
    show(db, comment, ANNA)
    with pytest.raises(SamePerson):
        judge(db, comment, replace(ANNA, name=name))


@pytest.mark.parametrize("name", ["", "  ", "lokal", "Lokal"])
def test_a_name_that_everybody_has_reads_nothing(db, name):
    comment = the_comment(db)
    with pytest.raises(SamePerson, match="hvem du er"):
        show(db, comment, Viewer(name, Role.STEWARD))


def test_withholding_needs_two_as_well_and_then_the_words_are_gone(db):
    comment = the_comment(db)
    assert withhold(db, comment, ANNA).text == comment.text
    decided = withhold(db, comment, BENT)
    assert decided.decided
    assert not decided.approved
    assert comments.get(db, comment.id).text == ""


def test_who_says_otherwise_waits_for_another(db):
    comment = the_comment(db)
    withhold(db, comment, ANNA)
    assert not show(db, comment, BENT).decided
    assert show(db, comment, ANNA).approved


def test_changed_words_wait_for_another_and_the_old_ones_are_not_kept(db):
    comment = the_comment(db)
    show(db, comment, ANNA)
    edited = show(db, comment, BENT, "Ring 22 45 10 30")
    assert edited.state is CommentState.EDITED
    assert not edited.decided
    assert comments.get(db, comment.id).text == "Ring [telefonnummer]"
    assert show(db, edited, ANNA).approved


def test_a_comment_keeps_words_to_show(db):
    comment = the_comment(db)
    with pytest.raises(InputError, match="intet at vise"):
        show(db, comment, ANNA, " ")


def test_a_reviewer_writes_no_longer_than_a_respondent(db):
    comment = the_comment(db)
    with pytest.raises(CommentTooLong):
        show(db, comment, ANNA, "a" * 601)


def test_words_that_grew_when_numbers_were_taken_out_may_be_shown(db):
    wave = a_wave_with_comments(db)
    comment_intake.keep(db, wave.id, [("A", "[e-mail] " * 100)])
    (comment,) = comments.of(db, wave.id)
    assert show(db, comment, ANNA, comment.text.strip() + "!").first_by


def test_what_two_have_decided_stays(db):
    comment = the_comment(db)
    withhold(db, comment, ANNA)
    withhold(db, comment, BENT)
    with pytest.raises(CommentDecided):
        show(db, comment, Viewer("cilla", Role.STEWARD))


def test_a_comment_that_is_gone_is_told(db):
    with pytest.raises(CommentDecided):
        comment_review.judge(db, "0", show=False, by=ANNA)


@pytest.mark.parametrize("read", [show, withhold])
def test_a_department_reads_no_comments_before_they_are_shown(db, read):
    comment = the_comment(db)
    with pytest.raises(Refused):
        read(db, comment, DEPARTMENT)
    with pytest.raises(Refused):
        comment_review.open_review(db, comment.wave_id, by=DEPARTMENT)


def test_no_comment_is_read_while_answers_may_come(db):
    wave, _ = an_open_wave(db)
    comment_intake.keep(db, wave.id, [("A", "Ord")])
    with pytest.raises(WaveStillOpen):
        comment_review.open_review(db, wave.id, by=ANNA)
    with pytest.raises(WaveStillOpen):
        withhold(db, comments.of(db, wave.id)[0], ANNA)
    assert comment_review.reviewed_waves(db, by=ANNA) == ()


def test_a_reader_is_offered_what_others_have_read_and_nobody(db):
    wave = a_wave_with_comments(db, A1=3)
    first = comment_review.open_review(db, wave.id, by=ANNA).for_me[0]
    show(db, first, ANNA)
    assert len(comment_review.open_review(db, wave.id, by=ANNA).for_me) == 2
    assert len(comment_review.open_review(db, wave.id, by=BENT).for_me) == 3


def test_the_review_tells_how_far_it_has_come(db):
    wave = a_wave_with_comments(db, A1=5)
    first, second, third, *_unread = comments.of(db, wave.id)
    for reader in (ANNA, BENT):
        show(db, first, reader)
        withhold(db, second, reader)
    show(db, third, ANNA)
    review = comment_review.open_review(db, wave.id, by=BENT)
    assert (review.approved, review.withheld, review.half, review.unread) == (1, 1, 1, 2)
    assert review.of == 5


def test_waves_are_read_until_their_comments_are_shown(db):
    wave = released(db, agreed(db, a_wave_with_comments(db, A1=10)))
    assert [reviewed.id for reviewed in comment_review.reviewed_waves(db, by=ANNA)] == [wave.id]
    comment_publication.publish(db, wave.id, by=ANNA, on=RELEASED)
    assert comment_review.reviewed_waves(db, by=ANNA) == ()


readers = st.sampled_from(["anna", "bent", "cilla"])
verdicts = st.sampled_from([None, "Ord", "Andre ord"])


@settings(max_examples=examples(20, thorough=300))
@given(st.lists(st.tuples(readers, verdicts), max_size=8))
def test_whatever_is_done_only_words_that_two_people_chose_are_approved(deeds):
    engine = connect("sqlite://")
    Base.metadata.create_all(engine)
    with unit_of_work(engine, answers=True) as db:
        comment = the_comment(db)
        chosen = []
        for name, words in deeds:
            try:
                by = Viewer(name, Role.STEWARD)
                comment_review.judge(db, comment.id, show=bool(words), text=words or "", by=by)
                chosen.append((name, words))
            except (SamePerson, CommentDecided):
                pass
        now = comments.get(db, comment.id)
        if now.approved:
            (first, words), (second, same) = chosen[-2:]
            assert first != second
            assert words == same == now.text
    engine.dispose()
