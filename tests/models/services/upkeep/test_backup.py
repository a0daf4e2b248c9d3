"""A backup brings everything back that was acknowledged, on either database, and nothing twice."""

import gzip
from collections import Counter
from threading import Condition, Event, Thread

import pytest
from sqlalchemy import select

from models.access import Role, Viewer
from models.errors import DatabaseUnavailable, InputError, Refused
from models.services.upkeep.backup import back_up, restore
from models.services.waves import answering, links
from models.storage import waves
from models.storage.answers import responses
from models.storage.engine import connect, migrate, unit_of_work
from models.storage.sql.canonical_json import canonical
from models.storage.steering import targets
from models.storage.tables.answers import ParticipationRow
from models.storage.tables.organisation import UnitRow
from tests.builders import ANSWERS, a_target
from tests.models.services.survey_builders import INSTRUMENT, TODAY, an_open_wave
from tests.models.services.upkeep.conftest import NOON, OPERATOR
from tests.models.storage.migrating import content

OPEN = "kultur-2028"
LIMIT = 60


def test_what_is_restored_on_either_database_gives_the_same_backup_again(
    small_backup, small_url, tmp_path
):
    again = tmp_path / "again"
    back_up(small_url, again, by=OPERATOR, at=NOON)
    assert again.read_bytes() == small_backup.read_bytes()


def test_the_backup_says_what_it_holds(small_backup, any_url):
    result = restore(any_url, small_backup, by=OPERATOR)
    assert result.contents.begun_at == NOON
    states = {wave.id: (wave.state.value, wave.responses) for wave in result.holding.waves}
    assert states == {
        "kultur-2026": ("released", 9),
        "kultur-2028": ("open", 3),
        "kultur-2030": ("draft", 0),
    }
    assert (result.holding.releases, result.holding.spent_keys) == (1, 12)


def test_only_its_owner_may_read_a_backup(small_backup):
    assert small_backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_has_no_unsent_answers(small_backup):
    text = gzip.decompress(small_backup.read_bytes())
    assert b"responses" in text
    assert b"drafts" not in text
    assert canonical(ANSWERS).encode() not in text


def test_after_a_restore_a_spent_key_stays_spent_and_new_answers_come_in(small_url):
    engine = connect(small_url)
    with unit_of_work(engine, drafts=True) as db:
        wave = waves.get(db, OPEN)
        again = [answering.submit(db, OPEN, "A1", f"A1 {n}", {"TRU1": 4}, on=TODAY)
                 for n in (100, 101, 102, 103)]  # fmt: skip
        targets.add(db, a_target(decision="nyt"))
    assert wave is not None
    assert again == [False, False, False, True]
    engine.dispose()


@pytest.mark.measured
def test_restoring_needs_an_empty_database_or_leave_to_replace_it(small_backup, small_url):
    before = content(small_url)
    with pytest.raises(InputError, match="ikke tom"):
        restore(small_url, small_backup, by=OPERATOR)
    assert content(small_url) == before
    restore(small_url, small_backup, by=OPERATOR, replacing=True)
    assert content(small_url) == before


@pytest.mark.measured
def test_a_program_that_runs_on_the_database_goes_on_with_what_was_restored(small_backup, any_url):
    migrate(any_url)
    engine = connect(any_url)
    for _ in range(7):  # PostgreSQL's driver prepares a statement that comes often
        with unit_of_work(engine) as db:
            assert db.scalars(select(UnitRow.id)).all() == []
    with unit_of_work(engine) as db:
        db.add(UnitRow(id="ny", parent_id=None, name="Ny", kind="region", staff=1, place=0))
    restore(any_url, small_backup, by=OPERATOR, replacing=True)
    with unit_of_work(engine) as db:
        assert set(db.scalars(select(UnitRow.id))) == {"R", "A", "A1", "A2", "B"}
    engine.dispose()


@pytest.mark.measured
def test_a_backup_of_an_older_revision_is_restored_and_brought_up_to_date(any_old_url, tmp_path):
    file = tmp_path / "old.backup"
    back_up(any_old_url, file, by=OPERATOR, at=NOON)
    other = f"sqlite:///{tmp_path / 'other.db'}"
    restore(other, file, by=OPERATOR)
    migrate(any_old_url)
    files = [tmp_path / "restored", tmp_path / "migrated"]
    for url, file in zip((other, any_old_url), files, strict=True):
        back_up(url, file, by=OPERATOR, at=NOON)
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.measured
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_who_operates_the_installation_may_back_up_and_restore(role, tmp_path):
    viewer = Viewer("nogen", role)
    with pytest.raises(Refused):
        back_up("sqlite://", tmp_path / "b", by=viewer, at=NOON)
    with pytest.raises(Refused):
        restore("sqlite://", tmp_path / "b", by=viewer)


