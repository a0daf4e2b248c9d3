"""Every worked case of rule R1: what was adopted, what was seen, and how it then stands."""

import pytest

from models.strategy.target import check
from tests.models.strategy.builders import a_target, codes, differences, saw, stand
from tests.models.strategy.rule.cases_after_due import AFTER_DUE, LASTING, SURVEYS
from tests.models.strategy.rule.cases_before_due import (
    AGE,
    BEFORE_DUE,
    END_2014,
    END_2015,
    GAPS,
    RANGES,
)
from tests.models.strategy.rule.cases_odd import ODD

ENTERED = (saw("2014-12-31", 12), saw("2015-12-31", 24, "2016-03-10"))
CORRECTED = (saw("2014-12-31", 17, "2015-02-01"), saw("2014-12-31", 11, "2015-05-01"))
WHEN_KNOWN = {
    "a value entered after the meeting is not known then": (
        ENTERED, "2016-02-01", "2016-02-01", "at_risk", "trajectory",
        END_2014 | {"share_achieved": 0.1556, "ratio": 0.6226},
    ),
    "the same data known later": (
        ENTERED, "2016-04-01", "2016-04-01", "at_risk", "trajectory",
        END_2015 | {"share_achieved": 0.4222, "ratio": 0.845},
    ),
    "known on the day it was entered": (
        ENTERED, "2016-04-01", "2016-03-10", "at_risk", "trajectory", {"value": 24},
    ),
    "before a correction": (
        CORRECTED, "2015-06-01", "2015-03-01", "on_track", "trajectory", {"value": 17},
    ),
    "after a correction": (
        CORRECTED, "2015-06-01", "2015-06-01", "off_track", "trajectory", {"value": 11},
    ),
    "all that is known": (CORRECTED, "2015-06-01", None, "off_track", "trajectory", {"value": 11}),
    "time alone": (CORRECTED[:1], "2016-04-30", "2015-03-01", "at_risk", "stale", {}),
    "new and worse": (
        (CORRECTED[0], saw("2015-12-31", 18, "2016-02-01")), "2016-03-01", "2016-03-01",
        "off_track", "trajectory", {},
    ),
    "stale, then measured again": (
        (CORRECTED[0], saw("2015-12-31", 27, "2016-04-20")), "2016-04-30", "2016-04-30",
        "on_track", "trajectory", {},
    ),
}  # fmt: skip

CASES = BEFORE_DUE | ODD | GAPS | RANGES | AGE | AFTER_DUE | LASTING | SURVEYS
ADOPTED = {case[0] for name, case in CASES.items() if case[0] and name != "a range without ends"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_promise_stands_as_the_rule_says(case):
    target, observations, on, status, reason, figures = case
    assessment = stand(target, *observations, on=on)
    assert codes(assessment) == (status, reason)
    assert not differences(assessment, figures)


@pytest.mark.parametrize("case", WHEN_KNOWN.values(), ids=WHEN_KNOWN.keys())
def test_only_what_was_known_counts(case):
    observations, on, knowledge_date, status, reason, figures = case
    assessment = stand(a_target(), *observations, on=on, knowledge_date=knowledge_date)
    assert codes(assessment) == (status, reason)
    assert not differences(assessment, figures)


@pytest.mark.parametrize("target", ADOPTED)
def test_every_worked_target_may_be_adopted(target):
    check(target)
