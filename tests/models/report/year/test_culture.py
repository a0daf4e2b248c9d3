import pandas as pd
import pytest

from models.report.year.culture import culture_of
from tests.models.report.year.outcomes import day

NAMES = {"TRU": {"da": "Tillid"}, "RIS": {"da": "Mod"}}


@pytest.fixture
def cells():
    rows = [("R", "RIS", 20, 55.0), ("R", "TRU", 21, float("nan")), ("A", "TRU", 9, 60.0)]
    frame = pd.DataFrame(rows, columns=["unit_id", "measure", "n", "mean"])
    return frame.assign(family="organisation")


def test_only_the_published_means_of_the_unit_are_taken(cells):
    culture = culture_of(
        cells, NAMES, unit_id="R", wave_name="2016", closes_on=day(2016), validated=False
    )
    assert [(line.dimension_id, line.mean, line.n) for line in culture.lines] == [("RIS", 55, 20)]
