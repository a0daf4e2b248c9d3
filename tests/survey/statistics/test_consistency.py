import numpy as np
import pandas as pd
import pingouin as pg
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.multivariate.factor import Factor

from survey.statistics import consistency
from tests.examples import examples

seeds = st.integers(0, 9999)


def some_people(seed, people=400, items=4):
    """One thing behind the items, seen more or less clearly, answered on five points."""
    random = np.random.default_rng(seed)
    clearly = random.uniform(0.4, 0.9, items)
    noise = random.normal(size=(people, items)) * np.sqrt(1 - clearly**2)
    shared = random.normal(size=(people, 1)) * clearly + noise
    return pd.DataFrame(np.clip(np.round(shared + 3), 1, 5) * 25 - 25).add_prefix("Q")


def covariance(people):
    return people.cov().to_numpy()


def patterns(people):
    counts = people.groupby(list(people.columns)).size()
    return counts.index.to_frame().to_numpy(), counts.to_numpy(dtype=float)


@settings(max_examples=examples(8, thorough=200))
@given(seeds, st.integers(1, 5))
def test_patterns_and_counts_vary_together_as_the_people_do(seed, items):
    people = some_people(seed, items=items)
    assert consistency.covariance(*patterns(people)) == pytest.approx(covariance(people))


@settings(max_examples=examples(8, thorough=200))
@given(seeds, st.integers(2, 5))
def test_alpha_and_its_interval_are_those_of_pingouin(seed, items):
    people = some_people(seed, items=items)
    expected, interval = pg.cronbach_alpha(people)
    alpha = float(consistency.alpha(covariance(people)))
    assert alpha == pytest.approx(expected)
    computed = consistency.alpha_interval(alpha, n=len(people), items=items)
    assert computed == pytest.approx(interval, abs=0.0005)


@settings(max_examples=examples(8, thorough=200))
@given(seeds, st.integers(3, 5))
def test_omega_is_that_of_the_one_factor_of_statsmodels(seed, items):
    # Principal axes, iterated, come to rest where minres does.
    people = some_people(seed, items=items)
    oracle = Factor(people, n_factor=1, method="pa").fit(maxiter=2000, tol=1e-10)
    loadings = oracle.loadings[:, 0]
    assume((loadings**2 < 0.99).all())
    common = loadings.sum() ** 2
    expected = common / (common + (1 - loadings**2).sum())
    assert consistency.omega(covariance(people)) == pytest.approx(expected, abs=1e-6)


def test_one_factor_gives_its_loadings_back_with_their_signs():
    loadings = np.array([0.9, 0.7, 0.5, -0.3])
    correlation = np.outer(loadings, loadings)
    np.fill_diagonal(correlation, 1)
    assert consistency.loadings(correlation) == pytest.approx(loadings, abs=1e-6)


def test_the_search_for_loadings_ends_where_they_hardly_settle():
    # Each item of three on its own: l1^2 = r12 * r13 / r23.
    correlation = np.array([[1, 0.385, -0.034], [0.385, 1, -0.07], [-0.034, -0.07, 1]])
    expected = np.sqrt(0.385 * 0.034 / 0.07)
    assert consistency.loadings(correlation)[0] == pytest.approx(expected, abs=1e-6)


def test_a_loading_never_passes_what_leaves_no_error():
    # Three correlations that only a negative variance could reproduce: .9 * .9 / .5 = 1.62.
    correlation = np.array([[1, 0.9, 0.9], [0.9, 1, 0.5], [0.9, 0.5, 1]])
    assert np.abs(consistency.loadings(correlation)).max() == pytest.approx(0.995**0.5)


def test_omega_passes_alpha_when_items_see_the_one_thing_unequally():
    loadings = np.array([0.9, 0.8, 0.4, 0.3])
    correlation = np.outer(loadings, loadings)
    np.fill_diagonal(correlation, 1)
    assert consistency.omega(correlation) > consistency.alpha(correlation)


def test_items_that_share_nothing_have_an_omega_of_zero():
    assert consistency.omega(np.eye(3)) == 0


def test_omega_needs_three_items_and_alpha_two():
    assert np.isnan(consistency.omega(np.eye(2)))
    assert np.isnan(consistency.alpha(np.eye(1)))


def test_an_item_that_never_varies_leaves_no_omega():
    assert np.isnan(consistency.omega(np.diag([1.0, 1.0, 0.0])))


def test_a_sum_that_never_varies_leaves_no_alpha():
    assert np.isnan(consistency.alpha(np.zeros((3, 3))))


def test_the_interval_of_omega_is_that_of_resampled_people():
    people = some_people(3)
    random = np.random.default_rng(1)
    samples = [people.sample(frac=1, replace=True, random_state=random) for _ in range(300)]
    expected = np.quantile(
        [consistency.omega(covariance(sample)) for sample in samples], [0.025, 0.975]
    )
    computed = consistency.omega_interval(*patterns(people))
    assert computed == pytest.approx(tuple(expected), abs=0.015)
