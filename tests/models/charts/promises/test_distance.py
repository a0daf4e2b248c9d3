from dataclasses import replace

import pytest

from models.charts.promises.distance import since_last, to_expected, to_target
from models.wording import words
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, values

DA = words("da")
RANGE = a_target(baseline=None, target=None, direction="maintain", low=45, high=55)
OPEN = a_target(baseline=None, target=None, direction="maintain", low=None, high=None)
SHORTER = a_target(baseline=400.0, target=200.0, kind="count", direction="decrease")
DONE = a_target(kind="milestone", baseline=0, target=1)
AT_RISK = a_standing(target=a_target(strict=True), observations=values(y2015=24, y2016=30))


def standing(target, **years):
    return a_standing(a_criterion(kind=target.kind), target, values(**years))


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("promise", "text"),
    [
        (AT_RISK, "20 procentpoint fra målet: over 50 %"),
        (standing(a_target(), y2016=50), "Målet er nået: mindst 50 %"),
        (standing(a_target(strict=True), y2016=50), "Præcis på grænsen, men målet er over 50 %"),
        (standing(a_target(), y2016=49.97), "0,03 procentpoint fra målet: mindst 50 %"),
        (standing(SHORTER, y2016=350), "150 fra målet: højst 200"),
        (standing(RANGE, y2016=50), "Inden for målet: mellem 45 % og 55 %"),
        (standing(RANGE, y2016=58), "3 procentpoint fra målet: mellem 45 % og 55 %"),
        (standing(OPEN, y2016=58), ""),
        (standing(DONE, y2016=0), ""),
        (a_standing(observations=values(y2016=30)), ""),
        (standing(a_target()), ""),
    ],
)
def test_the_distance_to_the_target_is_in_the_values_own_unit(promise, text):
    assert plain(to_target(promise, DA)) == text


@pytest.mark.parametrize(
    ("promise", "text"),
    [
        (AT_RISK, "8,8 procentpoint bag det forventede 38,8 %"),
        (standing(SHORTER, y2016=260), "10 bag det forventede 250"),
        (standing(SHORTER, y2016=240), "10 foran det forventede 250"),
        (standing(a_target(), y2013=5, y2014=30), "13,8 procentpoint foran det forventede 16,2 %"),
        (standing(a_target(points=((values(y2016=1)[0].ref, 30.0),)), y2016=30),
         "Præcis som forventet den dag: 30 %"),
        (standing(DONE, y2016=0), ""),
        (standing(RANGE, y2016=50), ""),
        (standing(a_target()), ""),
    ],
)  # fmt: skip
def test_the_distance_to_the_expected_value_says_which_side_it_is_on(promise, text):
    assert plain(to_expected(promise, DA)) == text


def test_the_movement_is_that_since_the_measurement_before_in_the_same_series():
    def moved(promise, rows=None):
        return plain(since_last(promise, rows or promise.observations, DA))

    text = "Steget 6 procentpoint siden 31. dec. 2015, da tallet var 24 %"
    assert moved(AT_RISK) == text
    assert moved(standing(SHORTER, y2015=380, y2016=350)) == (
        "Faldet 30 siden 31. dec. 2015, da tallet var 380"
    )
    assert moved(standing(a_target(), y2015=30, y2016=30)) == "Uændret siden 31. dec. 2015"
    assert moved(standing(a_target(), y2016=30)) == ""
    assert moved(standing(DONE, y2015=0, y2016=0)) == ""
    assert moved(standing(a_target())) == ""
    first, second = AT_RISK.observations
    assert moved(AT_RISK, [replace(first, series="Z"), second]) == ""
    # Two samples differ by chance too.
    few, many = (
        [replace(first, n=n, value=50), replace(second, n=n, value=54)] for n in (400, 4000)
    )
    promise = a_standing(target=a_target(), observations=few)
    assert moved(promise, few) == "Ingen sikker ændring siden 31. dec. 2015, da tallet var 50 %"
    assert moved(promise, many).startswith("Steget 4 procentpoint")
    assert moved(promise, [first, few[1]]).startswith("Steget")
