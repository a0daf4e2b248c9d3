"""Targets and values one does not expect: each has an answer by the rule."""

from datetime import date

from tests.models.strategy.builders import a_count, a_level, a_range, a_target, lead_time, saw

FROM_ZERO = {"baseline": 0.0, "baseline_on": "2013-12-31"}
ODD = {
    "a baseline of 0": (
        a_level(**FROM_ZERO), (saw("2015-12-31", 24.0),), "2015-12-31", "on_track", "trajectory",
        {"share_achieved": 0.48, "expected": 24.9829},
    ),
    "a baseline of 0, and still 0": (
        a_level(**FROM_ZERO), (saw("2015-12-31", 0.0),), "2015-12-31", "off_track", "trajectory",
        {"share_achieved": 0.0},
    ),
    "a target of 0": (
        lead_time(target=0.0), (saw("2016-12-31", 230.0),), "2016-12-31", "on_track",
        "trajectory", {"expected": 228.549},
    ),
    "a target of 0 reached": (
        lead_time(target=0.0), (saw("2020-12-31", 0.0),), "2021-02-01", "achieved", "on_time", {},
    ),
    "under 0 reached by less than 0 alone": (
        lead_time(target=0.0, strict=True), (saw("2020-12-31", 0.0),), "2021-02-01", "missed",
        "target_not_reached", {},
    ),
    "a count that shall stay 0": (
        a_range(kind="count", low=None, high=0.0, tolerance=0.0), (saw("2015-12-31", 1),),
        "2016-01-15", "off_track", "trajectory", {"outside": 1.0},
    ),
    "a count whose target is its baseline": (
        a_count(baseline=2.0, strict=True), (saw("2015-12-31", 3),), "2016-01-15", "achieved",
        "on_time", {},
    ),
    "two values of one day: the one entered later counts": (
        a_target(), (saw("2015-12-31", 24, "2016-01-10"), saw("2015-12-31", 27, "2016-01-11")),
        "2016-02-01", "on_track", "trajectory", {"value": 27},
    ),
    "two values of one day, entered on one day: the later in order counts": (
        a_target(), (saw("2015-12-31", 24), saw("2015-12-31", 27)), "2016-02-01", "on_track",
        "trajectory", {"value": 27},
    ),
    "a new series of the same day is the newer": (
        a_target(), (saw("2015-12-31", 18, series="B"), saw("2015-12-31", 27, series="A")),
        "2016-02-01", "off_track", "trajectory", {"value": 18},
    ),
    "an old series measured once more after the new one": (
        a_target(), (saw("2015-12-31", 18, series="B"), saw("2016-01-31", 30, series="A")),
        "2016-02-01", "on_track", "trajectory", {"value": 30},
    ),
    "a value of a day to come does not count": (
        a_target(), (saw("2014-12-31", 17), saw("2015-12-31", 60)), "2015-06-01", "on_track",
        "trajectory", {"value": 17},
    ),
    "a baseline still to come": (
        a_target(baseline_on="2016-12-31"), (saw("2015-12-31", 24),), "2015-12-31", "no_data",
        "too_early", {"expected": 5.0},
    ),
    "a value of before the baseline": (
        a_target(), (saw("2012-12-31", 24),), "2013-06-30", "no_data", "too_early", {},
    ),
    "beyond the target": (
        a_level(), (saw("2015-12-31", 99.0),), "2015-12-31", "on_track", "target_met_hold",
        {"share_achieved": 94 / 45},
    ),
    "the day before it is due the whole is not expected yet": (
        a_level(), (saw("2017-12-30", 49.9),), "2017-12-30", "on_track", "trajectory", {},
    ),
    "late and then lost again": (
        a_level(), (saw("2017-12-31", 46), saw("2018-12-31", 55), saw("2019-12-31", 40)),
        "2020-02-01", "achieved", "late", {"ref": date(2018, 12, 31), "days_late": 365},
    ),
    "reached before and lost at the due date": (
        a_level(), (saw("2016-12-31", 55), saw("2017-12-31", 46)), "2018-02-01", "missed",
        "target_not_reached", {"value": 46},
    ),
}  # fmt: skip
