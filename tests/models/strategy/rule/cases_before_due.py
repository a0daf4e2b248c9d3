"""Worked cases before the due date: target, what was seen, the day, and how it stands."""

from datetime import date

from models.strategy.target import PathShape
from tests.models.strategy.builders import (
    a_level,
    a_range,
    a_target,
    lead_time,
    poll,
    saw,
    stairs,
)

AGENTS = (saw("2014-12-31", 12), saw("2015-12-31", 24), saw("2016-12-31", 30))
END_2014 = {"expected": 16.2423, "share_expected": 0.2498, "line_on_track": 15.6802,
            "line_off_track": 11.7454}  # fmt: skip
END_2015 = {"expected": 27.4846, "share_expected": 0.4997, "line_on_track": 26.3604,
            "line_off_track": 18.4908}  # fmt: skip
END_2016 = {"expected": 38.7577, "share_expected": 0.7502, "line_on_track": 37.0698,
            "line_off_track": 25.2546}  # fmt: skip
DAYS_2016 = {"expected": 314.2745, "share_expected": 0.4286, "line_on_track": 318.5608,
             "line_off_track": 348.5647}  # fmt: skip

BEFORE_DUE = {
    "agents 2014": (
        a_target(), AGENTS[:1], "2014-12-31", "at_risk", "trajectory",
        END_2014 | {"share_achieved": 0.1556, "ratio": 0.6226, "value": 12},
    ),
    "agents 2015": (
        a_target(), AGENTS[:2], "2015-12-31", "at_risk", "trajectory",
        END_2015 | {"share_achieved": 0.4222, "ratio": 0.845},
    ),
    "agents 2016": (
        a_target(), AGENTS, "2016-12-31", "at_risk", "trajectory",
        END_2016 | {"share_achieved": 0.5556, "ratio": 0.7406},
    ),
    "just over the 95 % line": (
        a_target(), (saw("2015-12-31", 26.37),), "2015-12-31", "on_track", "trajectory",
        END_2015 | {"share_achieved": 0.4749, "ratio": 0.9504},
    ),
    "just under the 95 % line": (
        a_target(), (saw("2015-12-31", 26.30),), "2015-12-31", "at_risk", "trajectory", END_2015,
    ),
    "just under the 60 % line": (
        a_target(), (saw("2015-12-31", 18.4),), "2015-12-31", "off_track", "trajectory",
        END_2015 | {"share_achieved": 0.2978, "ratio": 0.596},
    ),
    "moving away": (
        a_target(), (saw("2015-12-31", 3),), "2015-12-31", "off_track", "trajectory",
        END_2015 | {"share_achieved": -0.0444},
    ),
    "too early": (
        a_target(), (saw("2014-03-31", 6),), "2014-03-31", "no_data", "too_early",
        {"share_expected": 0.0616, "value": 6, "line_on_track": None},
    ),
    "fewer days, not few enough": (
        lead_time(), (saw("2016-12-31", 320),), "2016-12-31", "at_risk", "trajectory",
        DAYS_2016 | {"share_achieved": 0.4, "ratio": 0.9333},
    ),
    "far too many days": (
        lead_time(), (saw("2016-12-31", 350),), "2016-12-31", "off_track", "trajectory",
        DAYS_2016 | {"share_achieved": 0.25, "ratio": 0.5833},
    ),
    "few enough days": (
        lead_time(), (saw("2016-12-31", 318),), "2016-12-31", "on_track", "trajectory", DAYS_2016,
    ),
    "interim points, piecewise": (
        stairs(shape=PathShape.LINEAR), (saw("2016-12-31", 33),), "2016-12-31", "at_risk",
        "trajectory", {"expected": 35.0205},
    ),
    "interim points, in steps": (
        stairs(), (saw("2016-12-31", 33),), "2016-12-31", "on_track", "trajectory",
        {"expected": 20.0},
    ),
    "in steps nothing is expected before the first": (
        stairs(), (saw("2015-12-30", 33),), "2016-12-31", "no_data", "too_early",
        {"expected": 5.0, "share_expected": 0.0, "ratio": None},
    ),
    "a tolerance eases both lines": (
        a_level(tolerance=1.0), (saw("2015-12-31", 25.4),), "2015-12-31", "on_track",
        "trajectory", {"line_on_track": 25.3604, "line_off_track": 17.4908},
    ),
    "met before due is to be held": (
        a_level(), (saw("2015-12-31", 52),), "2016-01-15", "on_track", "target_met_hold",
        END_2015 | {"share_achieved": 1.0444, "ratio": 2.0903},
    ),
    "on the due date itself it still runs": (
        a_target(), (saw("2017-12-31", 46),), "2017-12-31", "at_risk", "trajectory",
        {"expected": 50.0, "share_expected": 1.0},
    ),
    "the newest value is judged, not the best": (
        a_level(), (saw("2014-12-31", 30), saw("2015-12-31", 18)), "2015-12-31", "off_track",
        "trajectory", {"value": 18},
    ),
    "a new series counts as the newer value": (
        a_level(), (saw("2015-12-31", 28, series="B"), saw("2015-12-31", 18)), "2015-12-31",
        "on_track", "trajectory", {"value": 28},
    ),
    "more than today, and more it is": (
        a_target(baseline=10.0, target=10.0), (saw("2015-12-31", 11),), "2015-12-31",
        "on_track", "target_met_hold", {"expected": 10.0, "share_expected": None},
    ),
    "more than today, but the same": (
        a_target(baseline=10.0, target=10.0), (saw("2015-12-31", 10),), "2015-12-31",
        "at_risk", "trajectory", {},
    ),
    "more than today, but less": (
        a_target(baseline=10.0, target=10.0), (saw("2015-12-31", 9),), "2015-12-31",
        "off_track", "trajectory", {"ratio": None},
    ),
}  # fmt: skip

