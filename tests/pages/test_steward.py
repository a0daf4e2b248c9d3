"""The steward's pages, filled in and saved."""

import re
from datetime import date

import pytest

from models.access import Role, Viewer
from models.services import ideas, units
from models.services.opening import opened
from models.services.promises import observations, targets
from models.services.waves import lifecycle
from survey.asking import instruments
from survey.asking.wave import WaveState
from tests.builders import a_target, an_observation
from tests.pages.pressing import press
from tests.pages.texts import html_text

STEWARD = Viewer("A steward", Role.STEWARD)
WHICH = {"strategy": "hovedstaden", "criterion": "HOV-T2-C9"}
UNITS = b"unit_id,parent_id,name,kind,staff\nrh,,Regionen,region,60\nher,rh,Herlev,hospital,40\n"
PAGES = ("targets", "observations", "waves", "idea_clinic", "registers")


def field(app, kind, key):
    return next(element for element in app.get(kind) if element.key == key)


def fill_target(app, **changed):
    texts = {
        "baseline": "5",
        "goal": "50",
        "baseline_on": "31.12.2013",
        "due": "31.12.2017",
        "owner": "Videncenteret",
        "decision": "Regionsrådet 2013",
    }
    for name, text in (texts | changed).items():
        field(app, "text_input", f"target_HOV-T2-C9_{name}").set_value(text)
    return press(app, "Gem mål")


@pytest.fixture
def with_units(own_database, tmp_path):
    path = tmp_path / "units.csv"
    path.write_bytes(UNITS)
    with opened(own_database) as db:
        units.import_units(db, path, by=STEWARD)
    return own_database


@pytest.fixture
def planned(with_units):
    with opened(with_units) as db:
        lifecycle.create(
            db,
            "Kultur",
            instrument_id="rik-30",
            smallest_group=5,
            approved_on=date(2020, 1, 1),
            minutes="MED 1",
            by=STEWARD,
        )
    return with_units


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_steward_opens_with_nothing_to_show(open_app, page):
    assert open_app(Role.STEWARD, f"steward/{page}").title


def test_the_page_names_the_criterion_of_the_address(open_app):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    assert field(app, "selectbox", "criterion_of_hovedstaden").value == "HOV-T2-C9"


def test_an_unknown_criterion_in_the_address_is_passed_over(open_app):
    app = open_app(Role.STEWARD, "steward/targets", strategy="hovedstaden", criterion="<x>")
    assert field(app, "selectbox", "criterion_of_hovedstaden").value == "HOV-T3-C2"


def test_a_target_may_take_its_figures_from_each_dimension_once(open_app):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    options = field(app, "selectbox", "target_HOV-T2-C9_source").options
    questionnaires = [instruments.load(name) for name in instruments.available()]
    names = {
        dimension.id: dimension.name["da"]
        for questionnaire in reversed(questionnaires)
        for dimension in questionnaire.dimensions
    }
    assert sorted(options[1:]) == sorted(f"Kulturundersøgelsen: {name}" for name in names.values())


def test_the_word_most_makes_the_target_one_to_be_passed(open_app):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    assert field(app, "checkbox", "target_HOV-T2-C9_strict").value is True


def test_a_target_is_kept_with_its_decision(open_app, own_database):
    fill_target(open_app(Role.STEWARD, "steward/targets", **WHICH))
    with opened(own_database) as db:
        history = targets.history(db, "HOV-T2-C9", by=STEWARD)
    assert [(target.target, target.decision) for target in history] == [(50.0, "Regionsrådet 2013")]


def test_a_changed_target_keeps_the_old_one_in_sight(open_app, own_database):
    with opened(own_database) as db:
        targets.set_target(db, a_target(target=40.0), by=STEWARD, on=date(2013, 12, 31))
    app = fill_target(open_app(Role.STEWARD, "steward/targets", **WHICH))
    assert re.findall(r'data-name="Mål">(\d+)', html_text(app)) == ["50", "40"]


def test_a_target_without_decision_is_refused_beside_the_form(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    press(app, "Gem mål")
    with opened(own_database) as db:
        assert targets.history(db, "HOV-T2-C9", by=STEWARD) == ()
    assert app.error


def test_a_promise_about_recognition_is_offered_the_survey_as_source(open_app):
    where = WHICH | {"criterion": "HOV-T2-C2"}
    app = open_app(Role.STEWARD, "steward/targets", **where)
    assert field(app, "selectbox", "target_HOV-T2-C2_source").value == "culture:ANE"


def test_a_milestone_is_asked_for_days_and_not_for_figures(open_app):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH | {"criterion": "HOV-T2-C1"})
    assert not [entry for entry in app.text_input if entry.label.startswith("Mål (")]


def test_a_measurement_says_what_it_did_to_the_status(open_app, own_database):
    with opened(own_database) as db:
        targets.set_target(db, a_target(), by=STEWARD, on=date(2013, 12, 31))
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    field(app, "text_input", "observation_HOV-T2-C9_ref").set_value("31.12.2017")
    field(app, "text_input", "observation_HOV-T2-C9_value").set_value("51")
    press(app, "Gem måling")
    assert "Status er ændret fra Ikke dokumenteret til Nået" in app.success[0].value


