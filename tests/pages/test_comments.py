"""Own words on the pages: asked, read by two, and shown together."""

from datetime import date

import pytest

from models.access import Role, Viewer
from models.services import units
from models.services.opening import opened
from models.services.release import publish
from models.services.waves import (
    answering,
    comment_intake,
    comment_publication,
    comment_review,
    lifecycle,
)
from models.storage.answers import comments
from tests.models.services.waves.comment_builders import agreed
from tests.pages.pressing import press

STEWARD = Viewer("A steward", Role.STEWARD)
TODAY = date.today()  # noqa: DTZ011 - the pages under test read the clock of the day
UNITS = "unit_id,parent_id,name,kind,staff\nrh,,Regionen,region,60\nher,rh,Herlev,hospital,40\n"


@pytest.fixture
def asking(own_database, tmp_path):
    """The database of a region with an open wave."""
    path = tmp_path / "units.csv"
    path.write_text(UNITS, encoding="utf-8")
    with opened(own_database) as db:
        units.import_units(db, path, by=STEWARD)
        lifecycle.create(
            db,
            "Kultur",
            instrument_id="rik-30",
            smallest_group=5,
            approved_on=TODAY,
            minutes="MED 1",
            by=STEWARD,
        )
        lifecycle.open_wave(db, "kultur", by=STEWARD, on=TODAY)
    return own_database


def submit_comments(url, count, *, released=False):
    """So many comments from Herlev in a wave that has closed since."""
    with opened(url) as db:
        for number in range(12):
            answers = {f"ANE{item}": 4 for item in (1, 2, 3)}
            answering.submit(db, "kultur", "her", str(number), answers, on=TODAY)
        comment_intake.keep(
            db, "kultur", [("her", f"*Mere* tid {chr(97 + n)}") for n in range(count)]
        )
        lifecycle.close_wave(db, "kultur", by=STEWARD, on=TODAY)
        if released:
            publish.release_wave(db, "kultur", by=STEWARD, on=TODAY)


def reading(open_app, initials):
    app = open_app(Role.STEWARD, "steward/comments")
    app.text_input(key="comment_initials").set_value(initials).run()
    assert not app.exception
    return app


def stored_comments(url):
    with opened(url) as db:
        return comments.of(db, "kultur")


def test_with_nothing_to_read_the_page_says_when_there_will_be(open_app, own_database):
    assert (
        "når en undersøgelse er lukket" in open_app(Role.STEWARD, "steward/comments").info[0].value
    )


@pytest.mark.parametrize("role", [Role.DEPARTMENT, Role.LEADERSHIP, Role.COMMITTEE])
def test_others_do_not_read_comments_before_they_are_shown(open_app, asking, role):
    submit_comments(asking, 1)
    app = open_app(role, "steward/comments")
    assert app.warning
    assert not app.text_area


def test_where_nobody_signs_in_no_comment_is_read_without_initials(open_app, asking):
    submit_comments(asking, 1)
    app = open_app(Role.STEWARD, "steward/comments")
    assert not app.text_area
    assert "ingen ind" in app.caption[0].value


def test_two_readers_decide(open_app, asking):
    submit_comments(asking, 1)
    press(reading(open_app, "AB"), "Kan vises")
    app = press(reading(open_app, "CD"), "Kan vises")
    assert "I er enige" in app.success[0].value
    assert stored_comments(asking)[0].approved


def test_one_reader_does_not_get_the_same_comment_again(open_app, asking):
    submit_comments(asking, 1)
    app = press(reading(open_app, "AB"), "Hold den tilbage")
    assert "ikke flere kommentarer" in app.info[0].value
    texts = [element.value for element in reading(open_app, "CD").markdown]
    assert "**En anden mener, at den skal holdes tilbage.**" in texts


def test_a_reader_may_take_another_comment_first(open_app, asking):
    submit_comments(asking, 2)
    app = reading(open_app, "AB")
    first = app.text_area[0].value
    assert press(app, "Senere").text_area[0].value != first


def test_a_reader_may_change_the_words(open_app, asking):
    submit_comments(asking, 1)
    app = reading(open_app, "AB")
    app.text_area[0].set_value("Mere ro")
    press(app, "Kan vises")
    assert stored_comments(asking)[0].text == "Mere ro"


def test_comments_wait_for_the_result_of_the_survey(open_app, asking):
    submit_comments(asking, 10)
    app = reading(open_app, "AB")
    assert "når resultatet er frigivet" in app.info[-1].value


def test_too_few_are_not_offered_to_be_shown(open_app, asking):
    submit_comments(asking, 9, released=True)
    app = reading(open_app, "AB")
    assert "mindst 10" in app.info[-1].value


@pytest.fixture
def all_agreed(asking):
    submit_comments(asking, 10, released=True)
    with opened(asking) as db:
        agreed(db, answering.find_wave(db, "kultur"))
    return asking


def test_what_two_agreed_on_is_shown_from_the_page(open_app, all_agreed):
    app = press(reading(open_app, "AB"), "Vis de 10 kommentarer")
    assert "10 kommentarer vises nu på 1 sted." in app.success[0].value


def test_the_unread_are_deleted_only_by_a_tick(open_app, asking):
    submit_comments(asking, 11, released=True)
    with opened(asking) as db:
        review = comment_review.open_review(db, "kultur", by=STEWARD)
        for by in (STEWARD, Viewer("B", Role.STEWARD)):
            for comment in review.for_me[:10]:
                comment_review.judge(db, comment.id, show=True, text=comment.text, by=by)
    app = press(reading(open_app, "AB"), "Vis de 10 kommentarer")
    assert "to ikke har læst" in app.error[0].value
    app.checkbox(key="comments_leave_unread").check().run()
    press(app, "Vis de 10 kommentarer")
    assert len(stored_comments(asking)) == 10


def test_a_unit_reads_its_comments_as_they_were_written(open_app, all_agreed):
    with opened(all_agreed) as db:
        comment_publication.publish(db, "kultur", by=STEWARD, on=TODAY)
    app = open_app(Role.DEPARTMENT, "department/own_culture", unit="her")
    words = "".join(element.proto.body for element in app.get("html"))
    assert words.count("<li>*Mere* tid") == 10


def test_where_no_comments_are_shown_the_page_says_when_they_are(open_app, asking):
    submit_comments(asking, 9, released=True)
    app = open_app(Role.DEPARTMENT, "department/own_culture", unit="her")
    assert any("mindst 10 står sammen" in element.value for element in app.info)


def test_the_stewards_first_page_says_that_comments_wait(open_app, asking):
    submit_comments(asking, 1)
    app = open_app(Role.STEWARD)
    assert any("Kommentarer: " in element.value for element in app.subheader)
