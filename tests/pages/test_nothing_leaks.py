"""All that a demo wave sends to the browser, put together and attacked."""

import shutil
import sqlite3

import pandas as pd
import pyarrow as pa
import pytest
import streamlit as st
from numpy.random import default_rng

from models.access import Role
from models.services.opening import opened
from models.storage import releases
from survey.asking.instruments import load
from survey.disclosure.attacking.attack import attack
from survey.release.cells import FAMILY
from survey.scoring.scored_responses import INDEX

K = 5
DIMENSIONS = {
    dimension.name["da"].split(":")[0]: dimension.id for dimension in load("rik-30").dimensions
}
PAGES = (
    (Role.DEPARTMENT, "department/own_culture"),
    (Role.LEADERSHIP, "leadership/culture"),
    (Role.LEADERSHIP, "leadership/culture_method"),
    (Role.COMMITTEE, "committee/annual_status"),
)


@pytest.fixture
def on_demo(demo_database, own_database, open_app):
    """open_app on the demo region; `own_database` may be changed."""
    shutil.copy(demo_database, own_database.removeprefix("sqlite:///"))
    return open_app


def rows_of(url, query):
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        return pd.read_sql(query, connection)


@pytest.fixture
def units(own_database, on_demo):
    return rows_of(own_database, "select id, parent_id, name, kind from units").set_index("id")


@pytest.fixture
def published(own_database, on_demo):
    """The newest release, by unit and measure."""
    with opened(own_database) as db:
        newest = max(releases.heads(db), key=lambda head: head.released_on)
        cells = releases.cells(db, newest.wave_id, family=FAMILY)
    return cells.set_index(["unit_id", "measure"], drop=False)


def charts(app):
    """The rows of every chart's data, as the browser gets them."""
    for chart in app.get("vega_lite_chart"):
        for dataset in chart.proto.datasets:
            yield pa.ipc.open_stream(dataset.data.data).read_all().to_pandas()


def messages(app):
    """All that the page sends to the browser, in its order."""
    # A file that is made when somebody asks for it has a new random address every time.
    protos = (element.proto for element in app.main if element.type != "download_button")
    return [proto.SerializeToString() for proto in protos if proto is not None]


def nearest(unit_id, units, published):
    """Whose figures a unit sees: its own, or those of the nearest unit above that has some."""
    while (unit_id, INDEX) not in published.index:
        unit_id = units.loc[unit_id, "parent_id"]
    return unit_id


def seen_by(app, unit_id, units, published):
    """The cells behind the chart of a unit's own page; each figure must be one of them."""
    place = nearest(unit_id, units, published)
    for rows in charts(app):
        for row in rows.to_dict("records") if "mean" in rows else ():
            cell = published.loc[place, DIMENSIONS[row["dimension"].split(":")[0]]]
            assert (row["mean"], row["low"], row["high"]) == (
                cell["mean"],
                cell["low"],
                cell["high"],
            )
            yield cell


def some_units(units):
    """Twelve units, small ones and large ones, hidden ones among them."""
    return default_rng(1).choice(units.index[units["kind"] == "section"], 12, replace=False)


def test_whoever_collects_every_chart_finds_nobody(on_demo, units, published):
    cells = []
    for unit_id in some_units(units):
        app = on_demo(Role.DEPARTMENT, "department/own_culture", unit=unit_id)
        cells += seen_by(app, unit_id, units, published)
    collected = pd.DataFrame(cells).drop_duplicates(["unit_id", "measure"])
    parents = {unit_id: above if isinstance(above, str) else None
               for unit_id, above in units["parent_id"].items()}  # fmt: skip
    assert len(collected) > 50
    assert attack(collected, parents, k=K) == ()


def test_leaderships_chart_holds_published_figures_and_no_hidden_unit(on_demo, units, published):
    app = on_demo(Role.LEADERSHIP, "leadership/culture")
    (rows,) = [rows for rows in charts(app) if "value" in rows]
    ids = {name: unit_id for unit_id, name in units["name"].items()}
    for row in rows.to_dict("records"):
        cell = published.loc[ids[row["name_3"].replace("\n", " ")], INDEX]
        n = row["note_3"].removesuffix(" svar").replace(".", "")
        assert (int(n), row["value"]) == (cell["n"], cell["mean"])


@pytest.mark.parametrize(("role", "page"), PAGES)
def test_a_page_of_results_is_the_same_when_every_raw_answer_is_gone(
    on_demo, own_database, units, role, page
):
    unit_id = units.index[-1]
    before = messages(on_demo(role, page, unit=unit_id))
    with sqlite3.connect(own_database.removeprefix("sqlite:///")) as connection:
        connection.execute("delete from responses")
    st.cache_resource.clear()
    assert messages(on_demo(role, page, unit=unit_id)) == before
