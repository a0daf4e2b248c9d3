from xml.etree import ElementTree as ET

from models.charts.chart_file import Caption, captioned, png, svg, tenths
from models.charts.style import fixed
from models.wording import words
from tests.models.charts.boxes import SVG, boxes, collisions, cut
from tests.models.charts.examples import charts

DA = words("da")
MARK = "Opdigtede data: intet her handler om en virkelig region."
CAPTION = Caption("To & to er <fire>", "Andel i procent.", "Kilde: Forår 2015.", invented=True)


def test_a_picture_carries_its_finding_its_unit_its_source_and_the_mark_of_invented_data():
    picture = svg(fixed(charts("da")["bars"]), CAPTION, DA)
    texts = {box.text for box in boxes(picture)}
    assert texts >= {CAPTION.finding, CAPTION.reading, CAPTION.source, MARK}
    assert (collisions(picture), cut(picture)) == ([], [])


def test_a_picture_names_itself_for_whoever_does_not_see_it_and_nothing_of_it_is_english():
    root = ET.fromstring(svg(fixed(charts("da")["bars"]), CAPTION, DA))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == CAPTION.finding
    assert CAPTION.source in root.find(f"{SVG}desc").text


def test_a_picture_in_pixels_is_a_png():
    assert png(fixed(charts("da")["bars"]), CAPTION, DA).startswith(b"\x89PNG")


def test_every_row_of_a_table_says_whose_it_is():
    (row,) = captioned([{"Navn": "A"}], CAPTION, DA)
    assert row == {
        "Navn": "A",
        "Figur": CAPTION.finding,
        "Læses sådan": CAPTION.reading,
        "Kilde": CAPTION.source,
        "Data": MARK,
    }
    (real,) = captioned([{"Navn": "A"}], Caption("F", "", ""), DA)
    assert "Data" not in real


def test_a_number_of_a_table_has_one_decimal_and_a_missing_value_is_none():
    assert [tenths(value) for value in (41.26, None, float("nan"))] == [41.3, None, None]
