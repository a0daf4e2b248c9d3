"""Worked cases after the due date, of promises kept for good, and of surveys."""

from datetime import date

from models.strategy.target import Frequency
from tests.models.strategy.builders import (
    a_count,
    a_level,
    a_range,
    a_survey,
    a_target,
    lead_time,
    poll,
    saw,
)
from tests.models.strategy.rule.cases_before_due import AGENTS

AFTER_DUE = {
    "46 of more than 50": (
        a_target(), (*AGENTS, saw("2017-12-31", 46)), "2018-02-01", "missed",
        "target_not_reached",
        {"value": 46, "ref": date(2017, 12, 31), "share_achieved": 0.9111, "share_expected": 1.0},
    ),
    "exactly 50 is not more than 50": (
        a_target(), (*AGENTS, saw("2017-12-31", 50)), "2018-02-01", "missed",
        "target_not_reached", {"value": 50},
    ),
    "50.1 is": (
        a_target(), (*AGENTS, saw("2017-12-31", 50.1)), "2018-02-01", "achieved", "on_time",
        {"days_late": 0},
    ),
    "exactly 50 is enough when it is not strict": (
        a_level(), (saw("2017-12-31", 50),), "2018-02-01", "achieved", "on_time", {},
    ),
    "a tolerance does not move the target": (
        a_level(tolerance=5.0), (saw("2017-12-31", 49),), "2018-02-01", "missed",
        "target_not_reached", {},
    ),
    "achieved a year late": (
        a_target(), (saw("2017-12-31", 46), saw("2018-12-31", 55)), "2019-02-01", "achieved",
        "late",
        {"value": 55, "ref": date(2018, 12, 31), "days_late": 365, "due_value": 46,
         "due_ref": date(2017, 12, 31)},
    ),
    "late, and nothing had decided": (
        a_target(), (saw("2018-12-31", 55),), "2019-02-01", "achieved", "late",
        {"value": 55, "days_late": 365, "due_value": None},
    ),
    "no baseline, the target still decides": (
        a_level(baseline=None, baseline_on=None), (saw("2017-12-31", 61),), "2018-02-01",
        "achieved", "on_time", {"value": 61, "ref": date(2017, 12, 31), "share_achieved": None},
    ),
    "few enough days": (
        lead_time(), (saw("2020-12-31", 200),), "2021-02-01", "achieved", "on_time", {},
    ),
    "too many days": (
        lead_time(), (saw("2020-12-31", 201),), "2021-02-01", "missed", "target_not_reached", {},
    ),
    "the nearest decides": (
        a_level(), (saw("2017-12-01", 55), saw("2018-01-05", 46)), "2018-02-01", "missed",
        "target_not_reached", {"value": 46},
    ),
    "of two equally near the later decides": (
        a_level(), (saw("2017-12-21", 46), saw("2018-01-10", 55)), "2018-02-01", "achieved",
        "on_time", {"value": 55, "days_late": 0},
    ),
    "the ninetieth day decides": (
        a_level(), (saw("2018-03-31", 55),), "2018-04-01", "achieved", "on_time", {},
    ),
    "the ninety-first is late": (
        a_level(), (saw("2018-04-01", 55),), "2018-04-02", "achieved", "late", {"days_late": 91},
    ),
    "half an interval before is outside": (
        a_level(), (saw("2017-07-01", 55),), "2018-01-15", "no_data", "awaiting_measurement", {},
    ),
    "a day nearer is inside": (
        a_level(), (saw("2017-07-02", 55),), "2018-01-15", "achieved", "on_time", {},
    ),
    "the day after due one waits": (
        a_level(), AGENTS, "2018-01-01", "no_data", "awaiting_measurement", {"value": 30},
    ),
    "one waits to the end of the grace": (
        a_level(), AGENTS, "2018-04-02", "no_data", "awaiting_measurement", {},
    ),
    "then it is not documented": (
        a_level(), AGENTS, "2018-04-03", "no_data", "overdue_no_measurement", {"red": True},
    ),
    "monthly figures wait ninety days too": (
        a_level(frequency=Frequency.MONTHLY), (), "2018-03-31", "no_data",
        "awaiting_measurement", {},
    ),
    "without a baseline one waits as well": (
        a_level(baseline=None, baseline_on=None), AGENTS, "2018-01-15", "no_data",
        "awaiting_measurement", {},
    ),
    "two-yearly figures wait 183 days": (
        a_survey(), (), "2015-07-02", "no_data", "awaiting_measurement", {},
    ),
    "and no longer": (a_survey(), (), "2015-07-03", "no_data", "overdue_no_measurement", {}),
    "a red stays red while one waits": (
        a_level(), (saw("2016-12-31", 6),), "2018-01-15", "off_track", "stale_red_kept", {},
    ),
    "a later value that falls short documents nothing": (
        a_level(), (saw("2018-12-31", 40),), "2019-02-01", "no_data", "overdue_no_measurement", {},
    ),
    "a range is held on its last day": (
        a_range(due="2017-12-31"), (saw("2017-12-31", 96),), "2018-02-01", "achieved", "on_time",
        {"outside": 0.0},
    ),
    "a range is not held on its last day": (
        a_range(due="2017-12-31"), (saw("2017-12-31", 94),), "2018-02-01", "missed",
        "target_not_reached", {"outside": 1.0},
    ),
}  # fmt: skip

