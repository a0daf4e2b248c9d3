from dataclasses import asdict, replace

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from models.storage import waves
from models.storage.answers import comments
from models.storage.engine import unit_of_work
from models.storage.tables.answers import CommentRow
from survey.asking.comment import Comment, CommentState
from tests.builders import a_wave

WAVE = "foraar-2015"


@pytest.fixture
def asking(any_db):
    waves.add(any_db, a_wave())
    waves.add(any_db, a_wave(id="other"))
    return any_db


def published(number, at, theme=None):
    return Comment(
        f"{number:032}", WAVE, at, "", published_text=f"Ord {number}", published_at=at, theme=theme
    )


def test_a_comment_waits_for_its_review_under_a_random_key(asking):
    comments.add(asking, WAVE, "north", "Vi mangler tid.")
    (row,) = comments.of(asking, WAVE)
    assert len(row.id) == 2 * comments.KEY_BYTES
    assert row == Comment(row.id, WAVE, "north", "Vi mangler tid.")
    assert comments.get(asking, row.id) == row
    assert comments.get(asking, "0") is None


def test_comments_come_in_the_order_of_their_random_keys(asking):
    for number in range(20):
        comments.add(asking, WAVE, "north", str(number))
    ids = [comment.id for comment in comments.of(asking, WAVE)]
    assert ids == sorted(ids)


def test_what_a_reviewer_wants_replaces_what_was_there(asking):
    comments.add(asking, WAVE, "north", "Skriv til Ole")
    (row,) = comments.of(asking, WAVE)
    edited = replace(row, text="Skriv til os", state=CommentState.EDITED, first_by="a")
    comments.judge(asking, edited)
    assert comments.of(asking, WAVE) == (edited,)


def test_only_what_is_published_is_read_and_at_one_place(asking):
    comments.add(asking, WAVE, "north", "Endnu ikke læst")
    rows = comments.of(asking, WAVE)
    comments.replace(asking, rows, [published(2, "north", "tid"), published(1, "south"), *rows])
    assert comments.published(asking, WAVE, at="north") == (("tid", "Ord 2"),)
    assert comments.published(asking, WAVE) == (("", "Ord 1"), ("tid", "Ord 2"))
    assert comments.published_counts(asking, WAVE) == {"north": 1, "south": 1}


def test_a_forgotten_waves_comments_are_gone_and_others_stay(asking):
    for wave_id in (WAVE, "other"):
        comments.add(asking, wave_id, "north", "Ord")
    assert comments.waves(asking) == {WAVE, "other"}
    comments.forget(asking, WAVE)
    assert comments.waves(asking) == {"other"}


def test_settling_keeps_every_comment_as_it_was(asking):
    for number in range(3):
        comments.add(asking, WAVE, "north", str(number))
    before = comments.of(asking, WAVE)
    comments.settle(asking, WAVE)
    assert comments.of(asking, WAVE) == before


def test_a_settled_comment_shares_no_transaction_with_anything(postgresql_engine):
    with unit_of_work(postgresql_engine, answers=True) as db:
        waves.add(db, a_wave())
    for number in range(3):
        with unit_of_work(postgresql_engine, answers=True) as db:
            comments.add(db, WAVE, "north", str(number))
    with unit_of_work(postgresql_engine, answers=True) as db:
        comments.settle(db, WAVE)
        assert len(set(db.scalars(text("SELECT xmin::text FROM comments")))) == 1


def test_an_error_of_the_database_does_not_repeat_the_words(asking):
    comments.replace(asking, [], [published(1, "north")])
    with pytest.raises(IntegrityError) as caught:
        asking.execute(insert(CommentRow), [asdict(published(1, "north"))])
    assert "Ord 1" not in str(caught.value)


def test_the_table_has_no_clock_and_nothing_that_leads_to_answers():
    names = set(CommentRow.__table__.columns.keys())
    assert names == {
        "id",
        "wave_id",
        "unit_id",
        "language",
        "text",
        "state",
        "shown",
        "first_by",
        "second_by",
        "shown_at",
        "theme",
    }
