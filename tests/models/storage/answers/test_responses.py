from random import Random

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import inspect, text

from models.storage import waves
from models.storage.answers import participation, responses
from models.storage.engine import unit_of_work
from tests.builders import ANSWERS, a_response, a_wave
from tests.interleaving import between

WAVE = "foraar-2015"


@pytest.fixture
def asking(any_db):
    waves.add(any_db, a_wave())
    return any_db


def in_the_order_they_came(count):
    return [a_response(answers={"ANE1": n % 5 + 1}, group=str(n)) for n in range(count)]


def test_answers_come_back_as_respondents_by_items(asking):
    responses.add_all(asking, [a_response(group="Læge")])
    frame = responses.answers(asking, WAVE)
    expected = pd.DataFrame([{"unit_id": "north", "group": "Læge", **ANSWERS}])
    pd.testing.assert_frame_equal(frame, expected, check_dtype=False)


def test_what_was_not_answered_is_nan_and_what_was_not_known_is_zero(asking):
    responses.add_all(asking, [a_response(answers={"A": 0}), a_response(answers={"B": 11})])
    frame = responses.answers(asking, WAVE).sort_values("A")
    assert frame["A"].tolist()[0] == 0
    assert np.isnan(frame["A"].tolist()[1])
    assert frame["B"].dropna().tolist() == [11]


def test_respondents_of_another_wave_stay_there(asking):
    waves.add(asking, a_wave(id="other"))
    responses.add_all(asking, [a_response(), a_response(wave_id="other", answers={"X": 1})])
    assert list(responses.answers(asking, "other")) == ["unit_id", "group", "X"]


def test_a_wave_nobody_answered_has_an_empty_frame(asking):
    responses.add_all(asking, [])
    frame = responses.answers(asking, WAVE)
    assert list(frame) == ["unit_id", "group"]
    assert frame.empty


def test_parts_of_a_large_wave_are_joined(asking, monkeypatch):
    monkeypatch.setattr(responses, "_BATCH", 2)
    responses.add_all(asking, [a_response(answers={item: 1}) for item in "ABCDE"])
    frame = responses.answers(asking, WAVE)
    assert frame.drop(columns=["unit_id", "group"]).notna().sum().to_dict() == dict.fromkeys(
        "ABCDE", 1
    )


def test_responses_are_counted_by_unit(asking):
    units = ["north", "south", "north"]
    responses.add_all(asking, [a_response(unit_id=unit_id) for unit_id in units])
    assert responses.counts(asking, WAVE) == {"north": 2, "south": 1}
    assert responses.counts(asking, "other") == {}


@pytest.mark.parametrize("answer", [-1, 12])
def test_an_answer_on_no_scale_is_not_kept(asking, answer):
    with pytest.raises(ValueError, match="ANE1"):
        responses.add_all(asking, [a_response(answers={"ANE1": answer})])


@pytest.mark.measured
def test_an_error_does_not_repeat_the_answer(asking):
    with pytest.raises(ValueError, match="ANE1") as caught:
        responses.add_all(asking, [a_response(answers={"ANE1": 77})])
    assert "77" not in str(caught.value)


def test_no_column_of_a_response_is_a_clock_or_a_number(any_engine):
    columns = inspect(any_engine).get_columns("responses")
    assert {str(column["type"]) for column in columns} == {"TEXT"}


def test_a_response_has_no_row_number_in_sqlite(engine):
    with engine.connect() as connection:
        query = text("SELECT sql FROM sqlite_master WHERE name = 'responses'")
        assert "WITHOUT ROWID" in connection.scalar(query)


def test_the_order_of_the_items_tells_not_what_was_answered_first(asking):
    for order in (["B", "A"], ["A", "B"]):
        responses.add_all(asking, [a_response(answers=dict.fromkeys(order, 3))])
    assert set(asking.scalars(text("SELECT answers FROM responses"))) == {'{"A":3,"B":3}'}


def likeness(order):
    return abs(np.corrcoef(order, range(len(order)))[0, 1])


@pytest.mark.parametrize("read", ["SELECT respondent_group FROM responses", "by the frame"])
def test_the_order_of_coming_cannot_be_read_back(asking, read):
    responses.add_all(asking, in_the_order_they_came(4000))
    responses.settle(asking, WAVE)
    order = (
        asking.scalars(text(read)) if "SELECT" in read else responses.answers(asking, WAVE)["group"]
    )
    # Of 4,000 in random order the correlation stays below 0.08 in all but one of a million cases.
    assert likeness([int(group) for group in order]) < 0.08


def test_unsettled_responses_are_read_in_the_order_of_their_keys(asking):
    responses.add_all(asking, in_the_order_they_came(4000))
    groups = responses.answers(asking, WAVE)["group"]
    assert likeness(groups.astype(int)) < 0.08


def test_settling_changes_no_answer(asking, monkeypatch):
    monkeypatch.setattr(responses, "_BATCH", 7)
    responses.add_all(asking, in_the_order_they_came(50))
    before = responses.answers(asking, WAVE)
    responses.settle(asking, WAVE)
    pd.testing.assert_frame_equal(responses.answers(asking, WAVE), before)


def test_settling_leaves_other_waves_alone(asking):
    responses.add_all(asking, [a_response()])
    responses.settle(asking, "other")
    assert len(responses.answers(asking, WAVE)) == 1


@pytest.fixture
def answered_one_by_one(postgresql_engine):
    with unit_of_work(postgresql_engine) as db:
        waves.add(db, a_wave())
    for key in "abcdef":
        with unit_of_work(postgresql_engine) as db:
            participation.spend(db, key)
            responses.add_all(db, [a_response()])
    return postgresql_engine


def tied_together(engine):
    same_transaction = "SELECT count(*) FROM responses r JOIN participation p ON p.xmin = r.xmin"
    with engine.connect() as connection:
        return connection.scalar(text(same_transaction))


def test_after_settling_postgresql_ties_no_key_to_a_response(answered_one_by_one):
    assert tied_together(answered_one_by_one) == 6
    with unit_of_work(answered_one_by_one, answers=True) as db:
        responses.settle(db, WAVE)
    assert tied_together(answered_one_by_one) == 0


def test_after_settling_postgresql_lays_responses_in_the_order_of_their_keys(answered_one_by_one):
    with unit_of_work(answered_one_by_one, answers=True) as db:
        responses.settle(db, WAVE)
        keys = list(db.scalars(text("SELECT id FROM responses ORDER BY ctid")))
    assert keys == sorted(keys)


def test_a_whole_region_is_kept_and_read_back(asking):
    random, items = Random(1), [f"I{n:02}" for n in range(30)]
    region = [
        a_response(unit_id=f"u{n % 2000}", answers={item: random.randint(1, 5) for item in items})
        for n in range(5_000)
    ]
    responses.add_all(asking, region)
    assert len(responses.answers(asking, WAVE)) == 5_000


def test_settling_deletes_only_what_it_has_read(any_engine, any_url):
    with unit_of_work(any_engine) as db:
        waves.add(db, a_wave())
        responses.add_all(db, in_the_order_they_came(40))
    between(
        any_url,
        lambda db: responses.settle(db, WAVE),
        lambda db: responses.add_all(db, in_the_order_they_came(20)),
        after=r"responses\.answers",
    )
    with unit_of_work(any_engine) as db:
        assert responses.counts(db, WAVE) == {"north": 60}
