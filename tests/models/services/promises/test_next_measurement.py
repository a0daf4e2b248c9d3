from datetime import date

import pytest

from models.services.promises import strategies
from models.services.promises.next_measurement import next_measurement
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.rule.assess import assess
from models.strategy.target import Frequency, IndicatorKind
from tests.builders import a_target, an_observation

DAY, LATER = date(2026, 6, 1), date(2030, 12, 31)
AGENTS = strategies.criterion("HOV-T2-C9")


@pytest.mark.parametrize(
    ("target", "measured", "day"),
    [
        # An interval after the baseline, and after the newest measurement.
        ({}, [], date(2014, 12, 31)),
        ({}, [date(2025, 12, 31)], date(2026, 12, 31)),
        ({"frequency": Frequency.MONTHLY}, [date(2026, 1, 31)], date(2026, 2, 28)),
        ({"frequency": Frequency.BIENNIAL}, [date(2025, 12, 31)], date(2027, 12, 31)),
        # Never after the due date, and at it where nobody measured or there is no baseline.
        ({"due": date(2026, 8, 1)}, [date(2025, 12, 31)], date(2026, 8, 1)),
        ({"due": date(2017, 12, 31)}, [], date(2017, 12, 31)),
        ({"due": date(2017, 12, 31)}, [date(2014, 12, 31)], date(2017, 12, 31)),
        ({"baseline": None, "baseline_on": None}, [], LATER),
        ({"kind": IndicatorKind.MILESTONE}, [], LATER),
        # A share of a questionnaire without its number of answers does not count.
        ({"kind": IndicatorKind.SURVEY}, [date(2025, 12, 31)], date(2014, 12, 31)),
        # What is settled waits no more, nor does what the survey measures.
        ({"due": date(2017, 12, 31)}, [date(2017, 12, 31)], None),
        ({"source": "culture:ANE"}, [], None),
    ],
)
def test_a_promise_is_measured_by_its_rhythm(target, measured, day):
    adopted = a_target(**{"due": LATER} | target)
    rows = tuple(an_observation(ref=ref, recorded=ref) for ref in measured)
    assessment = assess(adopted, rows, as_of=DAY)
    standing = ScoreboardCriterion(AGENTS, adopted, True, rows, assessment, None, ())
    assert next_measurement(standing) == day
