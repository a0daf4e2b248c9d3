import altair as alt
import pytest

from models.charts.style import dress, fixed, locale
from models.wording import LANGUAGES, words


def test_danish_charts_write_a_decimal_comma_and_danish_months():
    danish = locale("da")
    assert danish["number"]["decimal"] == ","
    assert danish["number"]["thousands"] == "."
    assert danish["time"]["months"][4] == "maj"
    assert danish["time"]["days"][0] == "søndag"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_configuration_speaks_the_readers_language(language):
    assert dress("light", words(language)).to_dict()["locale"] == locale(language)


def test_a_chart_sent_unchecked_is_the_chart_that_was_checked():
    mark = (
        alt.Chart(alt.Data(values=[{"n": 1}]))
        .mark_point()
        .encode(x=alt.X("n", type="quantitative"))
    )
    checked = alt.LayerChart(layer=[mark]).to_dict()
    assert fixed(alt.LayerChart(layer=[mark])).to_dict() == checked