GAPS = {
    "nothing adopted": (None, AGENTS[:1], "2014-12-31", "no_data", "target_missing", {"value": 12}),
    "no target yet": (
        a_level(target=None), AGENTS[:1], "2014-12-31", "no_data", "target_missing", {},
    ),
    "a range without ends": (
        a_range(low=None, high=None), AGENTS[:1], "2014-12-31", "no_data", "target_missing", {},
    ),
    "no due date": (a_level(due=None), AGENTS[:1], "2014-12-31", "no_data", "due_missing", {}),
    "no baseline before due": (
        a_level(baseline=None, baseline_on=None), AGENTS[:1], "2014-12-31", "no_data",
        "baseline_missing", {"value": 12, "ref": date(2014, 12, 31)},
    ),
    "nothing measured": (
        a_level(), (), "2014-12-31", "no_data", "no_measurement", {"value": None, "ref": None},
    ),
    "a value of a later day does not count yet": (
        a_level(), AGENTS[:1], "2014-12-30", "no_data", "no_measurement", {},
    ),
}  # fmt: skip

RANGES = {
    "inside": (
        a_range(), (saw("2015-12-31", 96),), "2016-01-15", "on_track", "trajectory",
        {"outside": 0.0},
    ),
    "slightly outside": (
        a_range(), (saw("2015-12-31", 93.5),), "2016-01-15", "at_risk", "trajectory",
        {"outside": 1.5},
    ),
    "at the tolerance": (
        a_range(), (saw("2015-12-31", 93),), "2016-01-15", "at_risk", "trajectory", {},
    ),
    "far outside": (
        a_range(), (saw("2015-12-31", 90),), "2016-01-15", "off_track", "trajectory",
        {"outside": 5.0},
    ),
    "above an upper end": (
        a_range(low=None, high=10.0), (saw("2015-12-31", 12.5),), "2016-01-15", "off_track",
        "trajectory", {"outside": 2.5},
    ),
    "below it with the lower end open": (
        a_range(low=None, high=10.0), (saw("2015-12-31", 1),), "2016-01-15", "on_track",
        "trajectory", {},
    ),
    "nothing measured in a range": (
        a_range(), (), "2016-01-15", "no_data", "no_measurement", {},
    ),
    "inside but stale": (
        a_range(), (saw("2014-12-31", 96),), "2016-12-31", "at_risk", "stale", {},
    ),
    "a survey surely outside": (
        a_range(kind="survey", low=80.0, high=None), (poll("2015-12-31", 280, 400),),
        "2016-01-15", "off_track", "trajectory", {"outside": 10.0},
    ),
    "a survey perhaps inside": (
        a_range(kind="survey", low=80.0, high=None), (poll("2015-12-31", 30, 40),),
        "2016-01-15", "at_risk", "trajectory", {"outside": 5.0},
    ),
}  # fmt: skip

AGE = {
    "fresh on its last day": (
        a_target(), (saw("2014-12-31", 17),), "2016-04-02", "on_track", "trajectory",
        {"freshness": "fresh"},
    ),
    "stale the day after": (
        a_target(), (saw("2014-12-31", 17),), "2016-04-03", "at_risk", "stale",
        {"freshness": "stale"},
    ),
    "stale on its last day": (
        a_target(), (saw("2014-12-31", 17),), "2017-01-01", "at_risk", "stale", {},
    ),
    "then expired": (
        a_target(), (saw("2014-12-31", 17),), "2017-01-02", "no_data", "stale",
        {"freshness": "expired", "value": 17},
    ),
    "at risk is not made worse by age": (
        a_target(), (saw("2014-12-31", 12),), "2016-05-01", "at_risk", "trajectory", {},
    ),
    "a stale red is a red": (
        a_target(), (saw("2014-12-31", 6),), "2016-05-01", "off_track", "trajectory", {},
    ),
    "an expired red stays red": (
        a_target(), (saw("2014-12-31", 6),), "2017-02-15", "off_track", "stale_red_kept",
        END_2014 | {"share_achieved": 0.0222, "ratio": 0.0889},
    ),
    "met, but long ago": (
        a_level(), (saw("2014-12-31", 60),), "2016-05-01", "at_risk", "stale", {},
    ),
    "an early value does not excuse silence for ever": (
        a_target(due="2037-12-31"), (saw("2014-03-31", 6),), "2017-02-15", "no_data", "stale", {},
    ),
}  # fmt: skip
