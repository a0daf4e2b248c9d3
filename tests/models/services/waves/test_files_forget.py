from random import Random

import pytest

from models.services.release import publish
from models.services.waves import (
    answering,
    comment_review,
    lifecycle,
    links,
)
from models.storage import marks
from models.storage.answers import comments
from models.storage.engine import connect, migrate, unit_of_work
from models.storage.sql.canonical_json import canonical
from survey.asking import instruments
from tests.models.services import survey_builders
from tests.models.services.survey_builders import CLOSED, RELEASED, STEWARD, TODAY
from tests.models.services.waves.comment_builders import ANNA, BENT

WAVE = "kultur-2026"
ITEMS = [item.id for item in instruments.load("rik-30").items]
WORDS = "Vi mangler en tavle i gangen."


class Installation:
    """A program that is running on a file: two connections stay open beside each unit of work."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"sqlite:///{folder / 'pejling.db'}"
        migrate(self.url)
        self.engine = connect(self.url)
        self.idle = [connect(self.url).connect() for _ in range(2)]
        for connection in self.idle:
            connection.exec_driver_sql("SELECT count(*) FROM waves").all()
            connection.rollback()

    def do(self, work, **rights):
        with unit_of_work(self.engine, **rights) as db:
            return work(db)

    def files_with(self, *texts):
        """Return the names of the files that have one of the texts."""
        return sorted(
            path.name
            for path in self.folder.rglob("*")
            if any(text.encode() in path.read_bytes() for text in texts)
        )


@pytest.fixture
def installation(tmp_path):
    installation = Installation(tmp_path)
    installation.do(survey_builders.an_open_wave)
    yield installation
    for connection in installation.idle:
        connection.close()
        connection.engine.dispose()
    installation.engine.dispose()


def answers_of(number):
    """Answers that no other number has."""
    random = Random(number)
    return {item: random.randint(1, 5) for item in ITEMS}


def draft_row(number):
    """A draft's row as it lies in the file: key, wave and answers side by side."""
    return links.key_hash(f"key {number}") + WAVE + canonical(answers_of(number))


def save(installation, number):
    def keep(db):
        answering.keep_draft(db, WAVE, f"key {number}", answers_of(number))

    installation.do(keep, drafts=True)


def send(installation, number, **more):
    def submit(db):
        answers = answers_of(number)
        return answering.submit(db, WAVE, "A1", f"key {number}", answers, on=TODAY, **more)

    return installation.do(submit, drafts=True)


def close(installation):
    installation.do(lambda db: lifecycle.close_wave(db, WAVE, by=STEWARD, on=CLOSED), answers=True)


def test_a_draft_is_in_a_file_until_it_is_sent(installation):
    for number in range(60):
        save(installation, number)
    rows = [draft_row(number) for number in range(60)]
    assert installation.files_with(*rows)
    for number in range(60):
        send(installation, number)
    assert installation.files_with(*rows) == []


def test_what_was_sent_together_lies_nowhere_together(installation):
    save(installation, 1)
    send(installation, 1)
    assert installation.files_with(canonical(answers_of(1))) == ["pejling.db"]
    assert (installation.folder / "pejling.db-wal").stat().st_size == 0


def test_a_withdrawn_draft_is_in_no_file(installation):
    save(installation, 1)
    installation.do(lambda db: answering.withdraw(db, "key 1"), drafts=True)
    assert installation.files_with(links.key_hash("key 1"), canonical(answers_of(1))) == []


def test_who_reads_delays_the_forgetting_until_the_next_unit_of_work(installation):
    save(installation, 1)
    reader = installation.idle[0]
    reader.exec_driver_sql("BEGIN")
    reader.exec_driver_sql("SELECT count(*) FROM drafts").all()
    installation.do(lambda db: answering.withdraw(db, "key 1"), drafts=True)
    assert installation.files_with(links.key_hash("key 1"))
    reader.rollback()
    installation.do(lambda db: answering.find_wave(db, WAVE))
    assert installation.files_with(links.key_hash("key 1")) == []


def test_after_the_close_neither_drafts_nor_the_secret_are_in_a_file(installation):
    secret = installation.do(lambda db: marks.get(db, answering.secret_mark(WAVE)))
    save(installation, 1)
    assert installation.files_with(secret)
    close(installation)
    assert installation.files_with(secret, links.key_hash("key 1"), canonical(answers_of(1))) == []


def test_erased_answers_are_in_no_file(installation):
    for number in range(40):
        save(installation, number)
        send(installation, number)
    close(installation)
    installation.do(
        lambda db: publish.release_wave(db, WAVE, by=STEWARD, on=RELEASED), answers=True
    )
    answers = [canonical(answers_of(number)) for number in range(40)]
    assert installation.files_with(*answers) == ["pejling.db"]
    installation.do(lambda db: publish.erase_answers(db, WAVE, by=STEWARD), answers=True)
    assert installation.files_with(*answers) == []


def test_the_words_of_a_withheld_comment_are_in_no_file(installation):
    send(installation, 1, comment=WORDS)
    close(installation)
    (comment,) = installation.do(lambda db: comments.of(db, WAVE), answers=True)
    for reader in (ANNA, BENT):
        installation.do(
            lambda db, reader=reader: comment_review.judge(db, comment.id, show=False, by=reader),
            answers=True,
        )
    assert installation.files_with(WORDS) == []
