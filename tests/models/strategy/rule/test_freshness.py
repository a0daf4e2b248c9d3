from datetime import date, timedelta

import pytest

from models.strategy.rule.freshness import Freshness, fresh_days, freshness, grace_days, stale_days
from models.strategy.target import Frequency

LAST = date(2014, 12, 31)


@pytest.mark.parametrize(
    ("frequency", "grace", "fresh", "stale"),
    [
        (Frequency.MONTHLY, 30, 61, 91),
        (Frequency.QUARTERLY, 30, 122, 184),
        (Frequency.HALFYEARLY, 46, 229, 366),
        (Frequency.ANNUAL, 92, 458, 732),
        (Frequency.BIENNIAL, 183, 914, 1462),
    ],
)
def test_values_age_by_how_often_they_are_measured(frequency, grace, fresh, stale):
    assert grace_days(frequency) == grace
    assert (fresh_days(frequency), stale_days(frequency)) == (fresh, stale)


@pytest.mark.parametrize(
    ("age", "freshness_then"),
    [
        (0, Freshness.FRESH),
        (458, Freshness.FRESH),
        (459, Freshness.STALE),
        (732, Freshness.STALE),
        (733, Freshness.EXPIRED),
    ],
)
def test_the_last_day_still_counts(age, freshness_then):
    on = LAST + timedelta(days=age)
    assert freshness(LAST, Frequency.ANNUAL, as_of=on) is freshness_then
