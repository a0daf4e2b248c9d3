from itertools import combinations
from math import gamma, inf, nan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.statistics.precision import (
    interval,
    reliability_of_share,
    sd_of_share,
    smallest_detectable_change,
    standard_error,
    variance_anew,
)

sizes = st.integers(1, 300)
sds = st.floats(0, 50)


def half_width(n, sd, staff=nan, **how):
    low, high = interval(50, standard_error(n, staff, sd), **how)
    return float(high - low) / 2


def expected_own_sd(sd, n):
    """The mean of the SD of n answers: a little below the true one."""
    return sd * sqrt(2 / (n - 1)) * gamma(n / 2) / gamma((n - 1) / 2)


@given(sizes, sizes)
def test_a_shares_sd_is_that_of_its_answers(yes, no):
    answers = [100] * yes + [0] * no
    assert sd_of_share(np.mean(answers)) == pytest.approx(np.std(answers))


@given(sizes, sizes, sds)
def test_the_variance_is_that_of_a_draw_without_replacement(n, silent, sd):
    staff = n + silent
    assert standard_error(n, staff, sd) ** 2 == pytest.approx((1 - n / staff) * sd**2 / n)


@given(st.lists(st.integers(0, 100), min_size=3, max_size=6), st.data())
def test_the_variance_is_that_of_all_samples_there_are(people, data):
    n = data.draw(st.integers(1, len(people) - 1))
    means = [np.mean(sample) for sample in combinations(people, n)]
    error = standard_error(n, len(people), np.std(people, ddof=1))
    assert error == pytest.approx(np.std(means), abs=1e-9)


@given(sizes, sds)
def test_nothing_is_uncertain_when_everybody_answered(n, sd):
    assert standard_error([n, n], [n, n - 1], sd).tolist() == [0, 0]


@given(sizes, sds)
def test_unknown_staff_gives_no_correction(n, sd):
    assert standard_error(n, nan, sd) == pytest.approx(sd / sqrt(n))


@given(sizes, sizes, sds)
def test_more_answers_are_never_less_certain(n, silent, sd):
    staff = n + silent
    assert standard_error(n + 1, staff, sd) <= standard_error(n, staff, sd)


def test_nothing_is_known_of_nobody_or_without_a_spread():
    assert np.isnan(standard_error([0, nan, 5, 0], [10, 10, 10, 0], [20, 20, nan, 20])).all()


def test_one_who_answered_for_himself_is_certain_whatever_the_spread():
    assert standard_error(1, 1, nan) == 0


@given(st.lists(st.tuples(st.integers(10, 50), st.integers(0, 90)), min_size=1, max_size=6))
def test_with_the_effective_size_it_is_the_stratified_variance(strata):
    n, silent = np.array(strata).T
    staff = n + silent
    share, weight = staff / staff.sum(), staff / n
    stratified = (share**2 * (1 - n / staff) * 20**2 / n).sum()
    effective = (weight * n).sum() ** 2 / (weight**2 * n).sum()
    assert standard_error(effective, staff.sum(), 20) ** 2 == pytest.approx(stratified, abs=1e-9)


@pytest.mark.parametrize(
    ("n", "staff", "without", "with_correction"), [(8, 12, 16.1, 9.3), (6, 8, 20.1, 10.0)]
)
def test_the_documented_half_widths_with_the_units_own_sd(n, staff, without, with_correction):
    how = {"df": n - 1, "confidence": 0.95}
    own = expected_own_sd(20, n)
    assert half_width(n, own, **how) == pytest.approx(without, abs=0.15)
    assert half_width(n, own, staff, **how) == pytest.approx(with_correction, abs=0.05)


def test_the_documented_half_width_with_the_pooled_sd():
    assert half_width(8, 20, 12, df=inf, confidence=0.95) == pytest.approx(8.0, abs=0.05)


def test_the_interval_of_a_published_textbook_mean():
    low, high = interval(50, 10, df=[9, inf], confidence=0.95)
    assert (high - 50) / 10 == pytest.approx([2.262, 1.960], abs=0.001)
    assert 50 - low == pytest.approx(high - 50)


@given(st.floats(0, 100), st.floats(0, 60), st.integers(1, 50) | st.just(inf))
def test_an_interval_holds_its_mean_and_stays_on_the_scale(mean, se, df):
    low, high = interval(mean, se, df=df)
    assert 0 <= low <= mean <= high <= 100


