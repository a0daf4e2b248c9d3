from statistics import fmean, variance

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from survey.statistics import agreement
from survey.statistics.agreement import Anova, analysis_of_variance, icc2, may_rank, rwg
from tests.examples import examples

# Shrout & Fleiss 1979, table 2: six targets, each judged four times.
SHROUT_FLEISS = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]

points_of_a_unit = st.lists(
    st.tuples(*[st.sampled_from([0.0, 25.0, 50.0, 75.0, 100.0, None])] * 3), min_size=1, max_size=8
)


def by_unit(*groups):
    scores = pd.Series([float(score) for group in groups for score in group], dtype=float)
    return scores, pd.Series([str(i) for i, group in enumerate(groups) for _ in group], dtype="str")


def a_region(seed, units=300, between=5.0, within=18.0):
    random = np.random.default_rng(seed)
    return by_unit(
        *(
            random.normal(60 + random.normal(0, between), within, random.integers(3, 40))
            for _ in range(units)
        )
    )


def one_unit(*people):
    return pd.DataFrame(list(people), dtype=float), pd.Series(["u"] * len(people), dtype="str")


def rwg_oracle(people):
    """James, Demaree & Wolf 1984, by hand, on the 1-5 scale; None when it cannot be told."""
    items = zip(*people, strict=True)
    answers = [[1 + value / 25 for value in item if value is not None] for item in items]
    spreads = [variance(item) for item in answers if len(item) > 1]
    if len(spreads) < 2:
        return None
    agreed, noise = max(0, 1 - fmean(spreads) / 2.0), fmean(spreads) / 2.0
    return len(spreads) * agreed / (len(spreads) * agreed + noise)


def test_icc1_is_that_of_shrout_and_fleiss():
    assert analysis_of_variance(*by_unit(*SHROUT_FLEISS)).icc1 == pytest.approx(0.17, abs=0.005)


def test_icc2_of_a_balanced_table_is_that_of_shrout_and_fleiss():
    # ICC(1,k) of the same table.
    anova = analysis_of_variance(*by_unit(*SHROUT_FLEISS))
    assert icc2(4, anova.icc1) == pytest.approx(0.44, abs=0.005)


@settings(max_examples=examples(10, thorough=200))
@given(st.integers(0, 9999))
def test_the_f_test_is_that_of_scipy(seed):
    scores, units = a_region(seed, units=7)
    expected = stats.f_oneway(*(group for _, group in scores.groupby(units)))
    anova = analysis_of_variance(scores, units)
    assert (anova.f, anova.p) == pytest.approx((expected.statistic, expected.pvalue))


def test_icc1_of_unequal_units_is_close_to_a_mixed_models():
    scores, units = a_region(7)
    fitted = sm.MixedLM(scores.to_numpy(), np.ones(len(scores)), units.to_numpy()).fit()
    between = float(fitted.cov_re.item())
    expected = between / (between + fitted.scale)
    assert analysis_of_variance(scores, units).icc1 == pytest.approx(expected, abs=0.01)


def test_unequal_units_count_as_units_of_one_size():
    anova = analysis_of_variance(*by_unit([50], [40, 50, 60], [30, 40, 50, 60, 70, 80]))
    assert (anova.n, anova.units) == (10, 3)
    assert anova.n0 == pytest.approx((10 - (1**2 + 3**2 + 6**2) / 10) / 2)


def test_who_has_no_score_counts_nowhere():
    scores, units = by_unit([10, 20, 30], [50, 60])
    more = pd.concat([scores, pd.Series([np.nan, np.nan])], ignore_index=True)
    everybody = pd.concat([units, pd.Series(["0", "9"], dtype="str")], ignore_index=True)
    assert analysis_of_variance(more, everybody) == analysis_of_variance(scores, units)


def test_units_that_differ_less_than_chance_have_a_negative_icc1_and_no_reliability():
    anova = analysis_of_variance(*by_unit([0, 100], [0, 100], [0, 100]))
    assert anova.icc1 == pytest.approx(-1)
    assert icc2(10, anova.icc1) == 0


