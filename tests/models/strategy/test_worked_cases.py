"""Every worked case of rule R1: what was adopted, what was seen, and how it then stands."""

import pytest

from models.strategy.target import check
from tests.models.strategy.builders import a_target, codes, differences, stand
from tests.models.strategy.cases_decided import AFTER_DUE, LASTING, SURVEYS
from tests.models.strategy.cases_underway import AGE, BEFORE_DUE, GAPS, RANGES

KCWCASES = BEFORE_DUE | GAPS | AFTER_DUE | LASTING
CASES |= {f"range: {name}": case for name, case in RANGES.items()}
CASES |= {f"age: {name}": case for name, case in AGE.items()}
CASES |= {f"survey: {name}": case for name, case in SURVEYS.items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_promise_stands_as_the_rule_says(case):
    target, seen, on, status, reason, figures = case
    found = stand(target, *seen, on=on)
    assert codes(found) == (status, reason)
    assert not differences(found, figures)


@pytest.mark.parametrize("case", WHEN_KNOWN.values(), ids=WHEN_KNOWN.keys())
def test_only_what_was_known_counts(case):
    seen, on, known, status, reason, figures = case
    found = stand(a_target(), *seen, on=on, known=known)
    assert codes(found) == (status, reason)
    assert not differences(found, figures)


ADOPTED = [
    case[0] for case in CASES.values() if case[0] is not None and case[4] != "target_missing"
]


@pytest.mark.parametrize("target", set(ADOPTED))
def test_every_worked_target_may_be_adopted(target):
    check(target)