@given(st.floats(0, 60), st.integers(1, 50))
def test_more_confidence_is_a_wider_interval(se, df):
    low, high = interval(50, se, df=df, confidence=0.9)
    lower, higher = interval(50, se, df=df, confidence=0.95)
    assert lower <= low
    assert higher >= high


def test_an_interval_is_missing_where_anything_is():
    low, high = interval([nan, 50, 50, 50], [1, nan, 1, 1], df=[9, 9, nan, 0])
    assert np.isnan(low).all()
    assert np.isnan(high).all()


@given(sizes, sizes, sds)
def test_what_all_of_lasts_is_as_uncertain_as_a_draw_and_its_rounding(n, silent, sd):
    draw = standard_error(n, n + silent, sd) ** 2
    assert variance_anew(n, n + silent, sd, 1.0) == pytest.approx(draw + 1 / 12)


@given(sizes, sizes, sds)
def test_what_nothing_of_lasts_gets_no_correction_for_a_finite_staff(n, silent, sd):
    for unknown in (0.0, nan, -0.3):
        assert variance_anew(n, n + silent, sd, unknown) == pytest.approx(sd**2 / n + 1 / 12)


def test_more_answers_than_staff_are_everybody_and_nobody_has_no_variance():
    assert variance_anew(12, 10, 20, 0.75) == pytest.approx(0.25 * 400 / 12 + 1 / 12)
    assert np.isnan(variance_anew([0, nan, 5], [10, 10, 10], [20, 20, nan], 0.8)).all()


@pytest.mark.parametrize("percent", [10, 50, 81])
def test_a_share_lasts_as_the_two_sides_of_a_limit_do(percent):
    random = np.random.default_rng(1)
    lasting = random.normal(size=200_000)
    first, second = (
        np.sqrt(0.8) * lasting + np.sqrt(0.2) * random.normal(size=lasting.size) for _ in "12"
    )
    limit = np.quantile(first, 1 - percent / 100)
    alike = np.corrcoef(first > limit, second > limit)[0, 1]
    assert reliability_of_share(percent, 0.8) == pytest.approx(alike, abs=0.01)


def test_a_share_of_unknown_reliability_does_not_last_and_of_a_perfect_one_does():
    assert reliability_of_share([40, 40], [nan, 1]) == pytest.approx([0, 1])


def test_nine_of_ten_need_fifteen_points():
    change = smallest_detectable_change(sd=22, n=9, staff=10, reliability=0.8)
    assert round(float(change)) == 15


@pytest.mark.parametrize(
    ("staff", "points"), [(10, 17.4), (20, 12.3), (40, 8.8), (100, 5.6), (300, 3.4)]
)
def test_the_documented_smallest_detectable_changes(staff, points):
    change = smallest_detectable_change(sd=19, n=0.75 * staff, staff=staff, reliability=0.8)
    assert round(float(change), 1) == points


@given(sizes, sizes, st.floats(1, 50), st.floats(0, 1))
def test_a_change_of_that_size_is_found_as_often_as_promised(n, silent, sd, lasting):
    change = smallest_detectable_change(sd=sd, n=n, staff=n + silent, reliability=lasting)
    z = change / np.sqrt(2 * variance_anew(n, n + silent, sd, lasting))
    assert z == pytest.approx(1.959964 + 0.841621, abs=1e-5)


def test_nine_of_ten_intervals_of_small_units_hold_the_mean_of_their_staff():
    random = np.random.default_rng(20261122)
    staff = np.repeat(np.arange(8, 41, 4), 1000)
    people = np.round(np.clip(random.normal(55, 19, (staff.size, 40)), 0, 100) / 25 * 3) * 25 / 3
    there = np.arange(40) < staff[:, None]
    n = np.round(staff * 0.75)
    answered = np.arange(40) < n[:, None]
    truth, mean = (np.mean(people, axis=1, where=who) for who in (there, answered))
    pooled = sqrt((np.var(people, axis=1, ddof=1, where=answered) * (n - 1)).sum() / (n - 1).sum())
    low, high = interval(mean, standard_error(n, staff, pooled), df=(n - 1).sum())
    assert 0.87 < np.mean((low <= truth) & (truth <= high)) < 0.93
