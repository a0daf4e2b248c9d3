from dataclasses import replace

import pytest

from models.charts.culture.dimension_words import Comparison, DimensionDot, alt_text, headline
from models.charts.culture.dimensions import PAPER, SCREEN, dimension_chart, fixed_chart, svg
from models.charts.palette import palette
from models.wording import words
from survey.release.figure import Figure

DA = words("da")
ENDS = ("Slet ikke", "I ringe grad", "I nogen grad", "I høj grad", "I meget høj grad")
HOSPITAL, REGION = Figure(mean=57), Figure(mean=56)
LIKE = DimensionDot("Tillid", Figure(mean=58, low=52, high=64), HOSPITAL, REGION, 0)
ABOVE = DimensionDot("Mod", Figure(mean=70, low=66, high=74), HOSPITAL, REGION, 1)
BELOW = DimensionDot("Støtte", Figure(mean=40, low=36, high=44), HOSPITAL, REGION, -1)
HIDDEN = DimensionDot("Anerkendelse", Figure(), HOSPITAL, REGION, 0)
WARD = Comparison("Afsnit 3", "Nordsygehuset", "hele regionen", "Kilde: Forår 2015.")


def spec_of(*dots, mode="light", layout=SCREEN, comparison=WARD):
    spec = dimension_chart(dots, comparison, ends=ENDS, mode=mode, words=DA, layout=layout)
    return spec.to_dict()


def rows(spec, column):
    return [row[column] for table in spec["datasets"].values() for row in table if column in row]


def legend(spec):
    columns = [layer["mark"].get("text", []) for layer in spec["layer"]]
    return [text for column in columns for text in column]


def test_every_dimension_has_a_row_in_the_order_given():
    spec = spec_of(ABOVE, HIDDEN, LIKE)
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"][1:] == [
        "Mod",
        "Anerkendelse",
        "Tillid",
    ]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_stands_out_has_a_shape_and_a_colour_of_its_own(mode):
    spec, ink = spec_of(ABOVE, BELOW, LIKE, mode=mode), palette(mode)
    assert rows(spec, "shape") == ["triangle-up", "triangle-down", "circle"]
    assert rows(spec, "colour") == [ink.primary, ink.categorical[1], ink.ink2]


def test_what_cannot_be_told_apart_is_hollow():
    assert rows(spec_of(LIKE), "inside") == [palette("light").background]


def test_a_hidden_dimension_keeps_its_row_without_a_dot():
    spec = spec_of(HIDDEN)
    assert rows(spec, "mean") == [None]
    assert rows(spec, "figure") == ["skjult"]


def test_the_title_is_the_finding():
    title = spec_of(ABOVE, LIKE, BELOW)["title"]["text"]
    assert " ".join(title) == "1 af 3 emner ligger sikkert over regionen, 1 sikkert under"


def test_no_difference_is_a_finding_too():
    assert headline([LIKE], DA) == "Ingen af de 1 emner skiller sig sikkert ud fra regionen"


def test_nothing_published_is_said_in_the_title():
    assert headline([HIDDEN], DA) == "Ingen tal kan vises for enheden"


@pytest.mark.parametrize("layout", [SCREEN, PAPER])
def test_the_legend_names_only_who_is_drawn(layout):
    texts = legend(spec_of(LIKE, layout=layout, comparison=replace(WARD, hospital="")))
    assert "hele regionen" in texts
    assert "Nordsygehuset" not in texts


def test_a_long_name_in_the_legend_is_cut():
    long = replace(WARD, hospital="Universitetshospitalet i Nordkøbing")
    assert legend(spec_of(LIKE, comparison=long))[-1] == "Universitetshospitalet i N…"


def test_on_paper_the_picture_is_a_drawing_with_its_names_escaped():
    chart = dimension_chart([replace(LIKE, name="<b>Tillid</b>")], WARD, ends=ENDS, mode="light",
                       words=DA, layout=PAPER)  # fmt: skip
    assert "&lt;b&gt;Tillid" in svg(chart)


def test_the_picture_is_told_in_words_from_the_same_numbers():
    sentence = alt_text([ABOVE], WARD, DA)
    assert sentence.endswith("Mod: 70 (66–74), sikkert over regionen; hospitalet 57, regionen 56.")


def test_without_a_hospital_none_is_told():
    assert "hospitalet" not in alt_text([BELOW, LIKE], replace(WARD, hospital=""), DA)


def test_a_chart_once_written_is_written_the_same_again():
    chart = dimension_chart([LIKE, ABOVE], WARD, ends=ENDS, mode="light", words=DA)
    expected = chart.to_dict()
    copy = fixed_chart(chart)
    copy.to_dict()["layer"].clear()
    assert copy.to_dict(format="vega-lite") == expected
