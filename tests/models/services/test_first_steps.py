from datetime import date

import pytest

from models.access import Role, Viewer
from models.services.first_steps import first_steps
from models.storage.steering import observations, targets
from models.strategy.rule.assessment import StatusReason
from tests.builders import a_target, an_observation

STEWARD, DAY = Viewer("t", Role.STEWARD), date(2026, 6, 1)
LATER = date(2030, 12, 31)


@pytest.mark.parametrize(
    ("target", "value", "steps"),
    [
        (None, None, (False, False, None)),
        ({}, None, (True, False, None)),
        # A word of the strategy is a target too, but was due long before.
        (None, 24.0, (True, True, StatusReason.OVERDUE_NO_MEASUREMENT)),
        ({"baseline": None, "baseline_on": None}, 24.0,
         (True, True, StatusReason.BASELINE_MISSING)),
        ({}, 24.0, None),
    ],
)  # fmt: skip
def test_each_step_is_done_in_its_turn_until_there_is_a_status(db, target, value, steps):
    if target is not None:
        targets.add(db, a_target(**{"due": LATER} | target))
    if value is not None:
        observations.add_all(db, [an_observation(value=value, ref=DAY, recorded=DAY)])
    progress = first_steps(db, by=STEWARD, on=DAY)
    if steps is None:
        assert progress is None
    else:
        assert (progress.has_target, progress.has_measurement, progress.reason) == steps


def test_the_way_begins_with_a_promise_whose_figure_the_strategy_has(db):
    criterion = first_steps(db, by=STEWARD, on=DAY).criterion
    assert criterion.indicator.target.value is not None
    targets.add(db, a_target(due=LATER))
    assert first_steps(db, by=STEWARD, on=DAY).criterion.id == "HOV-T2-C9"