LASTING = {
    "a count reached early is achieved": (
        a_count(), (saw("2014-12-31", 1), saw("2015-12-31", 2)), "2016-01-15", "achieved",
        "on_time", {"days_late": 0},
    ),
    "and stays so": (
        a_count(), (saw("2015-12-31", 2), saw("2016-12-31", 1)), "2017-01-15", "achieved",
        "on_time", {"value": 2},
    ),
    "a count reached late": (
        a_count(), (saw("2017-12-31", 1), saw("2018-12-31", 2)), "2019-02-01", "achieved",
        "late", {"days_late": 365},
    ),
    "a count not reached": (
        a_count(), (saw("2017-12-31", 1),), "2018-02-01", "missed", "target_not_reached", {},
    ),
    "a count without baseline": (
        a_count(baseline=None, baseline_on=None), (saw("2015-12-31", 2),), "2016-01-15",
        "achieved", "on_time", {},
    ),
    "a count under way": (
        a_count(), (saw("2015-12-31", 1),), "2016-01-15", "at_risk", "trajectory", {},
    ),
    "a milestone done": (
        a_count(kind="milestone", target=1.0, sticky=False), (saw("2015-12-31", 1),),
        "2016-01-15", "achieved", "on_time", {},
    ),
    "a milestone nobody has confirmed a plan for": (
        a_count(kind="milestone", target=1.0), (), "2016-01-15", "no_data", "not_confirmed", {},
    ),
    "a milestone one waits for": (
        a_count(kind="milestone", target=1.0), (saw("2016-12-31", 0),), "2018-01-15", "no_data",
        "awaiting_measurement", {},
    ),
    "a milestone not done": (
        a_count(kind="milestone", target=1.0), (saw("2017-12-31", 0),), "2018-01-15", "missed",
        "target_not_reached", {},
    ),
}  # fmt: skip

