"""However large the tree, one chooses a unit in a few short lists."""

import pytest
from streamlit.testing.v1 import AppTest


def script(wide, options):
    from pages.shell.unit_picker import unit_picker  # noqa: PLC0415 - the script of a page
    from survey.asking.organisation import Unit, join_units  # noqa: PLC0415

    units = [Unit("R", None, "Regionen", "region"), Unit("H", "R", "Nord", "hospital")]
    units += [Unit("A", "H", "Kirurgi", "department"), Unit("B", "H", "Medicin", "department")]
    units += [Unit("A1", "A", "Afsnit 1", "section")]
    units += [Unit(f"W{n}", "R", f"Hus {n}", "hospital") for n in range(wide)]
    chosen = unit_picker(join_units(units), key="unit", label="Enhed", **options)
    import streamlit as st  # noqa: PLC0415

    st.text(chosen.id)


@pytest.fixture
def picker(monkeypatch):
    monkeypatch.setenv("PEJLING_DATABASE_URL", "sqlite://")

    def opened(*, wide=0, chosen=None, **options):
        app = AppTest.from_function(script, kwargs={"wide": wide, "options": options})
        if chosen:
            app.session_state["unit"] = chosen
        return app.run()

    return opened


def lists(app):
    return [box.options for box in app.selectbox]


def test_the_top_is_chosen_until_somebody_chooses(picker):
    app = picker()
    assert app.text[0].value == "R"
    assert lists(app) == [["Hele Regionen", "Nord"]]


def test_each_choice_opens_the_next_list(picker):
    app = picker()
    app.selectbox[0].set_value("H").run()
    assert app.text[0].value == "H"
    assert lists(app)[1] == ["Hele Nord", "Kirurgi", "Medicin"]


def test_a_unit_chosen_before_is_shown_with_the_way_to_it(picker):
    app = picker(chosen="A1")
    assert [box.value for box in app.selectbox] == ["H", "A", "A1"]


def test_one_can_go_up_again(picker):
    app = picker(chosen="A1")
    app.selectbox[1].set_value("").run()
    assert app.text[0].value == "H"
    assert len(app.selectbox) == 2


def test_only_units_above_others_are_offered_when_wanted(picker):
    assert lists(picker(chosen="H", only_parents=True))[1] == ["Hele Nord", "Kirurgi"]


def test_nothing_above_or_beside_the_top_is_offered(picker):
    app = picker(top="A", chosen="B")
    assert app.text[0].value == "A"
    assert lists(app) == [["Hele Kirurgi", "Afsnit 1"]]


def test_the_usual_unit_stands_in_for_one_that_is_gone(picker):
    assert picker(chosen="gone", usual="B").text[0].value == "B"


def test_many_siblings_are_searched_and_never_all_sent(picker):
    app = picker(wide=500)
    assert len(lists(app)[0]) <= 201
    app.text_input[0].set_value("hus 49").run()
    assert lists(app)[0] == ["Hele Regionen", "Hus 49", *(f"Hus 49{n}" for n in range(10))]


def test_the_chosen_one_stays_among_those_found(picker):
    app = picker(wide=500, chosen="W7")
    app.text_input[0].set_value("hus 49").run()
    assert app.text[0].value == "W7"
    assert "Hus 7" in lists(app)[0]
