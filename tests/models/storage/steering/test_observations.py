from datetime import date, timedelta
from math import inf, nan

import numpy as np
import pytest

from models.errors import InputError
from models.storage.steering import observations
from tests.builders import an_observation

FULL = an_observation(
    value=0.1, k=11, n=30, population=400, series="B", evidence="notat 3", entered_by="HR"
)
IN_2016, IN_2017 = date(2016, 2, 1), date(2017, 2, 1)


def test_an_observation_comes_back_as_it_was(any_db):
    observations.add_all(any_db, [FULL, an_observation()])
    assert observations.records_of(any_db, ["HOV-T2-C9"]) == {"HOV-T2-C9": (FULL, an_observation())}


def test_a_correction_stands_after_what_it_corrects_and_erases_nothing(any_db):
    first, correction = an_observation(value=74.0), an_observation(value=24.0, recorded=IN_2016)
    observations.add_all(any_db, [first])
    observations.add_all(any_db, [correction])
    assert observations.records_of(any_db, ["HOV-T2-C9"])["HOV-T2-C9"] == (first, correction)


def test_what_was_entered_later_than_the_day_we_look_from_is_not_known(any_db):
    first, later = an_observation(recorded=IN_2016), an_observation(recorded=IN_2017)
    observations.add_all(any_db, [later, first])
    assert observations.records_of(any_db, ["HOV-T2-C9"], knowledge_date=IN_2016)["HOV-T2-C9"] == (
        first,
    )


def test_a_criterion_that_was_never_measured_has_an_empty_record(any_db):
    observations.add_all(any_db, [])
    assert observations.records_of(any_db, ["HOV-T2-C1"]) == {"HOV-T2-C1": ()}


def test_only_the_criteria_asked_are_answered_for(any_db):
    observations.add_all(any_db, [an_observation(criterion_id=letter) for letter in "abc"])
    assert set(observations.records_of(any_db, iter("ac"))) == {"a", "c"}


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_a_value_that_is_no_number_is_refused_and_nothing_is_kept(db, value):
    with pytest.raises(InputError, match="value"):
        observations.add_all(db, [an_observation(), an_observation(value=value)])
    assert observations.records_of(db, ["HOV-T2-C9"])["HOV-T2-C9"] == ()


def test_counts_from_numpy_are_kept_as_plain_counts(any_db):
    observations.add_all(any_db, [an_observation(value=np.float64(24), k=np.int64(11), n=30)])
    assert observations.records_of(any_db, ["HOV-T2-C9"])["HOV-T2-C9"] == (
        an_observation(k=11, n=30),
    )


def test_half_an_answer_is_no_count(db):
    with pytest.raises(TypeError):
        observations.add_all(db, [an_observation(k=10.5)])


def test_nothing_can_change_or_remove_an_observation():
    public = {name for name in vars(observations) if name.islower() and name[0] != "_"}
    assert public & {"update", "delete", "remove", "replace", "drop"} == set()


def test_thousands_of_observations_are_kept_at_once(any_db):
    day = date(2013, 1, 1)
    many = [an_observation(ref=day + timedelta(n % 1500), value=float(n)) for n in range(5_000)]
    observations.add_all(any_db, many)
    assert len(observations.records_of(any_db, ["HOV-T2-C9"])["HOV-T2-C9"]) == 5_000
