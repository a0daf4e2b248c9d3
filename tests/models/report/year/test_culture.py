import pandas as pd
import pytest

from models.report.year.culture import culture_of
from survey.release.cells import FIGURES, KEYS
from survey.release.figure import Figure
from tests.models.report.year.outcomes import day

NAMES = {"TRU": {"da": "Tillid"}, "RIS": {"da": "Mod"}}


@pytest.fixture
def cells():
    rows = [("R", "RIS", 20, 55.0), ("R", "TRU", 21, float("nan")), ("A", "TRU", 9, 60.0)]
    frame = pd.DataFrame(rows, columns=["unit_id", "measure", "n", "mean"])
    frame = frame.reindex(columns=[*KEYS, *FIGURES])
    return frame.assign(family="organisation", group="")


def test_only_the_published_means_of_the_unit_are_taken(cells):
    culture = culture_of(
        cells, NAMES, unit_id="R", wave_name="2016", closes_on=day(2016), validated=False
    )
    (line,) = culture.lines
    assert (line.dimension_id, line.figure) == ("RIS", Figure(mean=55, n=20))