@pytest.mark.measured
@pytest.mark.parametrize("make", ["nothing", "an empty database"])
def test_without_a_migrated_database_there_is_nothing_to_back_up(make, tmp_path):
    path = tmp_path / "pejling.db"
    if make != "nothing":
        connect(f"sqlite:///{path}").connect().close()
    with pytest.raises(DatabaseUnavailable):
        back_up(f"sqlite:///{path}", tmp_path / "b", by=OPERATOR, at=NOON)
    assert path.exists() == (make != "nothing")
    assert not (tmp_path / "b").exists()


class Respondents:
    """Threads that send answers, each of them another, until they are stopped."""

    def __init__(self, url, wave_id, threads=3):
        self.url, self.wave_id = url, wave_id
        self.thanked, self.news, self.stop = [], Condition(), Event()
        self.threads = [Thread(target=self._send, args=(n,)) for n in range(threads)]

    def _send(self, first):
        engine = connect(self.url)
        number = first
        while not self.stop.is_set():
            with unit_of_work(engine, drafts=True) as db:
                answering.submit(
                    db, self.wave_id, "A1", f"key {number}", a_number(number), on=TODAY
                )
            with self.news:
                self.thanked.append(number)
                self.news.notify_all()
            number += len(self.threads)
        engine.dispose()

    def wait_for(self, more):
        with self.news:
            number = len(self.thanked) + more
            assert self.news.wait_for(lambda: len(self.thanked) >= number, LIMIT)
            return set(self.thanked)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self.stop.set()
        for thread in self.threads:
            thread.join(LIMIT)


ITEMS = [item.id for item in INSTRUMENT.items][:6]


def a_number(number):
    """Answers that only this respondent gives."""
    return {item: 1 + number // 5**place % 5 for place, item in enumerate(ITEMS)}


def test_every_answer_thanked_for_before_is_in_a_backup_taken_while_others_answer(
    any_url, tmp_path
):
    migrate(any_url)
    engine = connect(any_url)
    with unit_of_work(engine) as db:
        wave, _links = an_open_wave(db)
    file, other = tmp_path / "b", f"sqlite:///{tmp_path / 'other.db'}"
    with Respondents(any_url, wave.id) as respondents:
        before = respondents.wait_for(10)
        # Each table waits until three more have been thanked: nobody is kept from answering.
        back_up(any_url, file, by=OPERATOR, at=NOON, progress=lambda *_: respondents.wait_for(3))
    after = set(respondents.thanked)
    engine.dispose()
    result = restore(other, file, by=OPERATOR)
    keys, answers = restored(other, wave.id, after)
    assert before <= keys < after
    assert answers == Counter(keys)
    assert result.holding.waves[0].responses == result.holding.spent_keys == len(keys)


@pytest.mark.measured
def test_respondents_wait_for_a_restore_and_see_no_error(small_backup, small_url):
    with Respondents(small_url, OPEN) as respondents:
        respondents.wait_for(5)
        restore(small_url, small_backup, by=OPERATOR, replacing=True)
        before = set(respondents.thanked)
        respondents.wait_for(5)
    keys, answers = restored(small_url, OPEN, set(respondents.thanked))
    assert set(respondents.thanked) - before <= keys
    # The three that the backup had answered every statement alike.
    assert sum(answers.values()) == len(keys) + 3


def restored(url, wave_id, numbers):
    """The numbers whose key is spent in a database, and how often it has the answers of each."""
    engine = connect(url)
    with unit_of_work(engine, answers=True) as db:
        hashes = set(db.scalars(select(ParticipationRow.key_hash)))
        frame = responses.answers(db, wave_id)
    engine.dispose()
    rows = frame[ITEMS].astype(int).to_numpy().tolist()
    answers = Counter(sum((v - 1) * 5**place for place, v in enumerate(row)) for row in rows)
    return {n for n in numbers if links.key_hash(f"key {n}") in hashes}, answers
