"""A cell that shows a percentage is one where a percentage belongs, and refused elsewhere."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from models.access import Role, Viewer
from models.errors import InputError
from models.services.files.upload import Upload
from models.services.promises import observations, targets

STEWARD, TODAY = Viewer("tovholder", Role.STEWARD), date(2016, 6, 1)
SHARE, COUNT = "HOV-T1-C1", "HOV-T1-C3"
TARGET = ("criterion_id", "target", "due", "baseline", "baseline_on")


def book(header, row, *percents):
    work, content = Workbook(), BytesIO()
    work.active.append(header)
    work.active.append(row)
    for cell in percents:
        work.active[cell].number_format = "0%"
    work.save(content)
    return Upload("values.xlsx", content.getvalue())


def target(criterion, value, baseline):
    row = (criterion, value, date(2016, 12, 31), baseline, date(2013, 1, 1))
    return book(TARGET, row, "B2", "D2")


def observation(criterion, value):
    return book(("criterion_id", "ref", "value"), (criterion, date(2015, 12, 31), value), "C2")


def test_a_percentage_in_a_cell_is_stored_as_it_is_shown(db):
    targets.import_targets(db, target(SHARE, 0.8, 0.4), by=STEWARD, on=TODAY)
    (adopted,) = targets.history(db, SHARE, by=STEWARD)
    assert (adopted.target, adopted.baseline) == (80, 40)
    observations.import_observations(db, observation(SHARE, 0.45), by=STEWARD, on=TODAY)
    assert observations.of(db, SHARE, by=STEWARD)[0].value == 45


def test_a_percentage_for_a_count_is_refused(db):
    with pytest.raises(InputError, match="kolonne baseline: cellen viser 200 %"):
        targets.import_targets(db, target(COUNT, 3, 2), by=STEWARD, on=TODAY)
    with pytest.raises(InputError, match="kolonne value: cellen viser 300 %"):
        observations.import_observations(db, observation(COUNT, 3), by=STEWARD, on=TODAY)


def test_a_target_for_a_count_is_whole(db):
    file = Upload("t.csv", f"criterion_id;target;due\n{COUNT};1,5;31-12-2016\n".encode())
    with pytest.raises(InputError, match="et antal er et helt tal"):
        targets.import_targets(db, file, by=STEWARD, on=TODAY)
