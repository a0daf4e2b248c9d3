import numpy as np
import pandas as pd
import pytest

from survey.release.questionnaire_quality import (
    answered_shares,
    item_quality,
    outcome_drivers,
    quality,
)
from survey.scoring.scored_responses import score_responses
from survey.statistics.reliability import stratified_alpha
from tests.survey.builders import CULTURE, a_tree, some_answers

TREE = a_tree(0, 0, 0)


def scored_wave(people=200, seed=1, **changes):
    answers = some_answers(seed, ["1", "2", "3"] * 9, most=people // 9).assign(**changes)
    return score_responses(answers, TREE, CULTURE, at_least=5)


def test_a_spread_is_not_told_of_fewer_people_than_a_share():
    few = score_responses(some_answers(1, ["1"], most=40).head(9), TREE, CULTURE, at_least=5)
    published = quality(few, 5)
    assert published[["n", "units"]].eq(0).all(axis=None)
    assert published["sd_within"].isna().all()
    assert not published["may_rank"].any()


def test_a_spread_of_nothing_is_told_as_five():
    alike = {item.id: 3.0 for item in CULTURE.items}
    published = quality(scored_wave(**alike), 5)
    assert set(published["sd_within"]) == {5.0}
    assert set(published["icc1"]) == {0.0}
    assert published[["f", "p", "rwg_median"]].isna().all(axis=None)


def test_figures_of_the_questionnaire_have_three_places_at_most():
    published = quality(scored_wave(), 5).select_dtypes(float).stack()
    items = item_quality(scored_wave(), 5).select_dtypes(float).stack()
    figures = pd.concat([published, items]).dropna()
    assert np.allclose(figures, figures.round(3), rtol=0, atol=1e-12)


def test_the_last_outcome_is_what_the_dimensions_drive():
    answers = some_answers(1, ["1", "2", "3"] * 20, most=14, missing=0)
    answers = answers.assign(OVR1=1.0, OVR2=answers["ANE1"].replace(0, 3))
    published = outcome_drivers(score_responses(answers, TREE, CULTURE, at_least=5))
    assert published["dimension"].iloc[0] == "ANE"
    assert published["weight"].sum() == pytest.approx(100, abs=0.5)


def test_without_an_outcome_nothing_drives():
    assert outcome_drivers(scored_wave()).empty


def test_the_index_has_the_reliability_of_a_composite_from_the_figures_beside_it():
    published = quality(scored_wave(people=900), 5)
    index = published[published["dimension"] == "index"]
    assert index["alpha"].item() == pytest.approx(stratified_alpha(published), abs=0.001)


def test_an_item_is_answered_by_a_share_of_the_dimensions_respondents():
    answers = some_answers(1, ["1", "2", "3"] * 9, most=20, missing=0)
    answers.loc[answers.index[::4], "TRU1"] = 0.0
    scored = score_responses(answers, TREE, CULTURE, at_least=5)
    with_score = scored.scores["TRU"].notna()
    expected = scored.points.loc[with_score, "TRU1"].notna().mean()
    assert answered_shares(scored)["TRU1"] == pytest.approx(expected)
    published = item_quality(scored, 5).set_index("item")["answered"]
    assert published["TRU1"] == round(100 * expected)
    assert published["TRU2"] > published["TRU1"]


def test_of_too_few_people_no_share_is_told_of_an_item():
    few = score_responses(some_answers(1, ["1"], most=40).head(9), TREE, CULTURE, at_least=5)
    assert item_quality(few, 5)["answered"].isna().all()
