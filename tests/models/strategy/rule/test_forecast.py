from dataclasses import asdict
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from models.strategy.observation import counting_observations
from models.strategy.rule.assessment import Status
from models.strategy.rule.forecast import Outlook, forecast, headline
from tests.models.strategy.builders import a_count, a_level, a_range, a_survey, day, poll, saw
from tests.models.strategy.rule.cases_forecast import FORECASTS, yearly

END = "2016-12-31"


def rows_of(points):
    return [saw(ref, value) for ref, value in points]


def course(points, *, on=None, **changes):
    """The forecast of a level with the points, the first of them its baseline."""
    (start, baseline), *_ = points
    rows = counting_observations(rows_of(points), None)
    target = a_level(**({"baseline": baseline, "baseline_on": start} | changes))
    return forecast(target, rows, as_of=day(on) or rows[-1].ref)


def rounded(outlook, figures):
    """The figures to as many decimals as the worked ones have, and where they differ."""
    actual = asdict(outlook)
    return {
        name: actual[name]
        for name, value in figures.items()
        if actual[name] != (pytest.approx(value, abs=_half(value)) if _number(value) else value)
    }


def _number(value):
    return isinstance(value, float)


def _half(value):
    decimals = len(str(value).partition(".")[2])
    return 0.51 * 10**-decimals


@pytest.mark.parametrize("case", FORECASTS.values(), ids=FORECASTS.keys())
def test_the_worked_forecasts_come_out(case):
    points, target, due, figures, status, after = case
    down = target < points[0][1]
    kind = {"kind": "index", "direction": "decrease"} if down else {}
    outlook = course(points, target=float(target), due=f"{due}-12-31", **kind)
    assert rounded(outlook, figures) == {}
    assert headline(status, outlook) is after


def test_a_line_least_squares_would_draw_follows_the_mistype():
    points, *_ = FORECASTS["FC4 one value mistyped"]
    years = [(day(ref) - day(points[0][0])).days / 365.25 for ref, _ in points]
    slope, start = np.polyfit(years, [value for _, value in points], 1)
    assert start + slope * (date(2017, 12, 31) - date(2013, 12, 31)).days / 365.25 == (
        pytest.approx(64.47, abs=0.005)
    )


@given(st.lists(st.integers(0, 1000), min_size=4, max_size=9))
@settings(max_examples=40)
def test_the_line_agrees_with_that_of_another_program(values):
    points = yearly(2010, *map(float, values))
    due = f"{2010 + len(values)}-12-31"
    outlook = course(points, kind="index", target=1e6, due=due)
    years = [(day(ref) - day(points[0][0])).days / 365.25 for ref, _ in points]
    slope = stats.theilslopes(values, years).slope
    middle = np.median([value - slope * year for year, value in zip(years, values, strict=True)])
    assert outlook.slope == pytest.approx(slope, abs=1e-9)
    ahead = (day(due) - day(points[0][0])).days / 365.25
    assert outlook.point == pytest.approx(middle + slope * ahead, abs=1e-6)


NONE = {
    "no target": (None, yearly(2013, 5, 12, 24, 30), END),
    "no due date": (a_level(due=None), yearly(2013, 5, 12, 24, 30), END),
    "two points": (a_level(), yearly(2013, 5, 12), END),
    "nothing measured": (a_level(), (), END),
    "after the due date": (a_level(), yearly(2013, 5, 12, 24, 30), "2018-01-01"),
    "measured on the due date": (a_level(), yearly(2014, 12, 24, 30, 46), "2017-12-31"),
    "a milestone": (a_count(kind="milestone", target=1.0), yearly(2013, 0, 0, 0, 0), END),
    "reached for good": (a_count(), yearly(2013, 0, 1, 2, 2), END),
    "values of later days": (a_level(), yearly(2013, 5, 12, 24, 30), "2014-12-31"),
}


@pytest.mark.parametrize("case", NONE.values(), ids=NONE.keys())
def test_there_is_none_without_a_due_date_ahead_or_points_enough(case):
    target, points, on = case
    assert forecast(target, rows_of(points), as_of=day(on)) is None


