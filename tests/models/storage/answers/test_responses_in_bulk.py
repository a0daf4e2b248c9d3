import numpy as np
import pandas as pd
import pytest
from sqlalchemy import text

from models.storage import waves
from models.storage.answers import responses
from tests.builders import a_response, a_wave

WAVE = "foraar-2015"
ANSWERED = pd.DataFrame(
    {
        "unit_id": ["north", "south", "north"],
        "group": ["Læge", "", "Læge"],
        "Å1": [1.0, np.nan, 1.0],
        "A2": [0.0, 11.0, 0.0],
    }
)


@pytest.fixture
def asking(any_db):
    waves.add(any_db, a_wave())
    return any_db


def sorted_rows(frame):
    return frame.sort_values(list(frame)).reset_index(drop=True)


def test_a_frame_comes_back_as_it_was_kept(asking, monkeypatch):
    monkeypatch.setattr(responses, "_BATCH", 2)
    responses.add_frame(asking, WAVE, ANSWERED)
    rows = responses.answers(asking, WAVE)[list(ANSWERED)]
    pd.testing.assert_frame_equal(sorted_rows(rows), sorted_rows(ANSWERED), check_dtype=False)


def test_many_are_kept_as_each_would_be(asking):
    responses.add_frame(asking, WAVE, ANSWERED[1:])
    responses.add_all(asking, [a_response(group="Læge", answers={"Å1": 1, "A2": 0})])
    query = text("SELECT answers FROM responses WHERE respondent_group = 'Læge'")
    assert asking.scalars(query).all() == ['{"A2":0,"Å1":1}'] * 2


def test_it_is_told_how_many_are_kept(asking, monkeypatch):
    monkeypatch.setattr(responses, "_BATCH", 2)
    steps = []
    responses.add_frame(asking, WAVE, ANSWERED, progress=lambda *so_far: steps.append(so_far))
    assert steps == [(2, 3), (3, 3)]


def test_an_empty_frame_keeps_nobody(asking):
    responses.add_frame(asking, WAVE, ANSWERED[:0])
    assert responses.counts(asking, WAVE) == {}


@pytest.mark.parametrize("answer", [-1.0, 12.0, 2.5])
def test_a_frame_with_an_answer_on_no_scale_is_not_kept(asking, answer):
    with pytest.raises(ValueError, match="A2") as caught:
        responses.add_frame(asking, WAVE, ANSWERED.assign(A2=answer))
    assert str(answer) not in str(caught.value)


def test_a_frame_lies_in_the_order_of_random_keys(asking):
    frame = pd.DataFrame({"unit_id": "north", "group": map(str, range(4000)), "A2": 1.0})
    responses.add_frame(asking, WAVE, frame)
    order = [int(group) for group in responses.answers(asking, WAVE)["group"]]
    # Of 4,000 in random order the correlation stays below 0.08 in all but one of a million cases.
    assert abs(np.corrcoef(order, range(4000))[0, 1]) < 0.08


def test_an_empty_wave_holds_nobody(asking):
    assert responses.new_respondents(asking, WAVE, ANSWERED).tolist() == [True, True, True]


def test_of_equal_ones_as_many_are_held_as_the_wave_has(asking, monkeypatch):
    monkeypatch.setattr(responses, "_BATCH", 2)
    responses.add_frame(asking, WAVE, ANSWERED[:2])
    assert responses.new_respondents(asking, WAVE, ANSWERED).tolist() == [False, False, True]


def test_what_another_wave_holds_is_not_held_here(asking):
    waves.add(asking, a_wave(id="other"))
    responses.add_frame(asking, "other", ANSWERED)
    assert responses.new_respondents(asking, WAVE, ANSWERED).all()


def test_a_whole_region_is_kept_in_one_call(asking):
    rng = np.random.default_rng(1)
    items = {f"I{n:02}": rng.integers(0, 6, 20_000).astype(float) for n in range(36)}
    region = pd.DataFrame({"unit_id": "north", "group": "", **items})
    responses.add_frame(asking, WAVE, region)
    assert responses.counts(asking, WAVE) == {"north": 20_000}
