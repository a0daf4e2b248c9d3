from dataclasses import asdict
from datetime import date, timedelta

import pytest

from models.access import Role, Viewer
from models.errors import Refused
from models.services.waves import comment_publication, comment_review, lifecycle
from models.services.waves.comment_publication import CommentsPublished, CommentsUnread
from models.storage.answers import comments
from survey.asking.organisation import UnitUnknown
from survey.asking.wave import WaveStillOpen
from tests.models.services.survey_builders import CLOSED, DEPARTMENT, RELEASED
from tests.models.services.waves.comment_builders import (
    ANNA,
    BENT,
    a_wave_with_comments,
    agreed,
    released,
)

A_YEAR_ON = CLOSED + timedelta(days=365)


def published(db, **numbers):
    wave = released(db, agreed(db, a_wave_with_comments(db, **numbers)))
    return wave, comment_publication.publish(db, wave.id, by=ANNA, on=RELEASED)


def read_at(db, wave, unit_id, on=RELEASED):
    return comment_publication.comments_at(db, wave.id, unit_id, on=on, by=ANNA)


def test_ten_comments_of_a_department_are_shown_to_it_and_its_sections(db):
    wave, publication = published(db, A1=6, A2=4)
    assert (publication.comments, publication.places, publication.left_out) == (10, 1, 0)
    for unit_id in ("A", "A1", "A2"):
        assert read_at(db, wave, unit_id).unit.id == "A"
        assert read_at(db, wave, unit_id).count == 10
    assert read_at(db, wave, "B") is None


def test_nine_comments_are_shown_nowhere_and_are_deleted(db):
    wave, publication = published(db, A1=9)
    assert (publication.comments, publication.left_out) == (0, 9)
    assert comments.of(db, wave.id) == ()
    assert read_at(db, wave, "R") is None


def test_too_few_of_two_departments_are_shown_together_above_them(db):
    wave, _ = published(db, A1=6, B=6)
    assert read_at(db, wave, "A1").unit.id == "R"
    assert read_at(db, wave, "B").count == 12


def test_where_none_are_left_over_only_the_places_below_are_told(db):
    wave, _ = published(db, A1=12)
    above = read_at(db, wave, "R")
    assert (above.unit, above.themes) == (None, ())
    assert [(unit.id, count) for unit, count in above.below] == [("A", 12)]
    assert read_at(db, wave, "A").below == ()


def test_no_comment_is_shown_twice(db):
    wave, publication = published(db, A1=12, B=8, R=4)
    everywhere = [
        text
        for unit_id in ("R", "A", "B")
        for _words, texts in read_at(db, wave, unit_id).themes
        if read_at(db, wave, unit_id).unit.id == unit_id
        for text in texts
    ]
    assert len(everywhere) == len(set(everywhere)) == publication.comments == 24


def test_themes_are_told_apart_only_where_several_units_speak(db):
    wave, _ = published(db, A1=12, B=8, R=4)
    assert [words for words, _texts in read_at(db, wave, "A").themes] == [""]
    assert len(read_at(db, wave, "R").themes) > 1
    assert all(words for words, _texts in read_at(db, wave, "R").themes)


def test_what_is_shown_does_not_keep_which_department_it_came_from(db):
    wave, _ = published(db, A1=6, B=6)
    assert {(row.unit_id, row.text) for row in comments.of(db, wave.id)} == {("R", "")}


def test_a_larger_smallest_group_asks_for_more_comments(db):
    wave = agreed(db, a_wave_with_comments(db, A1=10))
    released(db, type(wave)(**asdict(wave) | {"smallest_group": 6}))
    assert comment_publication.publish(db, wave.id, by=ANNA, on=RELEASED).comments == 0


def test_comments_are_published_once(db):
    wave, _ = published(db, A1=10)
    with pytest.raises(CommentsPublished):
        comment_publication.publish(db, wave.id, by=BENT, on=RELEASED)


def test_withheld_comments_are_not_shown(db):
    wave = a_wave_with_comments(db, A1=12)
    for comment in comments.of(db, wave.id)[:2]:
        for reader in (ANNA, BENT):
            comment_review.judge(db, comment.id, show=False, by=reader)
    released(db, agreed(db, wave))
    assert comment_publication.publish(db, wave.id, by=ANNA, on=RELEASED).comments == 10


def test_comments_wait_for_the_result(db):
    wave = agreed(db, a_wave_with_comments(db, A1=10))
    with pytest.raises(WaveStillOpen, match="Frigiv først"):
        comment_publication.publish(db, wave.id, by=ANNA, on=RELEASED)


def test_what_two_have_not_read_is_left_out_only_on_purpose(db):
    wave = released(db, a_wave_with_comments(db, A1=12))
    with pytest.raises(CommentsUnread, match="endnu: 12"):
        comment_publication.publish(db, wave.id, by=ANNA, on=RELEASED)
    publication = comment_publication.publish(db, wave.id, leave_unread=True, by=ANNA, on=RELEASED)
    assert (publication.comments, publication.left_out) == (0, 12)


def test_one_reader_alone_shows_nothing(db):
    wave = released(db, a_wave_with_comments(db, A1=12))
    for comment in comments.of(db, wave.id):
        comment_review.judge(db, comment.id, show=True, text=comment.text, by=ANNA)
    assert (
        comment_publication.publish(db, wave.id, leave_unread=True, by=ANNA, on=RELEASED).comments
        == 0
    )


def test_only_who_reviews_publishes(db):
    wave = released(db, agreed(db, a_wave_with_comments(db, A1=10)))
    for by in (DEPARTMENT, Viewer("ledelse", Role.LEADERSHIP)):
        with pytest.raises(Refused):
            comment_publication.publish(db, wave.id, by=by, on=RELEASED)


def test_nobody_sees_comments_of_a_unit_that_is_not(db):
    wave, _ = published(db, A1=10)
    with pytest.raises(UnitUnknown):
        read_at(db, wave, "X")


def test_after_a_year_nothing_is_shown_even_before_it_is_deleted(db):
    wave, _ = published(db, A1=10)
    assert read_at(db, wave, "A", on=A_YEAR_ON - timedelta(days=1)) is not None
    assert read_at(db, wave, "A", on=A_YEAR_ON) is None


def test_after_a_year_the_comments_are_deleted(db):
    wave, _ = published(db, A1=10)
    comment_publication.forget_old(db, on=A_YEAR_ON - timedelta(days=1), by=ANNA)
    assert len(comments.of(db, wave.id)) == 10
    comment_publication.forget_old(db, on=A_YEAR_ON, by=ANNA)
    assert comments.of(db, wave.id) == ()


def test_closing_another_wave_deletes_what_is_a_year_old(db):
    old, _ = published(db, A1=10)
    new = lifecycle.create(
        db,
        "Kultur 2027",
        instrument_id="rik-30",
        smallest_group=5,
        approved_on=date(2027, 4, 1),
        minutes="MED 4/2027",
        by=ANNA,
    )
    lifecycle.open_wave(db, new.id, by=ANNA, on=date(2027, 4, 2))
    lifecycle.close_wave(db, new.id, by=ANNA, on=date(2027, 4, 9))
    assert comments.of(db, old.id) == ()