def test_a_fraction_is_asked_about_and_kept_when_it_is_meant(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    field(app, "text_input", "observation_HOV-T2-C9_ref").set_value("31.12.2017")
    field(app, "text_input", "observation_HOV-T2-C9_value").set_value("0,45")
    app = press(app, "Gem måling")
    assert "skriv 45" in app.error[0].value
    field(app, "checkbox", "observation_HOV-T2-C9_as_written").check()
    press(app, "Gem måling")
    with opened(own_database) as db:
        assert [row.value for row in observations.of(db, "HOV-T2-C9", by=STEWARD)] == [0.45]


def test_a_target_of_a_fraction_is_asked_about_and_kept_when_it_is_meant(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    fill_target(app, goal="0,45", baseline="0,2")
    app = press(app, "Gem mål")
    assert "skriv 20" in app.error[0].value
    field(app, "checkbox", "target_HOV-T2-C9_as_written").check()
    press(app, "Gem mål")
    with opened(own_database) as db:
        assert [target.target for target in targets.history(db, "HOV-T2-C9", by=STEWARD)] == [0.45]


def test_a_measurement_without_a_day_is_not_kept(open_app, own_database):
    app = press(open_app(Role.STEWARD, "steward/observations", **WHICH), "Gem måling")
    with opened(own_database) as db:
        assert observations.of(db, "HOV-T2-C9", by=STEWARD) == ()
    assert app.error


def test_a_corrected_measurement_stays_struck_through(open_app, own_database):
    with opened(own_database) as db:
        for value in (24.0, 26.0):
            observations.record(db, an_observation(value=value), by=STEWARD)
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    assert html_text(app).count("<s>24 % af afdelinger</s> rettet") == 1


def test_deadline_target_and_last_figure_stand_above_the_field(open_app, own_database):
    with opened(own_database) as db:
        targets.set_target(db, a_target(target=40.0), by=STEWARD, on=date(2013, 12, 31))
        observations.record(db, an_observation(value=24.0), by=STEWARD)
    html = html_text(open_app(Role.STEWARD, "steward/observations", **WHICH))
    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)<", html.replace("\xa0", " "))
    assert facts[:4] == [
        ("Frist", "31. dec. 2017"),
        ("Mål", "over 40 %"),
        ("Seneste måling", "24 %"),
        ("Næste måling", "31. dec. 2017"),
    ]


def test_a_file_is_tried_before_it_is_written(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/waves")
    app.file_uploader(key="units_waves_file").upload("units.csv", UNITS).run()
    with opened(own_database) as db:
        assert units.organisation(db, by=STEWARD) is None
    press(app, "Gem filens indhold")
    with opened(own_database) as db:
        assert len(units.organisation(db, by=STEWARD).units) == 2


def test_a_wrong_file_says_its_row_and_writes_nothing(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/waves")
    wrong = UNITS.replace(b"hospital,40", b"hospital,mange")
    app.file_uploader(key="units_waves_file").upload("units.csv", wrong).run()
    assert "units.csv, række 3" in app.error[0].value


def test_an_opened_wave_shows_its_links_once(open_app, planned):
    app = press(open_app(Role.STEWARD, "steward/waves"), "Åbn undersøgelsen")
    assert "/svar/" in app.code[0].value
    press(app, "Jeg har gemt linkene")
    assert not app.code


def test_a_closed_wave_is_released_from_the_page(open_app, planned):
    app = press(open_app(Role.STEWARD, "steward/waves"), "Åbn undersøgelsen")
    press(press(app, "Luk nu"), "Frigiv resultatet")
    with opened(planned) as db:
        assert lifecycle.all_waves(db, by=STEWARD)[0].state is WaveState.RELEASED


def test_a_wave_needs_approval_before_it_can_open(open_app, with_units):
    with opened(with_units) as db:
        lifecycle.create(db, "Kultur", instrument_id="rik-30", smallest_group=5, by=STEWARD)
    app = open_app(Role.STEWARD, "steward/waves")
    assert "Åbn undersøgelsen" not in [button.label for button in app.button]


def test_ideas_are_grouped_on_the_click(open_app, own_database):
    with opened(own_database) as db:
        for number in range(4):
            ideas.suggest(
                db, f"Video {number}", "Kontrol på video", by=STEWARD, on=date(2015, 1, 1)
            )
    app = press(open_app(Role.STEWARD, "steward/idea_clinic"), "Gruppér idéerne")
    assert "4 idéer er samlet" in app.success[0].value


def test_an_idea_can_be_written_in_the_clinic(open_app, own_database):
    # A unit that was chosen as a department, before the role was changed, is not the steward's.
    app = open_app(Role.STEWARD, "steward/idea_clinic", unit="A1")
    field(app, "text_input", "clinic_idea_title").set_value("Video til kontrol")
    press(app, "Send idéen")
    with opened(own_database) as db:
        (idea,) = ideas.portfolio(db, by=STEWARD).waiting
    assert (idea.title, idea.unit_id) == ("Video til kontrol", None)
