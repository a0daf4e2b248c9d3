from itertools import permutations
from math import factorial

import numpy as np
import pandas as pd
import pingouin as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.statistics.drivers import COLUMNS, drivers
from tests.examples import examples
from tests.survey.builders import CULTURE

NAMES = [dimension.id for dimension in CULTURE.dimensions]


def a_survey(people=400, dimensions=4, seed=0):
    """Scores that go together, and an outcome of which the first dimension holds the most."""
    random = np.random.default_rng(seed)
    shared = random.normal(size=(people, 1)) + random.normal(size=(people, dimensions))
    pulls = np.arange(dimensions, 0, -1.0)
    judgement = shared @ pulls + random.normal(size=people) * 3
    scores = pd.DataFrame(shared * 10 + 50, columns=NAMES[:dimensions])
    return scores, pd.Series(judgement * 5 + 50)


def weights(table):
    return table.set_index("dimension")["weight"].to_dict()


def r2(scores, outcome):
    design = np.column_stack([np.ones(len(scores)), scores])
    left = outcome - design @ np.linalg.lstsq(design, outcome)[0]
    return 1 - left.var() / outcome.var()


def lmg(scores, outcome):
    """The mean rise of R2 over every order."""
    shares = dict.fromkeys(scores, 0.0)
    for order in permutations(scores):
        for at, name in enumerate(order):
            rise = r2(scores[list(order[: at + 1])], outcome) - r2(
                scores[list(order[:at])], outcome
            )
            shares[name] += rise / factorial(scores.shape[1])
    return {name: 100 * share / sum(shares.values()) for name, share in shares.items()}


@settings(max_examples=examples(2, thorough=20))
@given(st.integers(0, 9999))
def test_weights_are_the_mean_rise_over_every_order(seed):
    scores, outcome = a_survey(dimensions=3, seed=seed)
    table = weights(drivers(scores, outcome, replicates=2))
    assert table == pytest.approx(lmg(scores, outcome))


def test_weights_of_all_nine_are_those_of_pingouin():
    scores, outcome = a_survey(dimensions=9)
    expected = pg.linear_regression(scores, outcome, relimp=True).iloc[1:].set_index("names")
    table = drivers(scores, outcome, replicates=2)
    assert weights(table) == pytest.approx(expected["relimp_perc"].to_dict())
    assert table["r2"].iloc[0] == pytest.approx(expected["r2"].iloc[0])


def test_weights_add_up_to_everything_explained():
    assert drivers(*a_survey(dimensions=9), replicates=2)["weight"].sum() == pytest.approx(100)


def test_the_largest_comes_first():
    table = drivers(*a_survey())
    assert table["weight"].is_monotonic_decreasing
    assert table["dimension"].iloc[0] == NAMES[0]


def test_weights_lie_within_their_intervals():
    table = drivers(*a_survey())
    assert table["weight"].between(table["low"], table["high"]).all()


def test_intervals_are_those_of_people_drawn_again():
    scores, outcome = a_survey(dimensions=2)
    random = np.random.default_rng(5)
    samples = [random.integers(0, 400, 400) for _ in range(300)]
    resampled = [lmg(scores.iloc[sample], outcome.iloc[sample])[NAMES[0]] for sample in samples]
    table = drivers(scores, outcome, replicates=400).iloc[0]
    assert tuple(table[["low", "high"]]) == pytest.approx(
        tuple(np.quantile(resampled, [0.025, 0.975])), abs=1.5
    )


def test_the_order_of_respondents_is_nothing():
    scores, outcome = a_survey()
    order = np.random.default_rng(1).permutation(len(scores))
    table = drivers(scores.iloc[order], outcome.iloc[order])
    pd.testing.assert_frame_equal(table, drivers(scores, outcome))


def test_more_people_than_fit_a_chunk_all_count():
    scores, outcome = a_survey(people=9000, dimensions=2)
    table = drivers(scores, outcome)
    assert (table["n"] == 9000).all()
    assert weights(table) == pytest.approx(lmg(scores, outcome))


def test_one_hundred_and_ninety_nine_people_are_too_few():
    table = drivers(*a_survey(people=199))
    assert table.empty
    assert list(table.columns) == list(COLUMNS)


@pytest.mark.measured
def test_who_left_a_dimension_out_does_not_count():
    scores, outcome = a_survey(people=210)
    scores.loc[:9, "RIS"] = np.nan
    assert set(drivers(scores, outcome)["n"]) == {200}
    assert drivers(scores, outcome.where(outcome.index < 209)).empty


@pytest.mark.parametrize("value", [np.nan, 75.0])
def test_a_dimension_nobody_answered_or_all_alike_is_left_out(value):
    scores, outcome = a_survey()
    table = drivers(scores.assign(NYT=value), outcome)
    assert weights(table) == pytest.approx(weights(drivers(scores, outcome)))


def test_two_dimensions_that_are_the_same_share_alike():
    scores, outcome = a_survey(dimensions=2)
    table = weights(drivers(scores.assign(NYT=scores["TRU"]), outcome))
    assert table["NYT"] == pytest.approx(table["TRU"])


def test_a_dimension_that_hardly_anybody_sees_otherwise_is_no_error():
    # Some replicates draw nobody who does.
    scores, outcome = a_survey()
    table = drivers(scores.assign(NYT=[0.0] + [75.0] * 399), outcome).set_index("dimension")
    assert table.loc["NYT", "low"] == pytest.approx(0, abs=1e-9)


@pytest.mark.measured
@pytest.mark.parametrize(
    ("scores", "outcome"),
    [
        (a_survey()[0], pd.Series([50.0] * 400)),
        (a_survey()[0][[]], a_survey()[1]),
        (pd.DataFrame({"TRU": [0.0, 0.0, 9.0, 9.0] * 100}), pd.Series([0.0, 9.0] * 200)),
    ],
)
def test_where_nothing_is_explained_there_is_no_row(scores, outcome):
    assert drivers(scores, outcome).empty
