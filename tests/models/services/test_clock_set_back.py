"""A clock that is set back changes no order of events."""

from datetime import date

import pytest

from models.services.promises import observations, targets
from models.services.waves import lifecycle
from models.strategy.observation import counting_observations
from tests.builders import a_target, an_observation
from tests.models.services import survey_builders
from tests.models.services.survey_builders import STEWARD

AHEAD, BACK = date(2018, 2, 2), date(2018, 2, 1)
HEADER = "criterion_id,ref,value,recorded\n"


@pytest.fixture
def bring(db, tmp_path):
    def brought(text, on):
        path = tmp_path / "values.csv"
        path.write_text(HEADER + text)
        return observations.import_observations(db, path, by=STEWARD, on=on)

    return brought


def counting(db, knowledge_date=None):
    records = observations.of(db, "HOV-T2-C9", by=STEWARD)
    return [record.value for record in counting_observations(records, knowledge_date)]


def test_the_target_set_last_is_the_one_in_force(db):
    first = targets.set_target(db, a_target(target=50.0), by=STEWARD, on=AHEAD)
    last = targets.set_target(db, a_target(target=60.0), by=STEWARD, on=BACK)
    assert targets.set_target(db, a_target(target=60.0), by=STEWARD, on=BACK) == last
    assert targets.history(db, first.criterion_id, by=STEWARD) == (first, last)


def test_so_is_the_target_of_a_file(db, tmp_path):
    first = targets.set_target(db, a_target(target=50.0), by=STEWARD, on=AHEAD)
    path = tmp_path / "targets.csv"
    path.write_text("criterion_id,target,due\nHOV-T2-C9,60,2017-12-31\n")
    targets.import_targets(db, path, by=STEWARD, on=BACK)
    assert [t.target for t in targets.history(db, first.criterion_id, by=STEWARD)] == [50, 60]


def test_a_correction_counts_though_it_seems_older_than_what_it_corrects(db):
    observations.record(db, an_observation(value=24.0, recorded=AHEAD), by=STEWARD)
    observations.record(db, an_observation(value=42.0, recorded=BACK), by=STEWARD)
    assert counting(db) == counting(db, AHEAD) == [42]


def test_so_does_the_correction_of_a_file(db, bring):
    observations.record(db, an_observation(value=24.0, recorded=AHEAD), by=STEWARD)
    assert bring("HOV-T2-C9,2015-12-31,42,", BACK).changed == 1
    assert counting(db) == [42]
    assert bring("HOV-T2-C9,2015-12-31,42,", AHEAD).changed == 0


def test_what_a_file_says_was_entered_long_ago_stays_older(db, bring):
    observations.record(db, an_observation(value=24.0, recorded=BACK), by=STEWARD)
    bring("HOV-T2-C9,2015-12-31,42,2016-01-05", AHEAD)
    assert (counting(db), counting(db, date(2016, 1, 5))) == ([24], [42])


def test_the_wave_closed_last_is_the_newest(db):
    days = []
    for name, on in (("Kultur 2018", AHEAD), ("Kultur 2019", BACK)):
        wave = survey_builders.a_wave(db, name, approved_on=BACK)
        lifecycle.open_wave(db, wave.id, by=STEWARD, on=on)
        days.append(lifecycle.close_wave(db, wave.id, by=STEWARD, on=BACK).closes_on)
    assert days == [AHEAD, AHEAD]
