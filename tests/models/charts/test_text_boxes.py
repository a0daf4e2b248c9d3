from models.charts.chart_file import drawing
from models.charts.style import fixed
from tests.models.charts.boxes import collisions, cut
from tests.models.charts.examples import charts

WIDTHS = (360, 640, 1100)


def test_no_text_of_a_chart_meets_another_or_is_cut_however_long_and_narrow():
    faults = {}
    for name, chart in charts("da").items():
        for width in WIDTHS:
            svg = drawing(fixed(chart), width=width)
            faults[name, width] = (*collisions(svg), *cut(svg))
    assert {place: texts for place, texts in faults.items() if texts} == {}


def test_the_measure_sees_texts_that_meet_and_texts_that_are_cut():
    text = '<text transform="translate({},20)" font-size="13px">Langt navn</text>'
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">{}</svg>'
    assert collisions(svg.format(text.format(10) + text.format(40)))
    assert not collisions(svg.format(text.format(10) + text.format(110)))
    assert cut(svg.format(text.format(160))) == ["Langt navn"]
