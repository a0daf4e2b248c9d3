import pytest

from models.charts.culture import bars
from models.charts.culture.bars import Bar
from models.charts.palette import palette
from models.wording import words
from tests.models.charts.reading import rows, title

DA = words("da")
SHARE = Bar("Har foreslået noget", "41 %", 41, 38, 44, beside=36)


def chart(*figures, mode="light"):
    return bars.bars(figures, title="Fundet", subtitle="", longest=60, mode=mode, words=DA)


def test_a_bar_holds_its_figure_its_interval_and_what_it_is_beside():
    (row,) = rows(chart(SHARE))
    assert (row["value"], row["low"], row["high"], row["beside"]) == (41, 38, 44, 36)


def test_bars_stand_in_the_order_given():
    assert [row["name"] for row in rows(chart(SHARE, Bar("A", "9", 9)))][-1] == "A"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_of_a_level_has_the_levels_colour(mode):
    (row,) = rows(chart(Bar("4 Integreret", "2", 2, level=4), mode=mode))
    assert row["fill"] == palette(mode).sequential[3]


def test_a_hollow_bar_is_only_an_outline():
    (row,) = rows(chart(Bar("3–4", "2", 2, level=3, hollow=True)))
    assert (row["fill"], row["edge"]) == (palette("light").background, palette("light").line_strong)


def test_a_long_name_is_shortened_in_the_picture_and_told_whole_in_words():
    long = Bar("Meget lange navne " * 5, "9", 9)
    assert rows(chart(long))[0]["name"].endswith("…")
    assert long.name in bars.alt_text([long], title="T")


def test_the_title_is_the_finding():
    assert title(chart(SHARE)) == "Fundet"


def test_the_bars_are_told_in_words_from_the_same_figures():
    assert bars.alt_text([SHARE], title="Fundet") == "Fundet. Har foreslået noget: 41 %."
