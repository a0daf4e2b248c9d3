import pytest

from survey.asking.instrument import UnknownItem
from tests.survey.builders import CULTURE


def test_items_and_dimensions_are_found_by_id():
    assert CULTURE.item("FUN1").scale == "yesno"
    assert [item.id for item in CULTURE.dimension("DIG").items] == ["DIG1", "DIG2", "DIG3"]


def test_an_unknown_item_or_dimension_is_named():
    with pytest.raises(UnknownItem, match="TRU9"):
        CULTURE.item("TRU9")
    with pytest.raises(UnknownItem, match="ABC"):
        CULTURE.dimension("ABC")


def test_zero_is_the_opt_out_on_one_scale_and_a_point_on_another():
    assert CULTURE.scale("extent").answers == (1, 2, 3, 4, 5, 0)
    assert CULTURE.scale("eleven").answers == tuple(range(11))


def test_dimensions_are_asked_before_everything_else():
    assert [screen.id for screen in CULTURE.screens] == [
        *(dimension.id for dimension in CULTURE.dimensions),
        "funnel",
        "overall",
        "background",
    ]