SURVEYS = {
    "the red line lies inside the interval": (
        a_survey(), (saw("2013-01-31", 53.333, n=120, k=64),), "2013-02-15", "at_risk",
        "trajectory",
        {"expected": 55.1119, "share_expected": 0.5112, "value": 100 * 64 / 120,
         "share_achieved": 0.3333, "ratio": 0.65207,
         "line_on_track": 54.8563, "line_off_track": 53.0671, "low": 44.4428, "high": 62.0171},
    ),
    "red for certain": (
        a_survey(), (poll("2013-01-31", 10000, 20000),), "2013-02-15", "off_track",
        "trajectory", {"low": 49.3071, "high": 50.6929},
    ),
    "below the red line, but not for certain": (
        a_survey(), (poll("2013-01-31", 50, 100),), "2013-02-15", "at_risk", "trajectory", {},
    ),
    "green by its point": (
        a_survey(), (poll("2013-01-31", 66, 120),), "2013-02-15", "on_track", "trajectory", {},
    ),
    "met before due by a survey": (
        a_survey(), (poll("2013-01-31", 80, 120),), "2013-02-15", "on_track",
        "target_met_hold", {},
    ),
    "fewer complaints, red only for certain": (
        a_survey(direction="decrease", baseline=60.0, target=50.0), (poll("2013-01-31", 60, 100),),
        "2013-02-15", "at_risk", "trajectory", {"low": 50.2003},
    ),
    "29 answers are too few": (
        a_survey(), (poll("2013-01-31", 29, 29),), "2013-02-15", "no_data", "sample_too_small",
        {"value": 100.0},
    ),
    "30 are enough": (
        a_survey(), (poll("2013-01-31", 30, 30),), "2013-02-15", "on_track", "target_met_hold", {},
    ),
    "less than half answered": (
        a_survey(), (poll("2014-12-15", 232, 400, 1000),), "2015-01-15", "missed",
        "target_not_reached", {"response": 0.4, "low_response": True},
    ),
    "half answered": (
        a_survey(), (poll("2013-01-31", 50, 100, 200),), "2013-02-15", "at_risk", "trajectory",
        {"response": 0.5, "low_response": False},
    ),
    "a percentage of 29 is too small as well": (
        a_survey(kind="percentage"), (poll("2013-01-31", 29, 29),), "2013-02-15", "no_data",
        "sample_too_small", {"value": 100.0},
    ),
    "a percentage that says of how many has an interval": (
        a_survey(kind="percentage"), (poll("2013-01-31", 50, 100),), "2013-02-15", "at_risk",
        "trajectory", {"low": 40.3832, "high": 59.6168},
    ),
    "a percentage that does not is a full count": (
        a_survey(kind="percentage"), (saw("2013-01-31", 50),), "2013-02-15", "off_track",
        "trajectory", {"low": None, "high": None},
    ),
    "nobody said how many answered": (
        a_survey(), (saw("2013-01-31", 61),), "2013-02-15", "no_data", "sample_too_small", {},
    ),
    "a small sample cannot hide a red": (
        a_survey(), (poll("2013-01-31", 10000, 20000), poll("2013-03-31", 20, 20)),
        "2013-04-15", "off_track", "trajectory", {"ref": date(2013, 1, 31)},
    ),
    "at due achieved, but not for certain": (
        a_survey(), (poll("2014-12-15", 244, 400),), "2015-01-15", "achieved", "on_time",
        {"value": 61.0, "ref": date(2014, 12, 15), "low": 56.1371, "high": 65.6536,
         "certain": False},
    ),
    "at due missed, but not for certain": (
        a_survey(), (poll("2014-12-15", 232, 400),), "2015-01-15", "missed",
        "target_not_reached", {"low": 53.1096, "high": 62.7382, "certain": False},
    ),
    "at due missed for certain": (
        a_survey(), (poll("2014-12-15", 10000, 20000),), "2015-01-15", "missed",
        "target_not_reached", {"certain": True},
    ),
    "taken within ninety days it still decides": (
        a_survey(), (poll("2015-01-31", 12200, 20000),), "2015-03-01", "achieved", "on_time",
        {"value": 61.0, "ref": date(2015, 1, 31), "low": 60.3220, "high": 61.6738, "certain": True},
    ),
    "too few at due": (
        a_survey(), (poll("2014-12-15", 20, 20),), "2015-01-15", "no_data",
        "sample_too_small", {},
    ),
    "too few at due is not documented in the end": (
        a_survey(), (poll("2014-12-15", 20, 20),), "2015-07-03", "no_data",
        "overdue_no_measurement", {"red": True},
    ),
    "a value without its count of answers has an interval too": (
        a_survey(), (saw("2014-12-15", 61, n=400),), "2015-01-15", "achieved", "on_time",
        {"low": 56.1036},
    ),
    "more than today may truly be so": (
        a_survey(target=50.0, strict=True), (poll("2013-01-31", 49, 100),), "2013-02-15",
        "at_risk", "trajectory", {},
    ),
}  # fmt: skip
