"""An answer that somebody was thanked for is on the disk after a power cut."""

import pytest
from sqlalchemy import text

from models.services.release import publish
from models.services.waves import lifecycle
from models.storage import waves
from models.storage.answers import drafts, responses
from models.storage.engine import connect, migrate, unit_of_work
from models.storage.steering import observations
from survey.asking.wave import WaveState
from tests.builders import ANSWERS, an_observation
from tests.models.services.survey_builders import CLOSED, RELEASED, STEWARD, an_open_wave, send
from tests.power_cut import DATABASE, FRAME, HEADER, LOG, disk


@pytest.fixture
def power(tmp_path):
    """The watched disk, and an engine of a database on it with an open wave and a draft."""
    with disk() as watched:
        url = f"sqlite:///{tmp_path / DATABASE}"
        migrate(url)
        engine = connect(url)
        with unit_of_work(engine, answers=True) as db:
            wave, _links = an_open_wave(db)
            drafts.save(db, "key", wave.id, ANSWERS)
        watched.log = tmp_path / LOG
        yield watched, engine, wave
        engine.dispose()


def close(db, wave):
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)


def release(db, wave):
    send(db, wave, "A1", times=9)
    close(db, wave)
    publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)


ACTS = {
    "send": (
        lambda db, wave: send(db, wave, "A1"),
        lambda db, wave: responses.counts(db, wave.id) == {"A1": 1},
    ),
    "close": (close, lambda db, wave: waves.get(db, wave.id).state is WaveState.CLOSED),
    "release": (
        release,
        lambda db, wave: "R" in publish.published_release(db, wave.id, by=STEWARD).published,
    ),
    "withdraw": (
        lambda db, _wave: drafts.drop(db, "key"),
        lambda db, _wave: drafts.load(db, "key") is None,
    ),
    "record": (
        lambda db, _wave: observations.add_all(db, [an_observation()]),
        lambda db, _wave: len(observations.records_of(db, ["HOV-T2-C9"])) == 1,
    ),
}


def holds(engine, wave, done):
    """Whether a database holds what was done; it is whole in any case."""
    with unit_of_work(engine, answers=True) as db:
        assert db.scalar(text("PRAGMA integrity_check")) == "ok"
        answer = done(db, wave)
    engine.dispose()
    return answer


@pytest.mark.parametrize("act", ACTS)
def test_what_was_acknowledged_is_there_after_a_power_cut(power, tmp_path, act):
    watched, engine, wave = power
    do, done = ACTS[act]
    with unit_of_work(engine, answers=True) as db:
        do(db, wave)
    assert holds(watched.after_the_cut(tmp_path / "after"), wave, done)


def test_a_sent_answer_costs_a_sync_to_store_it_and_two_to_forget_its_draft(power):
    watched, engine, wave = power
    before = watched.syncs.copy()
    with unit_of_work(engine, answers=True) as db:
        send(db, wave, "A1")
    assert watched.syncs - before == {LOG: 2, DATABASE: 1}


def test_a_log_torn_anywhere_after_the_last_sync_loses_nothing_acknowledged(power, tmp_path):
    watched, engine, wave = power
    # As long as somebody reads from it the log is not emptied.
    with engine.connect() as reader:
        reader.exec_driver_sql("BEGIN")
        reader.execute(text("SELECT count(*) FROM waves"))
        with unit_of_work(engine, answers=True) as db:
            send(db, wave, "A1")
        synced = len(watched.files[LOG])
        with unit_of_work(engine, answers=True) as db:
            send(db, wave, "A1", start=1)
        log = watched.log.read_bytes()
    counts = []
    for end in (synced, synced + 100, *range(synced + FRAME, len(log) + 1, FRAME)):
        torn = log[:end] + bytes(50)
        after = watched.after_the_cut(tmp_path / str(end), log=torn)
        counts.append(2 if holds(after, wave, lambda db, w: counted(db, w) == 2) else 1)
        assert holds(after, wave, lambda db, w: counted(db, w) >= 1)
    assert (synced - HEADER) % FRAME == 0
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (1, 2)


def counted(db, wave):
    return responses.counts(db, wave.id).get("A1", 0)


def test_postgresql_syncs_even_where_the_server_is_set_up_not_to(postgresql_url):
    lazy = f"{postgresql_url}%20-csynchronous_commit%3Doff"
    engine = connect(lazy)
    with engine.connect() as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"
    engine.dispose()
