from dataclasses import replace

import pytest

from models.charts.chart_file import drawing
from models.charts.culture.dimension_words import (
    Comparison,
    DimensionDot,
    alt_text,
    chart_reading,
    headline,
)
from models.charts.culture.dimensions import PAPER, dimension_chart, dimension_table
from models.charts.palette import palette
from models.charts.style import fixed
from models.wording import words
from survey.release.figure import Figure
from tests.models.charts.reading import column, rows

DA = words("da")
ENDS = ("Slet ikke", "I ringe grad", "I nogen grad", "I høj grad", "I meget høj grad")
HOSPITAL, REGION = Figure(mean=57), Figure(mean=56)
LIKE = DimensionDot("Tillid", Figure(mean=58, low=52, high=64), HOSPITAL, REGION, 0)
ABOVE = DimensionDot("Mod", Figure(mean=70, low=66, high=74), HOSPITAL, REGION, 1)
BELOW = DimensionDot("Støtte", Figure(mean=40, low=36, high=44), HOSPITAL, REGION, -1)
HIDDEN = DimensionDot("Anerkendelse", Figure(), HOSPITAL, REGION, 0)
WARD = Comparison("Afsnit 3", "Nordsygehuset", "hele regionen", "Kilde: Forår 2015.")
WHOLE = Comparison("Regionen", "", "", "Kilde: Forår 2015.")


def chart_of(*dots, mode="light", comparison=WARD):
    return dimension_chart(dots, comparison, ends=ENDS, mode=mode, words=DA)


def test_every_dimension_has_a_row_in_the_order_given():
    lines = rows(chart_of(ABOVE, HIDDEN, LIKE))
    assert [row["name_3"] for row in lines] == ["Mod", "Anerkendelse", "Tillid"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_stands_out_has_a_shape_and_a_colour_of_its_own(mode):
    lines, ink = rows(chart_of(ABOVE, BELOW, LIKE, mode=mode)), palette(mode)
    assert [row["shape"] for row in lines] == ["triangle-up", "triangle-down", "circle"]
    assert [row["colour"] for row in lines] == [ink.primary, ink.categorical[1], ink.ink2]


def test_what_cannot_be_told_apart_is_hollow():
    (row,) = rows(chart_of(LIKE))
    assert row["inside"] == palette("light").background


def test_a_hidden_dimension_keeps_its_row_without_a_dot():
    (row,) = rows(chart_of(HIDDEN))
    assert (row["mean"], row["figure_0"]) == (None, "skjult")


def test_the_finding_counts_what_is_above_and_what_is_below():
    text = "1 af 3 emner ligger sikkert over regionen, 1 sikkert under"
    assert headline([ABOVE, LIKE, BELOW], WARD, DA) == text
    assert chart_reading(WARD, DA) == "Afsnit 3. Gennemsnit fra 0 til 100."


def test_no_difference_is_a_finding_too():
    assert headline([LIKE], WARD, DA) == "Ingen af de 1 emner skiller sig sikkert ud fra regionen"


def test_nothing_published_is_said_in_the_title():
    assert headline([HIDDEN], WARD, DA) == "Ingen tal kan vises for enheden"


def test_the_legend_names_only_who_is_lines():
    texts = column(chart_of(LIKE, comparison=replace(WARD, hospital="")), "text_0")
    assert "hele regionen" in texts
    assert "Nordsygehuset" not in texts


def test_words_stand_between_the_ends_of_the_scale_only_where_there_is_room():
    layer = chart_of(LIKE).to_dict()["layer"][0]
    labels = layer["encoding"]["x"]["axis"]["labelExpr"]
    assert labels.count("nogen") == 3
    assert labels.count("Slet ikke") == 4


def test_on_paper_the_picture_is_a_drawing_with_its_names_escaped():
    chart = dimension_chart([replace(LIKE, name="<b>Tillid</b>")], WARD, ends=ENDS, mode="light",
                       words=DA, look=PAPER)  # fmt: skip
    assert "&lt;b&gt;Tillid" in drawing(chart, width=640)


def test_the_picture_is_told_in_words_from_the_same_numbers():
    sentence = alt_text([ABOVE], WARD, DA)
    assert sentence.endswith("Mod: 70 (66–74), sikkert over regionen; hospitalet 57, regionen 56.")


def test_without_a_hospital_none_is_told():
    assert "hospitalet" not in alt_text([BELOW, LIKE], replace(WARD, hospital=""), DA)


def test_the_table_has_a_column_for_each_who_is_lines_and_nothing_of_what_is_hidden():
    above, hidden = dimension_table([ABOVE, HIDDEN], WARD, DA)
    assert (above["Afsnit 3"], above["Nordsygehuset"]) == (70, 57)
    assert (hidden["Afsnit 3"], hidden["Fra"]) == (None, None)
    (alone,) = dimension_table([LIKE], replace(WARD, hospital="", region=""), DA)
    assert set(alone) == {"Emne", "Tal med interval", "Afsnit 3", "Fra", "Til"}


def test_the_region_is_compared_with_nothing():
    low, high = (replace(LIKE, name=name, own=replace(LIKE.own, mean=n)) for name, n in
                 (("Tid", 44), ("Tillid", 62)))  # fmt: skip
    chart = chart_of(low, high, comparison=WHOLE)
    assert {(row["region"], row["inside"]) for row in rows(chart)} == {
        (None, palette("light").primary)
    }
    assert "regionen" not in " ".join(column(chart, "text_0"))
    finding = "Tillid ligger højest (62), og Tid ligger lavest (44)"
    assert headline([low, HIDDEN, high], WHOLE, DA) == finding
    assert headline([low, low], WHOLE, DA) == "Alle emner ligger på 44"
    assert alt_text([low, high], WHOLE, DA).startswith(f"Regionen: {finding}. Tid: 44")


def test_a_chart_once_written_is_written_the_same_again():
    chart = chart_of(LIKE, ABOVE)
    expected = chart.to_dict()
    copy = fixed(chart)
    copy.to_dict()["layer"].clear()
    assert copy.to_dict(format="vega-lite") == expected
