import pytest

from models.charts.culture import bars
from models.charts.culture.bars import Bar
from models.charts.palette import palette
from models.wording import words
from tests.models.charts.reading import rows

DA = words("da")
SHARE = Bar("Har foreslået noget", "41 %", 41, 38, 44, beside=36)


def chart(*figures, mode="light"):
    return bars.bars(figures, longest=60, mode=mode, words=DA)


def test_a_bar_holds_its_figure_its_interval_and_what_it_is_beside():
    (row,) = rows(chart(SHARE))
    assert (row["value"], row["low"], row["high"], row["beside"]) == (41, 38, 44, 36)


def test_bars_stand_in_the_order_given():
    lines = rows(chart(SHARE, Bar("A", "9", 9)))
    assert [row["name_0"] for row in lines] == ["Har foreslået noget", "A"]
    assert lines[0]["at_0"] < lines[1]["at_0"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_of_a_level_has_the_levels_colour(mode):
    (row,) = rows(chart(Bar("4 Integreret", "2", 2, level=4), mode=mode))
    assert row["fill"] == palette(mode).level[3]


def test_a_hollow_bar_is_only_an_outline():
    (row,) = rows(chart(Bar("3–4", "2", 2, level=3, hollow=True)))
    assert (row["fill"], row["edge"]) == (palette("light").background, palette("light").line_strong)


def test_the_table_has_the_figures_in_words_and_as_numbers():
    (row,) = bars.table([Bar("A", "41 %", 41.26)], DA)
    assert row == {"Navn": "A", "Tal med interval": "41 %", "Værdi": 41.3, "Fra": None, "Til": None}