POINTS = {
    "the baseline counts where nothing was measured that day": (
        a_level(), rows_of(yearly(2014, 12, 24, 30)), 4,
    ),
    "once where it was": (a_level(), rows_of(yearly(2013, 6, 12, 24, 30)), 4),
    "not where there is none": (
        a_level(baseline=None, baseline_on=None), rows_of(yearly(2014, 12, 24, 30)), 3,
    ),
    "not where it lies ahead": (
        a_level(baseline_on="2017-01-31"), rows_of(yearly(2013, 5, 12, 24, 30)), 4,
    ),
    "not across a change of series": (
        a_level(),
        [saw("2014-12-31", 12, series="A"), *(
            saw(f"{year}-06-30", 20.0 + year - 2015, series="B") for year in (2014, 2015, 2016))],
        3,
    ),
    "a value of the baseline's day in the new series counts": (
        a_level(),
        [saw("2013-12-31", 5, series="A"), saw("2013-12-31", 9, series="B"), *(
            saw(f"{year}-06-30", 20.0 + year - 2015, series="B") for year in (2014, 2015, 2016))],
        4,
    ),
    "not of a survey": (
        a_survey(due="2017-12-31"), [poll(f"{year}-01-31", 60, 120) for year in (2013, 2014, 2015)],
        3,
    ),
    "nor where a survey feeds it": (
        a_level(source="culture:ANE"), rows_of(yearly(2014, 12, 24, 30)), 3,
    ),
    "a survey of too few is left out": (
        a_survey(due="2017-12-31"),
        [poll("2012-01-31", 9, 20), *(poll(f"{y}-01-31", 60, 120) for y in (2013, 2014, 2015))],
        3,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", POINTS.values(), ids=POINTS.keys())
def test_only_values_of_one_instrument_are_points_of_the_line(case):
    target, rows, n = case
    assert forecast(target, counting_observations(rows, None), as_of=day(END)).n == n


def test_a_time_ahead_longer_than_the_time_measured_is_indicative():
    four = yearly(2013, 38, 39, 40, 41)
    assert not course(four, due="2020-01-01", target=60.0).indicative
    far = course(four, due="2020-01-02", target=60.0)
    assert (far.indicative, far.outlook) == (True, Outlook.UNLIKELY)
    assert headline(Status.ON_TRACK, far) is Status.ON_TRACK


SCALES = {
    "a percentage ends at 100": ({}, (70, 80, 91, 99), (100.0, 100.0)),
    "and at 0": ({"direction": "decrease", "target": 1.0}, (30, 21, 9, 1), (0.0, 0.0)),
    "a count is never below 0": (
        {"kind": "count", "direction": "decrease", "target": 1.0}, (30, 21, 9, 1), (0.0, 0.0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SCALES.values(), ids=SCALES.keys())
def test_a_forecast_stays_on_the_scale(case):
    changes, values, ends = case
    outlook = course(yearly(2013, *values), due="2018-12-31", **({"target": 99.0} | changes))
    assert ends[0] in (outlook.low, outlook.point, outlook.high)


def test_values_on_a_line_reach_the_target_or_do_not():
    days = [(f"{year}-01-01", 10.0 * (year - 2012)) for year in (2013, 2014, 2015, 2016)]
    reached, short = (
        course(days, kind="index", target=target, due="2016-12-31", on="2016-06-30")
        for target in (49.0, 51.0)
    )
    assert (reached.probability > 0.99, short.probability < 0.01) == (True, True)
    level = [(ref, 20.0) for ref, _ in days]
    flat = [course(level, kind="index", target=target) for target in (20.0, 20.5)]
    assert [outlook.probability for outlook in flat] == [1.0, 0.0]
    assert flat[0].low == flat[0].high == 20.0


def test_a_range_is_held_between_both_ends_or_on_one_side():
    rows = counting_observations(rows_of(yearly(2013, 96, 97, 96, 97)), None)

    def probability(**ends):
        target = a_range(due="2017-12-31", **ends)
        return forecast(target, rows, as_of=day(END)).probability

    both, floor, ceiling = probability(), probability(high=None), probability(low=None)
    assert both == pytest.approx(floor + ceiling - 1)
    assert 0.5 < both <= min(floor, ceiling)


def test_a_target_without_a_figure_is_never_likely():
    outlook = course(yearly(2013, 5, 12, 24, 30), target=None)
    assert (outlook.probability, outlook.outlook) == (0.0, Outlook.UNLIKELY)


@given(st.sampled_from(Status), st.sampled_from(list(FORECASTS)))
@settings(max_examples=40)
def test_a_forecast_never_improves_a_status(status, name):
    points, target, due, *_ = FORECASTS[name]
    outlook = course(points, target=float(target), due=f"{due}-12-31", kind="index")
    after = headline(status, outlook)
    assert after is status or (status, after) == (Status.ON_TRACK, Status.AT_RISK)
    assert headline(status, None) is status


@given(st.lists(st.integers(0, 100), min_size=4, max_size=7), st.integers(0, 6), st.integers(1, 30))
@settings(max_examples=60)
def test_a_better_newest_value_never_lowers_the_forecast(values, place, gain):
    better = list(values)
    better[-1] += gain
    before, after = (
        course(yearly(2005, *map(float, run)), kind="index", target=500.0, due="2013-12-31")
        for run in (values, better)
    )
    assert after.slope >= before.slope - 1e-9