def test_units_that_agree_fully_and_differ_are_all_difference():
    anova = analysis_of_variance(*by_unit([25, 25], [75, 75, 75]))
    assert (anova.icc1, anova.f, anova.p) == (1, np.inf, 0)


@pytest.mark.parametrize("score", [50, 100 / 3])
def test_when_everybody_says_the_same_there_is_nothing_to_share_out(score):
    anova = analysis_of_variance(*by_unit([score] * 7, [score] * 3))
    assert (anova.within, anova.between) == (0, 0)
    assert np.isnan([anova.icc1, anova.f, anova.p]).all()


def test_one_unit_has_a_spread_and_no_icc():
    anova = analysis_of_variance(*by_unit([20, 40, 60]))
    assert anova.within == pytest.approx(400)
    assert np.isnan([anova.between, anova.n0, anova.icc1, anova.p]).all()


def test_one_respondent_a_unit_leaves_no_spread_within():
    anova = analysis_of_variance(*by_unit([20], [40]))
    assert np.isnan([anova.within, anova.icc1, anova.f]).all()


def test_nobody_at_all_is_no_error():
    anova = analysis_of_variance(*by_unit([]))
    assert (anova.n, anova.units) == (0, 0)
    assert np.isnan(anova.icc1)


def test_reliability_of_unit_means_follows_spearman_and_brown():
    # Worked by hand: n * 0.08 / (1 + (n - 1) * 0.08).
    expected = [0.47, 0.63, 0.72, 0.81]
    assert icc2([10, 20, 30, 50], 0.08) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize(
    ("changes", "median_n", "ranked"),
    [
        ({}, 30, True),
        ({"icc1": 0.049}, 300, False),
        ({"p": 0.05}, 30, False),
        ({}, 20, False),
        ({"icc1": np.nan}, 30, False),
    ],
)
def test_units_are_ordered_only_when_they_differ_and_their_means_are_reliable(
    changes, median_n, ranked
):
    figures = {"within": 1, "between": 1, "n0": 1, "icc1": 0.08, "f": 1, "p": 0.001} | changes
    assert may_rank(Anova(n=1, units=1, **figures), median_n) is ranked


@settings(max_examples=examples(30, thorough=500))
@given(st.lists(points_of_a_unit, min_size=1, max_size=4))
def test_agreement_is_the_formula_of_james_demaree_and_wolf(region):
    people = pd.DataFrame([person for unit in region for person in unit], dtype=float)
    units = pd.Series([str(i) for i, unit in enumerate(region) for _ in unit], dtype="str")
    agreed = rwg(people, units)
    for i, unit in enumerate(region):
        expected = rwg_oracle(unit)
        assert agreed[str(i)] == pytest.approx(
            np.nan if expected is None else expected, nan_ok=True
        )


def test_full_agreement_is_one():
    assert rwg(*one_unit((25, 75, 50), (25, 75, 50))).item() == 1


def test_a_split_unit_agrees_in_nothing():
    # Beyond even spread the raw formula passes 1 again: here it would be 3.
    assert rwg(*one_unit((0, 0), (0, 0), (100, 100), (100, 100))).item() == 0


def test_answers_spread_evenly_are_no_agreement_whatever_the_scale():
    for scale in (3, 5, 11):
        even = np.repeat(np.linspace(0, 100, scale), 400)
        agreed = rwg(*one_unit(*zip(even, even, strict=True)), scale=[scale, scale])
        assert agreed.item() == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("people", [[(50, 50)], [(50,), (75,)], [(50, None), (75, 25)]])
def test_agreement_needs_two_people_and_two_items(people):
    assert np.isnan(rwg(*one_unit(*people)).item())


def test_agreement_where_nobody_is_is_empty():
    assert rwg(pd.DataFrame({"A": [], "B": []}, dtype=float), pd.Series([], dtype="str")).empty


def test_floors_for_ordering_units_are_those_of_the_design():
    floors = (agreement.ICC1_TO_RANK, agreement.P_TO_RANK, agreement.ICC2_TO_RANK)
    assert floors == (0.05, 0.05, 0.70)
