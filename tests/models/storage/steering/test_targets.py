from datetime import date
from math import inf, nan

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from models.errors import InputError
from models.storage.steering import targets
from models.storage.tables.steering import TargetRow
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape
from tests.builders import a_target

EARLY, LATE = date(2014, 1, 1), date(2015, 1, 1)
FULL = a_target(
    kind=IndicatorKind.INDEX,
    direction=Direction.MAINTAIN,
    tolerance=0.1,
    frequency=Frequency.HALFYEARLY,
    sticky=True,
    shape=PathShape.STEP,
    low=-1.5,
    high=2.25,
    points=((date(2015, 12, 31), 20.0), (date(2016, 12, 31), 0.1)),
    owner="Koncerndirektionen",
    decision="RR 2013-11, punkt 7",
    source="culture:ANE",
)
EMPTY = a_target(baseline=None, baseline_on=None, target=None, due=None)


@pytest.mark.parametrize("target", [FULL, EMPTY], ids=["full", "empty"])
def test_a_target_comes_back_as_it_was(any_db, target):
    targets.add(any_db, target)
    assert targets.history(any_db, target.criterion_id) == (target,)


def test_history_tells_the_oldest_first_and_of_one_day_in_the_order_of_entry(any_db):
    added = [
        a_target(set_on=day, owner=name) for day, name in ((LATE, "b"), (EARLY, "a"), (LATE, "c"))
    ]
    for target in added:
        targets.add(any_db, target)
    assert [target.owner for target in targets.history(any_db, "HOV-T2-C9")] == ["a", "b", "c"]


def test_a_later_target_erases_no_earlier_one(any_db):
    targets.add(any_db, a_target(set_on=EARLY, target=50.0))
    targets.add(any_db, a_target(set_on=LATE, target=40.0))
    assert [target.target for target in targets.history(any_db, "HOV-T2-C9")] == [50.0, 40.0]


def test_current_is_the_latest_set_by_the_day_we_look_from(any_db):
    for day in (LATE, EARLY):
        targets.add(any_db, a_target(set_on=day))
    by_day = {
        knowledge_date: targets.current(any_db, ["HOV-T2-C9"], knowledge_date=knowledge_date)
        for knowledge_date in (None, EARLY)
    }
    assert by_day[None] == {"HOV-T2-C9": a_target(set_on=LATE)}
    assert by_day[EARLY] == {"HOV-T2-C9": a_target(set_on=EARLY)}


def test_a_criterion_without_a_target_by_then_has_none(any_db):
    targets.add(any_db, a_target(set_on=LATE))
    assert targets.current(any_db, ["HOV-T2-C9", "HOV-T2-C1"], knowledge_date=EARLY) == {}


def test_current_answers_only_for_the_criteria_asked(any_db):
    for criterion_id in ("a", "b", "c"):
        targets.add(any_db, a_target(criterion_id=criterion_id))
    assert set(targets.current(any_db, ["a", "c"])) == {"a", "c"}


@pytest.mark.parametrize("field", ["baseline", "target", "tolerance", "low", "high"])
@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_a_number_that_is_none_is_refused_by_its_field(db, field, value):
    with pytest.raises(InputError, match=field):
        targets.add(db, a_target(**{field: value}))


def test_an_interim_point_must_be_a_number(db):
    with pytest.raises(InputError, match="points"):
        targets.add(db, a_target(points=((LATE, nan),)))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_comes_back_to_the_last_bit(db, value):
    targets.add(db, a_target(baseline=value, points=((LATE, value),)))
    latest = targets.history(db, "HOV-T2-C9")[-1]
    assert (latest.baseline, latest.points) == (value, ((LATE, value),))


@pytest.mark.parametrize("column", ["kind", "direction", "frequency", "shape"])
def test_the_database_itself_refuses_an_unknown_word(any_db, column):
    row = targets._row(a_target()) | {column: "other"}
    with pytest.raises(IntegrityError, match=column), any_db.begin_nested():
        any_db.execute(insert(TargetRow), [row])
