from concurrent.futures import ThreadPoolExecutor
from itertools import count as count_up
from random import Random
from threading import Barrier, Event

import pytest
from sqlalchemy import text

from models.access import Role, Viewer
from models.errors import SteeringError
from models.services.release import publish
from models.services.waves import (
    answer_import,
    answering,
    comment_intake,
    comment_publication,
    comment_review,
    lifecycle,
    links,
)
from models.services.waves.comment_review import CommentDecided
from models.storage.answers import comments, responses
from models.storage.engine import unit_of_work
from survey.asking.wave import WaveClosed, WaveNotDraft, WaveState
from survey.errors import SurveyError
from tests.examples import examples
from tests.interleaving import between
from tests.models.services import survey_builders
from tests.models.services.survey_builders import APPROVED, CLOSED, OPENED, RELEASED, STEWARD, TODAY
from tests.models.services.waves.comment_builders import ANNA, BENT, released

CARL = Viewer("carl@region.dk", Role.STEWARD)
WAVE = "kultur-2026"
LINKED = "SELECT count(*) FROM responses r JOIN participation p ON p.xmin = r.xmin"


@pytest.fixture
def laid(any_engine):
    """Lays something down in a unit of work that ends; returns its value."""

    def lay(work):
        with unit_of_work(any_engine, answers=True) as db:
            return work(db)

    return lay


@pytest.fixture
def wave(laid):
    return laid(survey_builders.an_open_wave)[0]


@pytest.fixture
def collected(laid, tmp_path):
    """A closed wave with answers collected elsewhere, and a file with more."""
    laid(lambda db: survey_builders.a_wave(db, closed_on=OPENED))
    path = tmp_path / "svar.csv"
    path.write_text("unit_id;TRU1\n" + "A1;4\nB;3\n" * 4)
    return path


def close(db):
    """Close the wave; return the number of answers that it closed with."""
    lifecycle.close_wave(db, WAVE, by=STEWARD, on=CLOSED)
    return count(db)


def count(db):
    return sum(responses.counts(db, WAVE).values())


def send(db, *, key="en", comment=""):
    answers = survey_builders.answered()
    return answering.submit(db, WAVE, "A1", key, answers, on=TODAY, comment=comment)


def bring(path):
    return lambda db: answer_import.import_answers(db, WAVE, path, by=STEWARD).added


def release(db):
    publish.release_wave(db, WAVE, by=STEWARD, on=RELEASED)
    return count(db)


def linked_responses(db):
    """The number of responses that PostgreSQL's numbers of transactions join to a spent key."""
    return db.scalar(text(LINKED)) if db.get_bind().dialect.name == "postgresql" else 0


def test_who_sends_while_the_wave_closes_is_counted(any_url, laid, wave):
    sending, closing = between(any_url, send, close, after="FROM waves")
    assert sending is True
    assert (closing, laid(count), laid(linked_responses)) == (1, 1, 0)


def test_a_wave_that_closes_takes_no_answers_between_reading_and_rewriting(any_url, laid, wave):
    laid(lambda db: survey_builders.send(db, wave, "A1", times=30))

    def send_20(db):
        return survey_builders.send(db, wave, "A1", times=20, start=100)

    closing, sending = between(any_url, close, send_20, after=r"responses\.answers")
    assert isinstance(sending, WaveClosed)
    assert (closing, laid(count), laid(linked_responses)) == (30, 30, 0)


def test_a_comment_that_comes_while_the_wave_closes_is_not_deleted(any_url, laid, wave):
    laid(lambda db: comment_intake.keep(db, WAVE, [("A1", "Tid til hinanden.")]))
    _closing, sending = between(
        any_url, close, lambda db: send(db, comment="Mere tid."), after=r"comments\.text"
    )
    assert isinstance(sending, WaveClosed)
    assert laid(lambda db: len(comments.of(db, WAVE))) == 1


def test_no_draft_outlives_the_wave(any_url, laid, wave):
    def save(db):
        answering.keep_draft(db, WAVE, "en", {"TRU1": 4})

    between(any_url, save, close, after="FROM waves")
    assert laid(lambda db: answering.draft(db, "en")) is None


def test_answers_brought_in_during_a_release_are_refused(any_url, laid, collected):
    laid(bring(collected))
    collected.write_text("unit_id;TRU1\n" + "A1;1\n" * 5)
    releasing, bringing = between(any_url, release, bring(collected), after=r"responses\.answers")
    assert isinstance(bringing, answer_import.WaveNotClosed)
    assert releasing == laid(count) == 8


def test_a_file_that_comes_twice_at_once_counts_nobody_twice(any_url, laid, collected):
    work = bring(collected)
    assert between(any_url, work, work, after="FROM responses") == (8, 0)
    assert laid(count) == 8


def test_a_wave_closes_once(any_url, laid, wave):
    closing, again = between(any_url, close, close, after="FROM waves")
    assert closing == 0
    assert isinstance(again, WaveClosed)


def test_a_wave_is_released_once_also_when_two_press_at_once(any_url, laid, collected):
    laid(bring(collected))
    releasing, again = between(any_url, release, release, after="FROM responses")
    assert releasing == 8
    assert isinstance(again, publish.AlreadyReleased)


