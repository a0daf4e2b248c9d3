from math import nan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.statistics.prediction import predicted

means = st.floats(0, 100)
sizes = st.integers(1, 300)
iccs = st.floats(0, 1)


def slowly(mean, n, staff, prior, icc1):
    """Return the mean over all staff of each one's answer, or the guess at it."""
    icc2 = n * icc1 / (1 + (n - 1) * icc1)
    guess = prior + icc2 * (mean - prior)
    return sum([mean] * n + [guess] * (staff - n)) / staff


@given(means, sizes, sizes, means, iccs)
def test_a_prediction_agrees_with_the_oracle(mean, n, silent, prior, icc1):
    prediction = predicted(mean, n, n + silent, prior=prior, icc1=icc1)
    assert prediction == pytest.approx(slowly(mean, n, n + silent, prior, icc1))


@given(means, sizes, sizes, means, iccs)
def test_a_prediction_lies_between_the_mean_and_the_prior(mean, n, silent, prior, icc1):
    prediction = predicted(mean, n, n + silent, prior=prior, icc1=icc1)
    assert min(mean, prior) - 1e-9 <= prediction <= max(mean, prior) + 1e-9


@given(means, sizes, means, iccs)
def test_nothing_is_guessed_when_everybody_answered(mean, n, prior, icc1):
    assert predicted(mean, [n, n], [n, n - 1], prior=prior, icc1=icc1).tolist() == [mean, mean]


@given(means, sizes, means, iccs)
def test_nothing_is_guessed_when_staff_is_unknown(mean, n, prior, icc1):
    assert predicted(mean, n, nan, prior=prior, icc1=icc1) == mean


def test_the_silent_are_guessed_at_the_prior_when_units_do_not_differ():
    prediction = predicted(60, 6, 8, prior=50, icc1=[0, -0.02])
    assert prediction.tolist() == [57.5, 57.5]


def test_the_silent_are_guessed_at_the_mean_when_only_units_differ():
    assert predicted(60, 1, 8, prior=50, icc1=1) == 60


def test_nobody_predicts_nothing():
    prediction = predicted([nan, 60, nan], [0, 0, nan], [8, nan, 8], prior=50, icc1=0.05)
    assert np.isnan(prediction).all()


def test_units_and_measures_broadcast():
    prediction = predicted(
        np.full((3, 2), 60), 6, [[8], [8], [nan]], prior=[50, 60], icc1=[0.05, 0.1]
    )
    assert prediction.shape == (3, 2)


def test_the_prediction_beats_the_mean_and_plain_shrinkage_in_a_unit_of_eight():
    random, icc1 = np.random.default_rng(20261122), 0.05
    level = random.normal(50, 20 * sqrt(icc1), (20_000, 1))
    people = level + random.normal(0, 20 * sqrt(1 - icc1), (20_000, 8))
    mean = people[:, :6].mean(axis=1)
    shrunk = predicted(mean, 6, 1e9, prior=50, icc1=icc1)
    ours = predicted(mean, 6, 8, prior=50, icc1=icc1)
    errors = [sqrt(np.mean((guess - people.mean(axis=1)) ** 2)) for guess in (ours, mean, shrunk)]
    assert errors == pytest.approx([3.6, 4.0, 6.3], abs=0.1)
