from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.instrument import Instrument
from survey.asking.response import AnswerOutsideScale
from survey.scoring.points import culture_index, item_points, score_dimensions
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import CULTURE, some_answers

ANSWERS = (None, 0, 1, 2, 3, 4, 5)
one_response = st.fixed_dictionaries({item.id: st.sampled_from(ANSWERS) for item in CULTURE.items})


def turned(instrument):
    definition = instrument.model_dump()
    for dimension in definition["dimensions"]:
        for item in dimension["items"]:
            item["reverse"] = not item["reverse"]
    return Instrument.model_validate(definition)


def frame(*responses):
    return pd.DataFrame(responses, columns=[item.id for item in CULTURE.items], dtype=float)


def missing_or_same(value, expected):
    return pd.isna(value) if expected is None else value == pytest.approx(float(expected))


@pytest.mark.parametrize("dimension", CULTURE.dimensions, ids=lambda dimension: dimension.id)
def test_scores_agree_with_the_oracle_on_every_answer_there_is(dimension):
    items = [item.id for item in dimension.items]
    answers = [dict(zip(items, row, strict=True)) for row in product(ANSWERS, repeat=len(items))]
    scores = score_dimensions(frame(*answers), CULTURE)[dimension.id]
    expected = [oracles.dimension_score(row, dimension) for row in answers]
    pairs = list(zip(scores, expected, strict=True))
    assert [pair for pair in pairs if not missing_or_same(*pair)] == []


def test_the_index_agrees_with_the_oracle_whichever_dimensions_are_missing():
    some = [0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100]
    rows = [[*row] for row in product(*((None, score) for score in some))]
    index = culture_index(pd.DataFrame(rows, dtype=float))
    pairs = list(zip(index, map(oracles.index, rows), strict=True))
    assert [pair for pair in pairs if not missing_or_same(*pair)] == []


@settings(max_examples=examples(10, thorough=1000))
@given(one_response)
def test_scores_and_index_of_a_whole_response_agree_with_the_oracle(answers):
    scores = score_dimensions(frame(answers), CULTURE)
    expected = [oracles.dimension_score(answers, dimension) for dimension in CULTURE.dimensions]
    assert all(map(missing_or_same, scores.loc[0], expected))
    assert missing_or_same(culture_index(scores).item(), oracles.index(expected))


@settings(max_examples=examples(10, thorough=500))
@given(st.integers(0, 9999))
def test_points_scores_and_index_lie_between_0_and_100(seed):
    answers = some_answers(seed, "ab", most=20)
    scores = score_dimensions(answers, CULTURE)
    for values in (item_points(answers, CULTURE), scores, culture_index(scores)):
        assert (values.isna() | ((values >= 0) & (values <= 100))).all(axis=None)


@settings(max_examples=examples(10, thorough=500))
@given(one_response)
def test_reversing_twice_is_nothing(answers):
    points = item_points(frame(answers), CULTURE)
    once = item_points(frame(answers), turned(CULTURE))
    pd.testing.assert_frame_equal(100 - once, points)


@settings(max_examples=examples(10, thorough=500))
@given(st.integers(0, 9999), st.randoms())
def test_the_order_of_respondents_is_nothing(seed, random):
    answers = some_answers(seed, "ab", most=10)
    order = random.sample(list(answers.index), len(answers))
    scores = score_dimensions(answers, CULTURE)
    pd.testing.assert_frame_equal(scores.loc[order], score_dimensions(answers.loc[order], CULTURE))


def test_half_of_a_dimensions_items_are_enough_and_fewer_are_not():
    answers = frame({"STO1": 5, "STO2": 5, "TRU1": 5})
    scores = score_dimensions(answers, CULTURE)
    assert scores["STO"].item() == 100
    assert pd.isna(scores["TRU"].item())


def test_dont_know_counts_as_not_answered_in_a_score():
    scores = score_dimensions(frame({"TRU1": 5, "TRU2": 5, "TRU3": 0}), CULTURE)
    assert scores["TRU"].item() == 100


def test_an_item_nobody_was_asked_counts_as_not_answered():
    answers = pd.DataFrame({"TRU1": [3.0], "TRU2": [3.0]})
    assert score_dimensions(answers, CULTURE)["TRU"].item() == 50


@pytest.mark.parametrize("answer", [6, -1, 2.5])
def test_an_answer_outside_its_scale_is_never_scored(answer):
    with pytest.raises(AnswerOutsideScale, match="RIS2"):
        item_points(frame({"RIS2": answer}), CULTURE)


def test_six_dimensions_give_no_index():
    assert pd.isna(culture_index(pd.DataFrame([[50.0] * 6 + [None] * 3])).item())