def test_an_approval_that_comes_late_does_not_shut_an_open_wave(any_url, laid):
    laid(survey_builders.a_wave)

    def approve(db):
        return lifecycle.approve(db, WAVE, approved_on=APPROVED, minutes="MED 4", by=STEWARD)

    def open_wave(db):
        return lifecycle.open_wave(db, WAVE, by=STEWARD, on=OPENED)

    between(any_url, approve, open_wave, after="FROM waves")
    assert laid(lambda db: answering.find_wave(db, WAVE)).state is WaveState.OPEN


def test_of_two_who_open_one_gets_links(any_url, laid):
    laid(survey_builders.a_wave)

    def open_wave(db):
        return lifecycle.open_wave(db, WAVE, by=STEWARD, on=OPENED)

    tokens, again = between(any_url, open_wave, open_wave, after="FROM waves")
    assert isinstance(again, WaveNotDraft)
    assert laid(link_hashes) == {links.token_hash(token) for token in tokens.values()}


def link_hashes(db):
    return set(db.scalars(text("SELECT token_hash FROM links")))


def test_of_two_who_make_new_links_the_last_ones_work(any_url, laid, wave):
    def new_links(db):
        return lifecycle.new_links(db, WAVE, by=STEWARD)

    _first, tokens = between(any_url, new_links, new_links, after="FROM waves")
    assert laid(link_hashes) == {links.token_hash(token) for token in tokens.values()}


@pytest.fixture
def comment(laid, wave):
    """A comment of a released wave that one has read."""
    laid(lambda db: comment_intake.keep(db, WAVE, [("A1", "Tid til hinanden.")]))
    laid(close)
    laid(lambda db: released(db, answering.find_wave(db, WAVE)))
    (comment,) = laid(lambda db: comments.of(db, WAVE))
    return laid(judging(comment, ANNA))


def judging(comment, reader):
    return lambda db: comment_review.judge(db, comment.id, show=True, text=comment.text, by=reader)


@pytest.mark.parametrize(("after", "holding"), [("FROM comments", False), ("FROM waves", True)])
def test_of_two_who_decide_about_a_comment_one_does(any_url, laid, comment, after, holding):
    works = (judging(comment, BENT), judging(comment, CARL))
    decisions = between(any_url, *works, after=after, holding=holding)
    comment_left = laid(lambda db: comments.of(db, WAVE))[0]
    assert sum(decision == comment_left for decision in decisions) == 1
    assert CommentDecided in map(type, decisions)


def test_a_comment_deleted_by_the_publication_is_not_judged(any_url, laid, comment):
    def publishing(db):
        return comment_publication.publish(
            db, WAVE, leave_unread=True, by=STEWARD, on=RELEASED
        ).left_out

    judgement, left_out = between(
        any_url, judging(comment, BENT), publishing, after="FROM comments", holding=False
    )
    assert (type(judgement), left_out) == (CommentDecided, 1)


def race(ends, *works):
    """Begin all works at once in a thread each; add the value or refusal of each to the ends."""
    start = Barrier(len(works))

    def run(work):
        start.wait(60)
        try:
            return work()
        except (SurveyError, SteeringError) as refusal:
            return refusal

    with ThreadPoolExecutor(len(works)) as threads:
        ends += threads.map(run, works)


@pytest.mark.parametrize("seed", range(examples(1, thorough=20)))
def test_in_a_race_as_many_are_thanked_as_are_counted(any_engine, laid, wave, seed):
    enough, number_before = Event(), Random(seed).randint(5, 30)
    thanks, ends = [], []

    def respondent(name):
        for number in count_up():
            with unit_of_work(any_engine, drafts=True) as db:
                send(db, key=f"{name} {number}", comment="Tid.")
            thanks.append(name)
            if len(thanks) >= number_before:
                enough.set()

    def closer():
        enough.wait(60)
        return laid(close)

    race(ends, *(lambda name=name: respondent(name) for name in "abcd"), closer, closer)
    closings = [end for end in ends if isinstance(end, int)]
    assert [type(end) for end in ends if end not in closings] == [WaveClosed] * 5
    assert [len(thanks)] == closings == [laid(count)]
    assert laid(lambda db: len(comments.of(db, WAVE))) == len(thanks)
    assert laid(linked_responses) == 0


@pytest.mark.measured
@pytest.mark.parametrize("seed", range(examples(1, thorough=20)))
def test_in_a_race_what_was_brought_in_is_what_is_released(laid, collected, seed):
    laid(bring(collected))
    random, brought, ends = Random(seed), Event(), []

    def importer(name):
        path = collected.with_name(f"{name}.csv")
        for number in count_up():
            path.write_text(f"unit_id;group;TRU1\nA1;{name}{number};4\n")
            laid(bring(path))
            ends.append("brought")
            brought.set()

    def releaser():
        for _ in range(random.randint(1, 3)):
            brought.wait(60)
            brought.clear()
        return laid(release)

    race(ends, *(lambda name=name: importer(name) for name in "abc"), releaser, releaser)
    released_number = [end for end in ends if isinstance(end, int)]
    refusals = {type(end) for end in ends if not isinstance(end, (int, str))}
    assert refusals == {answer_import.WaveNotClosed, publish.AlreadyReleased}
    assert released_number == [8 + ends.count("brought")] == [laid(count)]
