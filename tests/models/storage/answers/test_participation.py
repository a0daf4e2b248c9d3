import threading

from models.storage.answers import participation
from models.storage.engine import unit_of_work
from models.storage.tables.base import Base


def test_a_key_is_spent_once(any_db):
    spent = [participation.spend(any_db, key) for key in ("a", "a", "b", "a")]
    assert spent == [True, False, True, False]


def test_of_clicks_at_the_same_moment_one_counts(any_engine):
    outcomes = []

    def click():
        with unit_of_work(any_engine) as db:
            outcomes.append(participation.spend(db, "key"))

    clicks = [threading.Thread(target=click) for _ in range(8)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert sorted(outcomes) == [False] * 7 + [True]


def test_who_answered_and_what_was_answered_share_no_column():
    columns = {
        name: set(Base.metadata.tables[name].columns.keys())
        for name in ("participation", "responses")
    }
    assert columns["participation"] == {"key_hash"}
    assert columns["participation"] & columns["responses"] == set()
