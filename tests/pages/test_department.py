"""What a department sees and sends."""

from datetime import date

import pytest

from models.access import Role, Viewer
from models.services import ideas, releases, units, waves
from models.services.opening import opened

STEWARD = Viewer("A steward", Role.STEWARD)
UNITS = "unit_id,parent_id,name,kind,staff\nrh,,Regionen,region,60\nher,rh,Herlev,hospital,40\n"
ON = date(2020, 2, 1)
PAGES = ("answer_survey", "own_culture", "own_ideas")


def press(app, label):
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception
    return app


@pytest.fixture
def region(own_database, tmp_path):
    path = tmp_path / "units.csv"
    path.write_text(UNITS, encoding="utf-8")
    with opened(own_database) as db:
        units.import_units(db, path, by=STEWARD)
        waves.create(
            db,
            "Kultur",
            instrument_id="rik-30",
            smallest_group=5,
            approved_on=date(2020, 1, 1),
            minutes="MED 1",
            by=STEWARD,
        )
        waves.open_wave(db, "kultur", by=STEWARD, on=ON)
    return own_database


def answered_by(url, number, unit="her"):
    with opened(url) as db:
        for one in range(number):
            given = {f"ANE{item}": 4 for item in (1, 2, 3)}
            waves.submit(db, "kultur", unit, f"{unit} {one}", given, on=ON)
        waves.close_wave(db, "kultur", by=STEWARD, on=ON)
        releases.release(db, "kultur", by=STEWARD, on=ON)


def answering(open_app):
    return open_app(Role.DEPARTMENT, "department/answer_survey", unit="her")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("unit", [None, "her"])
def test_every_page_of_the_department_opens_with_nothing_to_show(open_app, page, unit):
    app = open_app(Role.DEPARTMENT, f"department/{page}", unit=unit)
    assert app.info


def test_the_first_screen_asks_the_first_dimension(open_app, region):
    assert answering(open_app).subheader[0].value == "Tillid og tryghed"


def test_what_is_answered_is_there_again_after_a_reload(open_app, region):
    app = answering(open_app)
    app.radio[0].set_value(4)
    press(app, "Næste")
    again = answering(open_app)
    assert again.radio[0].value == 4


def test_going_back_loses_nothing(open_app, region):
    app = answering(open_app)
    app.radio[0].set_value(2)
    press(press(app, "Næste"), "Tilbage")
    assert app.radio[0].value == 2


def walk_to_the_end(app):
    app.radio[0].set_value(4)
    while "Send svar" not in [one.label for one in app.button]:
        press(app, "Næste")
    return press(app, "Send svar")


def test_a_department_sends_its_answer_once(open_app, region):
    assert "Tak" in walk_to_the_end(answering(open_app)).success[0].value
    assert "allerede svaret" in walk_to_the_end(answering(open_app)).success[0].value


def test_the_own_result_stands_beside_the_regions(open_app, region):
    answered_by(region, 12)
    app = open_app(Role.DEPARTMENT, "department/own_culture", unit="her")
    assert list(app.table[0].value.columns) == ["Herlev", "Regionen", "Antal svar"]


def test_a_hidden_unit_is_shown_the_unit_above_and_told_why(open_app, region):
    with opened(region) as db:
        for one in range(8):
            waves.submit(db, "kultur", "rh", f"rh {one}", {"ANE1": 4, "ANE2": 4}, on=ON)
    answered_by(region, 2)
    app = open_app(Role.DEPARTMENT, "department/own_culture", unit="her")
    assert "Regionen" in app.info[0].value


def test_an_idea_carries_the_unit_and_nobody(open_app, region):
    app = open_app(Role.DEPARTMENT, "department/own_ideas", unit="her")
    app.text_input(key="own_idea_title").set_value("Video til kontrol")
    press(app, "Send idéen")
    with opened(region) as db:
        assert [one.title for one in ideas.of_unit(db, "her")] == ["Video til kontrol"]
