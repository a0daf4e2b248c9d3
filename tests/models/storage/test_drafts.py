import pytest

from models.storage import drafts, waves
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
