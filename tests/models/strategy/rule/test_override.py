from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.rule.assessment import Status
from models.strategy.rule.override import (
    COUNTING,
    OPEN_STATUSES,
    Override,
    OverrideReason,
    in_force,
    judgement,
)

DURING = date(2015, 3, 1)
BETTER = Override(
    "HOV-T2-C9",
    Status.AT_RISK,
    "Datafejl i indberetning fra to hospitaler; rettes i marts.",
    "sag 15/0042",
    "ejer",
    "vicedirektør",
    date(2015, 1, 10),
    date(2015, 4, 30),
)
WORSE = replace(BETTER, status=Status.OFF_TRACK, approved_by="", evidence="")

CASES = {
    "OV1 one step better, by two": ("off_track", BETTER, DURING, "at_risk", "override_better"),
    "OV2 expired": (
        "off_track", BETTER, date(2015, 5, 1), "off_track", "override_expired",
    ),
    "OV3 nobody else agreed": (
        "off_track", replace(BETTER, approved_by=""), DURING, "off_track",
        "override_rejected_not_approved",
    ),
    "OV4 approved by who proposed it": (
        "off_track", replace(BETTER, approved_by="Ejer "), DURING, "off_track",
        "override_rejected_not_approved",
    ),
    "OV5 worse is free": ("on_track", WORSE, DURING, "off_track", "override_worse"),
    "OV6 missed stands": ("missed", BETTER, DURING, "missed", "override_rejected_final"),
    "OV7 two steps better": (
        "off_track", replace(BETTER, status=Status.ON_TRACK), DURING, "off_track",
        "override_rejected_two_steps",
    ),
    "OV8 a reason too short": (
        "off_track", replace(BETTER, reason="ok"), DURING, "off_track",
        "override_rejected_no_reason",
    ),
    "worse needs a reason too": (
        "on_track", replace(WORSE, reason=" " * 40), DURING, "on_track",
        "override_rejected_no_reason",
    ),
    "a reason of thirty characters": (
        "off_track", replace(BETTER, reason="x" * 30), DURING, "at_risk", "override_better",
    ),
    "of twenty-nine": (
        "off_track", replace(BETTER, reason="x" * 29), DURING, "off_track",
        "override_rejected_no_reason",
    ),
    "better needs evidence": (
        "off_track", replace(BETTER, evidence=" "), DURING, "off_track",
        "override_rejected_no_evidence",
    ),
    "on its last day": (
        "off_track", BETTER, date(2015, 4, 30), "at_risk", "override_better",
    ),
    "before its first": (
        "off_track", BETTER, date(2015, 1, 9), "off_track", "override_not_yet",
    ),
    "a hundred and eighty days": (
        "off_track", replace(BETTER, expires=date(2015, 7, 9)), DURING, "at_risk",
        "override_better",
    ),
    "a day more": (
        "off_track", replace(BETTER, expires=date(2015, 7, 10)), DURING, "off_track",
        "override_rejected_too_long",
    ),
    "achieved stands": ("achieved", WORSE, DURING, "achieved", "override_rejected_final"),
    "no data stands": ("no_data", WORSE, DURING, "no_data", "override_rejected_final"),
    "nothing becomes achieved": (
        "on_track", replace(BETTER, status=Status.ACHIEVED), DURING, "on_track",
        "override_rejected_final",
    ),
    "the computed status came there by itself": (
        "at_risk", BETTER, DURING, "at_risk", "override_same",
    ),
    "one step from at risk": (
        "at_risk", replace(BETTER, status=Status.ON_TRACK), DURING, "on_track", "override_better",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_an_override_counts_as_the_rule_says(case):
    computed, override, on, status, reason = case
    assert judgement(override, Status(computed), on) == (Status(status), OverrideReason(reason))
    counts = in_force(override, Status(computed), on)
    assert (counts is not None) == (OverrideReason(reason) in COUNTING)


def test_none_lasts_beyond_the_next_meeting():
    meeting = date(2015, 4, 29)
    assert judgement(BETTER, Status.OFF_TRACK, DURING, next_meeting=meeting) == (
        Status.OFF_TRACK, OverrideReason.TOO_LONG,
    )  # fmt: skip
    assert in_force(BETTER, Status.OFF_TRACK, DURING, next_meeting=date(2015, 4, 30)) is not None
    assert in_force(None, Status.OFF_TRACK, DURING) is None


@given(st.sampled_from(Status), st.sampled_from(Status), st.integers(-5, 200), st.booleans())
@settings(max_examples=60)
def test_never_better_alone_nor_by_more_than_a_step(computed, set_status, days, alone):
    override = replace(BETTER, status=set_status, approved_by="" if alone else "vicedirektør")
    on = date.fromordinal(BETTER.created.toordinal() + days)
    status, reason = judgement(override, computed, on)
    if status is computed:
        assert reason not in COUNTING
        return
    up = OPEN_STATUSES.index(status) - OPEN_STATUSES.index(computed)
    assert up < 0 or (up == 1 and not alone)
