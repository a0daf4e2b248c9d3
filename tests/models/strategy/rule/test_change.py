import pytest

from models.strategy.paper.load import load
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.change import (
    Cause,
    Movement,
    Position,
    StatusChange,
    causes,
    worse_first,
)
from models.strategy.rule.override import in_force
from tests.models.strategy.builders import a_target, codes, day, saw
from tests.models.strategy.rule.test_override import BETTER, DURING

FIRST = saw("2014-12-31", 17, "2015-02-01")
CASES = {
    "CH1 only time passed: the value went stale": (
        (FIRST,), "2016-04-30", ("on_track", "trajectory"), ("at_risk", "stale"),
        ("at_risk", "stale"), ["time"],
    ),
    "CH2 a new value, worse": (
        (FIRST, saw("2015-12-31", 18, "2016-02-01")), "2016-03-01", ("on_track", "trajectory"),
        ("on_track", "trajectory"), ("off_track", "trajectory"), ["data"],
    ),
    "CH3 stale, then measured again": (
        (FIRST, saw("2015-12-31", 27, "2016-04-20")), "2016-04-30", ("on_track", "trajectory"),
        ("at_risk", "stale"), ("on_track", "trajectory"), ["time", "data"],
    ),
    "CH4 an old value corrected": (
        (FIRST, saw("2014-12-31", 11, "2015-05-01")), "2015-06-01", ("on_track", "trajectory"),
        ("on_track", "trajectory"), ("off_track", "trajectory"), ["data"],
    ),
    "nothing": (
        (FIRST,), "2015-04-01", ("on_track", "trajectory"), ("on_track", "trajectory"),
        ("on_track", "trajectory"), [],
    ),
}  # fmt: skip


def position(rows, as_of, knowledge_date):
    return Position(assess(a_target(), rows, as_of=day(as_of), knowledge_date=day(knowledge_date)))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_change_has_its_causes(case):
    rows, later, *expected, names = case
    before = position(rows, "2015-03-01", "2015-03-01")
    steps = {
        Cause.TIME: position(rows, later, "2015-03-01"),
        Cause.DATA: position(rows, later, later),
    }
    stands = [before, *steps.values()]
    assert [codes(stand.assessment) for stand in stands] == expected
    assert list(causes(before, steps)) == names


GREEN, AMBER, RED, OVERDUE, SILENT, LATE = (
    Position(Assessment(Status(status), StatusReason(reason)))
    for status, reason in (
        ("on_track", "trajectory"), ("at_risk", "trajectory"), ("missed", "target_not_reached"),
        ("no_data", "overdue_no_measurement"), ("no_data", "no_measurement"),
        ("achieved", "late"),
    )
)  # fmt: skip


def test_every_step_that_changed_the_status_is_a_cause():
    steps = {Cause.TIME: GREEN, Cause.DATA: AMBER, Cause.TARGET: RED, Cause.RULE: GREEN}
    override = in_force(BETTER, Status.OFF_TRACK, DURING)
    assert causes(GREEN, steps, override_before=None, override_after=override) == tuple(Cause)[1:]
    assert causes(GREEN, steps, override_before=override, override_after=override) == (
        Cause.DATA, Cause.TARGET, Cause.RULE,
    )  # fmt: skip


def change(before, after, place=0):
    criterion = load("hovedstaden").criteria[place]
    return StatusChange(criterion, before, before, after, (Cause.DATA,))


MOVEMENTS = [
    (GREEN, AMBER, Movement.WORSE), (SILENT, OVERDUE, Movement.WORSE),
    (RED, OVERDUE, Movement.EVEN), (GREEN, LATE, Movement.BETTER), (RED, SILENT, Movement.BETTER),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "movement"), MOVEMENTS)
def test_a_status_falls_rises_or_stays(before, after, movement):
    assert change(before, after).movement is movement


def test_what_fell_furthest_comes_first_and_what_rose_furthest_last():
    listed = [change(RED, LATE), change(GREEN, AMBER), change(AMBER, GREEN), change(GREEN, RED, 1),
              change(GREEN, RED, 0)]  # fmt: skip
    assert sorted(listed, key=worse_first) == [listed[4], listed[3], *listed[1:3], listed[0]]
