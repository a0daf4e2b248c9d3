from math import nan

import pytest

from models.services.culture.level_gate import gate_of
from survey.asking import instruments
from survey.release.figure import by_place
from tests.models.services.culture.culture_builders import a_cell, cells

RIK = instruments.load("rik-30")


def index(levels, **figures):
    """A region with these levels in its first dimensions."""
    usual = {"mean": 62, "predicted": 62, "level": 3}
    dimensions = [dimension.id for dimension in RIK.dimensions]
    rows = (a_cell("R", d, level=level) for d, level in zip(dimensions, levels, strict=False))
    figures_by_place = by_place(cells(a_cell("R", **usual | figures), *rows))
    return {measure: figure for (_unit, _group, measure), figure in figures_by_place.items()}


def test_the_gate_that_binds_is_named():
    held_back = gate_of(index([3] * 8 + [1]), RIK)
    assert (held_back.ungated, held_back.gate.level, held_back.gate.below) == (4, 4, ("NYT",))


def test_a_hidden_dimension_does_not_help():
    assert gate_of(index([3] * 5), RIK).gate.met == 5


def test_nothing_holds_a_level_that_the_dimensions_carry():
    assert gate_of(index([3] * 9, level=4), RIK) is None


@pytest.mark.parametrize("missing", ["level", "predicted"])
def test_without_a_level_there_is_nothing_to_explain(missing):
    assert gate_of(index([3] * 9, **{missing: nan}), RIK) is None


def test_a_hidden_index_has_nothing_to_explain():
    assert gate_of({}, RIK) is None
