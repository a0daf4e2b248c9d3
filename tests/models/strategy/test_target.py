from math import inf, nan

import pytest

from models.errors import InputError
from models.strategy.target import check
from tests.models.strategy.builders import a_count, a_level, a_range, a_target, lead_time

REFUSED = [
    ("baseline", a_target(baseline=nan)),
    ("target", a_target(target=inf)),
    ("target", a_target(target=101.0)),
    ("low", a_range(low=-1.0)),
    ("tolerance", a_count(tolerance=-1.0)),
    ("tolerance", lead_time(tolerance=-1.0)),
    ("baseline_on", a_target(baseline_on=None)),
    ("baseline_on", a_target(baseline=None)),
    ("due", a_target(due="2013-12-31")),
    ("low", a_range(low=None, high=None)),
    ("high", a_range(low=90.0, high=80.0)),
    ("target", a_target(target=4.0)),
    ("target", lead_time(target=401.0)),
    ("target", a_level(target=5.0)),
    ("points", a_target(points=(("2016-12-31", 20.0), ("2015-12-31", 10.0)))),
    ("points", a_target(points=(("2016-12-31", 20.0), ("2016-12-31", 10.0)))),
    ("points", a_target(points=(("2016-12-31", nan),))),
    ("points", a_target(points=(("2016-12-31", 20.0),), due=None)),
    ("points", a_target(points=(("2013-12-31", 20.0),))),
    ("points", a_target(points=(("2018-12-31", 20.0),))),
    ("points", a_target(points=(("2017-12-31", 20.0),))),
    ("source", a_target(source="culture")),
]
ADOPTED = [
    a_target(target=None, due=None, baseline=None, baseline_on=None),
    a_target(baseline=50.0, baseline_on="2013-12-31"),
    a_target(points=(("2015-12-31", 20.0), ("2017-12-31", 50.0))),
    a_target(source="culture:ANE"),
    a_range(low=95.0, high=95.0),
    a_range(low=None),
    lead_time(due=None),
]


@pytest.mark.parametrize(("field", "target"), REFUSED)
def test_a_target_nobody_could_be_judged_by_names_its_field(field, target):
    with pytest.raises(InputError) as refusal:
        check(target)
    assert refusal.value.values["field"] == field
    assert field in str(refusal.value)


@pytest.mark.parametrize("target", ADOPTED)
def test_what_is_not_adopted_yet_is_no_error(target):
    check(target)


def test_a_promise_without_target_is_never_kept():
    assert not a_target(target=None).reached(100)


def test_shares_that_differ_only_by_binary_fractions_are_the_same():
    assert a_level(target=0.3).reached(0.1 + 0.2)
    assert not a_target(target=0.3).reached(0.1 + 0.2)
    assert a_range(low=0.3, high=None).outside(0.3 - 1e-12) == 0
