from math import nan

import pytest

from models.services.culture.level_gate import held
from models.services.culture.results import by_key
from survey.asking import instrument as instruments
from tests.models.services.culture.culture_builders import a_cell, cells

RIK = instruments.load("rik-30")


def index(levels, **figures):
    """A region with these levels in its first dimensions."""
    usual = {"mean": 62, "predicted": 62, "level": 3}
    dimensions = [one.id for one in RIK.dimensions]
    rows = (a_cell("R", d, level=level) for d, level in zip(dimensions, levels, strict=False))
    return by_key(cells(a_cell("R", **usual | figures), *rows))


def test_the_gate_that_binds_is_named():
    found = held(index([3] * 8 + [1]), "R", RIK)
    assert (found.ungated, found.gate.level, found.gate.below) == (4, 4, ("NYT",))


def test_a_hidden_dimension_does_not_help():
    assert held(index([3] * 5), "R", RIK).gate.met == 5


def test_nothing_holds_a_level_that_the_dimensions_carry():
    assert held(index([3] * 9, level=4), "R", RIK) is None


@pytest.mark.parametrize("missing", ["level", "predicted"])
def test_without_a_level_there_is_nothing_to_explain(missing):
    assert held(index([3] * 9, **{missing: nan}), "R", RIK) is None


def test_a_hidden_index_has_nothing_to_explain():
    assert held({}, "R", RIK) is None
