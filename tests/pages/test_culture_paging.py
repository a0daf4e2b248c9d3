import io
import re
from datetime import date

import pandas as pd
import pytest

from models.access import Role
from pages.parts.culture import release_facts
from pages.shell.database import database
from survey.asking.organisation import Unit
from survey.release.cells import CROSSING
from tests.models.services.culture.culture_builders import LEADERSHIP, a_cell, cells, release
from tests.pages.texts import html_text

NUMBER, BEST = 120, "H110"
IDS = [f"H{n}" for n in range(1, NUMBER + 1)]
MEANS = {unit_id: 71 if unit_id == BEST else 51 for unit_id in IDS}
MANY = (
    Unit("R", None, "Regionen", "region", 100 * NUMBER),
    *(Unit(unit_id, "R", f"Hospital {unit_id[1:]}", "hospital", 100) for unit_id in IDS),
)
CELLS = cells(
    a_cell("R", n=50 * NUMBER),
    *(a_cell(unit_id, mean=mean, low=mean - 3, high=mean + 3, predicted=mean)
      for unit_id, mean in MEANS.items()),
    a_cell("R", group="2", n=50),
    *(a_cell(unit_id, group="2") for unit_id in IDS),
)  # fmt: skip
LAST = 100
TABLES = (
    ("culture", "culture_view", "map"),
    ("culture", "culture_view", "change"),
    ("culture", "culture_view", "participation"),
    ("culture_method", "method_view", "groups"),
)


@pytest.fixture
def opened(open_app):
    """opened("culture", "culture_view", "map") -> AppTest on a region of many hospitals."""

    def app(page="culture", key="culture_view", view="map"):
        with database() as db:
            release(db, cell_rows=CELLS, structure=MANY)
            release(db, "kultur-2024", closes_on=date(2024, 3, 9), cell_rows=CELLS, structure=MANY)
        app = open_app(Role.LEADERSHIP, f"leadership/{page}")
        app.session_state[key] = view
        return app.run()

    return app


def table(app):
    """The long table of a page, as HTML."""
    blocks = [element.proto.body for element in app.get("html")]
    longest = max((block for block in blocks if "<table" in block), key=len)
    # After the map stands the same for a phone.
    return longest.partition('<table class="pj pj-map pj-brief"')[0]


def row_ids(app):
    """The hospitals in it, in their order."""
    heads = re.findall(r'<th scope="row">(.*?)</th>', table(app))
    return [f"H{match[1]}" for head in heads if (match := re.search(r"Hospital (\d+)", head))]


def turned(app, start):
    """The page that begins from a row."""
    (picker,) = [box for box in app.selectbox if box.label == "Vis enheder"]
    app = picker.select(start).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("place", TABLES, ids=lambda place: place[2])
def test_a_long_table_is_drawn_fifty_rows_at_a_time_and_none_is_left_out(opened, place):
    app = opened(*place)
    pages = [row_ids(turned(app, start)) for start in (0, 50, LAST)]
    assert max(map(len, pages)) <= 50
    assert sorted(unit_id for page in pages for unit_id in page) == sorted(IDS)


@pytest.mark.parametrize("place", TABLES, ids=lambda place: place[2])
def test_a_part_of_a_table_says_which_part_of_how_many(opened, place):
    app = opened(*place)
    assert re.search(r"<caption[^>]*>[^<]*Her er enhed 1–50 af 12\d", table(app))
    assert any("Vælg de næste" in element.value for element in app.caption)


def test_what_the_map_says_counts_the_units_that_are_not_drawn_too(opened):
    text = html_text(opened())
    assert "1 af 120 enheder ligger sikkert over" in text


def test_the_units_are_sorted_before_they_are_parted(opened):
    assert row_ids(opened())[0] == BEST


def test_a_part_stands_in_the_address_and_another_order_begins_from_the_first_row(opened):
    app = turned(opened(), LAST)
    assert app.query_params["from"] == "101"
    app.selectbox(key="culture_sort").select("").run()
    assert row_ids(app) == IDS[:50]


def test_a_figure_of_a_unit_that_is_not_drawn_can_be_opened(opened):
    app = opened()
    app.selectbox(key="opened_unit").select("H120").run()
    assert not app.exception
    assert app.selectbox(key="opened_unit").value == "H120"


def test_the_chart_beside_a_figure_draws_the_units_of_the_table(opened):
    texts = [html.proto.body for html in opened().get("html")]
    (table,) = (text for text in texts if '<table class="pj pj-figures"' in text)
    assert table.count(" svar</th>") == 50


@pytest.mark.parametrize("family", ["organisation", CROSSING])
def test_the_file_holds_every_unit_and_not_only_those_drawn(opened, family):
    opened()
    file = release_facts.figures_csv("kultur-2026", ["R", *IDS], family=family, by=LEADERSHIP)
    frame = pd.read_csv(io.BytesIO(file))
    assert set(frame["unit_id"]) == {"R", *IDS}
    assert set(frame["family"]) == {family}


def test_the_file_holds_no_unit_beside_those_asked_for(opened):
    opened()
    frame = pd.read_csv(
        io.BytesIO(release_facts.figures_csv("kultur-2026", ["H1", "H2"], by=LEADERSHIP))
    )
    assert set(frame["unit_id"]) == {"H1", "H2"}


def test_a_short_table_is_not_parted(open_app):
    with database() as db:
        release(db)
    app = open_app(Role.LEADERSHIP, "leadership/culture")
    assert "Vis enheder" not in [box.label for box in app.selectbox]
