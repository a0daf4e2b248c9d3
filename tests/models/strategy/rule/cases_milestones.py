"""Worked cases of milestones: 1 January 2013 to the end of 2015, a tolerance of 55 days."""

from datetime import date

from models.strategy.milestone import MilestonePlan
from tests.models.strategy.builders import a_count, saw

START, DUE = "2013-01-01", "2015-12-31"


def a_milestone(**changes):
    milestone = {
        "kind": "milestone", "target": 1.0, "baseline_on": START, "due": DUE, "sticky": True,
    }  # fmt: skip
    return a_count(**(milestone | changes))


def plan(planned, confirmed_on):
    days = (date.fromisoformat(day) for day in (planned, confirmed_on))
    return MilestonePlan("HOV-T2-C9", *days, decision="", entered_by="ejer")


def done(on):
    return (saw(on, 1),)


ANNUAL_FRESH = plan("2015-12-31", "2014-01-01")
# target, observations, plans, day, status, reason, slip.
MILESTONES = {
    "MS1 done on time": (
        a_milestone(), done("2015-11-03"), (), "2016-01-01", "achieved", "on_time", -58,
    ),
    "MS2 done late": (
        a_milestone(), done("2016-04-15"), (), "2016-06-01", "achieved", "late", 106,
    ),
    "MS3 a plan for later, not done after the due date": (
        a_milestone(), (), (plan("2016-06-30", "2015-12-01"),), "2016-03-01", "missed",
        "not_done", 61,
    ),
    "MS4 on the planned day": (
        a_milestone(), (), (plan("2015-12-31", "2015-02-01"),), "2015-03-01", "on_track",
        "plan", 0,
    ),
    "MS5 planned 40 days late": (
        a_milestone(), (), (plan("2016-02-09", "2015-02-01"),), "2015-03-01", "at_risk",
        "plan", 40,
    ),
    "at the tolerance": (
        a_milestone(), (), (plan("2016-02-24", "2015-02-01"),), "2015-03-01", "at_risk",
        "plan", 55,
    ),
    "a day more": (
        a_milestone(), (), (plan("2016-02-25", "2015-02-01"),), "2015-03-01", "off_track",
        "plan", 56,
    ),
    "MS6 planned 182 days late": (
        a_milestone(), (), (plan("2016-06-30", "2015-02-01"),), "2015-03-01", "off_track",
        "plan", 182,
    ),
    "a short milestone has thirty days": (
        a_milestone(baseline_on="2015-06-30"), (), (plan("2016-01-30", "2015-08-01"),),
        "2015-09-01", "at_risk", "plan", 30,
    ),
    "and no more": (
        a_milestone(baseline_on="2015-06-30"), (), (plan("2016-01-31", "2015-08-01"),),
        "2015-09-01", "off_track", "plan", 31,
    ),
    "nobody said when it began": (
        a_milestone(baseline=None, baseline_on=None), (), (plan("2016-01-31", "2015-08-01"),),
        "2015-09-01", "off_track", "plan", 31,
    ),
    "no plan": (a_milestone(), (), (), "2015-03-01", "no_data", "not_confirmed", None),
    "the plan is confirmed later": (
        a_milestone(), (), (plan("2015-12-31", "2015-03-02"),), "2015-03-01", "no_data",
        "not_confirmed", None,
    ),
    "the newest plan confirmed by then counts": (
        a_milestone(), (),
        (plan("2015-12-31", "2015-01-01"), plan("2016-02-09", "2015-02-01"),
         plan("2015-11-01", "2015-04-01")),
        "2015-03-01", "at_risk", "plan", 40,
    ),
    "fresh to its last day": (
        a_milestone(), (), (plan("2015-12-31", "2014-01-01"),), "2015-04-04", "on_track",
        "plan", 0,
    ),
    "then a stale plan is no green": (
        a_milestone(), (), (plan("2015-12-31", "2014-01-01"),), "2015-04-05", "at_risk",
        "stale", 0,
    ),
    "a stale plan that is late stays at risk": (
        a_milestone(), (), (plan("2016-02-09", "2014-01-01"),), "2015-04-05", "at_risk",
        "plan", 40,
    ),
    "an expired plan says nothing": (
        a_milestone(), (), (plan("2015-12-31", "2013-06-01"),), "2015-12-01", "no_data",
        "not_confirmed", 0,
    ),
    "but a red stays red": (
        a_milestone(), (), (plan("2016-06-30", "2013-06-01"),), "2015-12-01", "off_track",
        "stale_red_kept", 182,
    ),
    "on the due date it is still open": (
        a_milestone(), (), (plan("2015-12-31", "2015-12-01"),), "2015-12-31", "on_track",
        "plan", 0,
    ),
    "silence after the due date is not a miss": (
        a_milestone(), (), (), "2016-03-01", "no_data", "awaiting_measurement", None,
    ),
    "nor after a plan that was kept": (
        a_milestone(), (), (plan("2015-12-31", "2015-12-01"),), "2016-03-01", "no_data",
        "awaiting_measurement", None,
    ),
    "until the waiting time is over": (
        a_milestone(), (), (), "2016-04-02", "no_data", "overdue_no_measurement", None,
    ),
    "a plan confirmed after the due date says that it is not done": (
        a_milestone(), (), (plan("2015-12-31", "2016-01-02"),), "2016-03-01", "missed",
        "not_done", 61,
    ),
    "reported not done": (
        a_milestone(), (saw("2015-12-31", 0),), (), "2016-03-01", "missed",
        "target_not_reached", 61,
    ),
    "a plan does not undo what is done": (
        a_milestone(), done("2015-11-03"), (plan("2016-06-30", "2015-12-01"),), "2016-03-01",
        "achieved", "on_time", -58,
    ),
}  # fmt: skip
