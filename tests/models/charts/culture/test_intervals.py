import pytest

from models.charts.culture import intervals
from models.charts.culture.intervals import Dot, Mark
from models.charts.palette import palette
from models.wording import words
from tests.models.charts.reading import rows

DA = words("da")
UP = Dot("Hospital A", "62 (60–64)", 62, 60, 64, Mark.UP, "over")


def chart(*dots, mode="light", **more):
    return intervals.intervals(dots, mode=mode, words=DA, **more)


def test_a_dot_holds_its_figure_and_its_interval():
    (row,) = rows(chart(UP))
    assert (row["value"], row["low"], row["high"], row["figure_0"]) == (62, 60, 64, "62 (60–64)")


def test_without_an_interval_the_line_is_the_dot():
    (row,) = rows(chart(Dot("A", "62", 62)))
    assert (row["low"], row["high"]) == (62, 62)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_cannot_be_told_apart_is_hollow(mode):
    (row,) = rows(chart(Dot("A", "62", 62, mark=Mark.HOLLOW), mode=mode))
    assert (row["fill"], row["stroke"]) == (palette(mode).background, palette(mode).ink2)


def test_above_and_below_differ_in_shape_and_colour():
    points = rows(chart(UP, Dot("B", "40", 40, mark=Mark.DOWN)))
    assert len({(row["shape"], row["fill"]) for row in points}) == 2
    assert len({row["shape"] for row in points}) == 2


def test_a_sure_but_small_difference_is_filled_and_grey():
    (row,) = rows(chart(Dot("A", "+2", 2, mark=Mark.QUIET), domain=(-10, 10)))
    assert row["fill"] == palette("light").ink2


def test_what_the_figures_are_compared_with_is_drawn_through_every_row():
    with_line, without = chart(UP, beside=55), chart(UP)
    assert len(with_line.to_dict()["layer"]) == len(without.to_dict()["layer"]) + 1


def test_a_long_scale_has_few_ticks_and_a_short_one_enough():
    def ticks(*domain):
        layer = chart(UP, domain=domain).to_dict()["layer"][0]
        return layer["encoding"]["x"]["axis"]["values"]

    assert ticks(0, 100) == [0, 20, 40, 60, 80, 100]
    assert ticks(40, 60) == [40, 45, 50, 55, 60]
    assert ticks(-100, 1000) == list(range(-100, 1001, 50))


def test_the_table_says_what_the_marks_mean_and_has_the_ends_of_the_intervals():
    up, bare = intervals.table([UP, Dot("B", "40", 40, note="9 svar")], DA)
    assert (up["Tal med interval"], up["Forskel"]) == ("62 (60–64)", "over")
    assert (up["Fra"], up["Til"]) == (60, 64)
    assert (bare["Navn"], bare["Fra"]) == ("B, 9 svar", None)
