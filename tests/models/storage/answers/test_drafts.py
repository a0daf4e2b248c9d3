import pytest

from models.storage import waves
from models.storage.answers import drafts
from models.storage.engine import connect, migrate, unit_of_work
from tests.builders import ANSWERS, a_wave


@pytest.fixture
def two_waves(any_db):
    for wave_id in ("a", "b"):
        waves.add(any_db, a_wave(id=wave_id))
    return any_db


def test_a_draft_waits_until_it_is_sent(two_waves):
    drafts.save(two_waves, "key", "a", ANSWERS)
    assert drafts.load(two_waves, "key") == ANSWERS


def test_a_draft_takes_the_place_of_the_one_before(two_waves):
    drafts.save(two_waves, "key", "a", ANSWERS)
    drafts.save(two_waves, "key", "a", {"ANE1": 0})
    assert drafts.load(two_waves, "key") == {"ANE1": 0}


def test_an_empty_draft_is_a_draft(two_waves):
    drafts.save(two_waves, "key", "a", {})
    assert drafts.load(two_waves, "key") == {}


def test_a_dropped_draft_is_gone(two_waves):
    drafts.save(two_waves, "key", "a", ANSWERS)
    drafts.drop(two_waves, "key")
    assert drafts.load(two_waves, "key") is None


def test_the_drafts_of_a_wave_are_dropped_and_no_others(two_waves):
    for key, wave_id in (("1", "a"), ("2", "a"), ("3", "b")):
        drafts.save(two_waves, key, wave_id, ANSWERS)
    drafts.drop_wave(two_waves, "a")
    assert [drafts.load(two_waves, key) for key in "123"] == [None, None, ANSWERS]


def test_a_dropped_draft_leaves_no_trace_in_the_file_of_sqlite(tmp_path):
    place = tmp_path / "pejling.db"
    migrate(f"sqlite:///{place}")
    engine = connect(f"sqlite:///{place}")
    with unit_of_work(engine) as db:
        waves.add(db, a_wave(id="a"))
    traces = [_kept_in(place, engine, act) for act in (_save, _drop)]
    assert traces == [True, False]


def _save(db):
    drafts.save(db, "key-of-somebody", "a", ANSWERS)


def _drop(db):
    drafts.drop(db, "key-of-somebody")


def _kept_in(place, engine, act):
    with unit_of_work(engine, drafts=True) as db:
        act(db)
    engine.dispose()
    return b"key-of-somebody" in place.read_bytes()
