"""Every role and page: opens, or is refused; and the answers of the front door to everybody."""

import pytest

from models.access import Role
from models.storage import marks, waves
from models.storage.engine import connect, unit_of_work
from pages.shell.front_page import ours
from pages.shell.headers import index, policy
from tests.builders import a_wave
from tests.pages.pressing import press
from tests.pages.test_steward import WHICH, field, fill_target
from tests.pages.texts import html_text
from tests.test_house import PAGES, SCRIPTS

ROOMS = {path.relative_to(PAGES).with_suffix("").as_posix() for path in SCRIPTS}
STEWARD = {room for room in ROOMS if room.startswith("steward/")}
DEPARTMENT = {
    "department/unit_home",
    "department/own_culture",
    "department/own_ideas",
    "committee/annual_status",
    "leadership/my_updates",
}
OPEN_TO = {
    Role.RESPONDENT: set(),
    Role.DEPARTMENT: DEPARTMENT,
    Role.LEADERSHIP: ROOMS - STEWARD,
    Role.COMMITTEE: {
        "committee/annual_status",
        "leadership/scoreboard",
        "leadership/criterion",
        "leadership/changes",
        "leadership/gaps",
    },
    Role.STEWARD: ROOMS,
    Role.ADMINISTRATOR: ROOMS,
}


def refused(app):
    return any("ikke åben for din rolle" in warning.value for warning in app.warning)


@pytest.mark.parametrize("role", Role)
def test_each_room_opens_for_its_roles_and_for_no_other(open_app, role):
    app, entered = open_app(role), set()
    for room in ROOMS:
        app.switch_page(f"{room}.py").run()
        assert not app.exception
        if not refused(app):
            entered.add(room)
        else:
            assert app.get("page_link") or app.get("link_button")[-1].proto.url == "/svar"
    assert entered == OPEN_TO[role]


@pytest.mark.parametrize(
    ("role", "title"),
    [
        (Role.LEADERSHIP, "Resultattavle"),
        (Role.COMMITTEE, "Årsstatus"),
        (Role.DEPARTMENT, "Vores enhed"),
        (Role.STEWARD, "Det skal gøres nu"),
    ],
)
def test_each_role_lands_on_its_own_page(open_app, role, title):
    assert open_app(role).title[0].value == title


def test_an_empty_installation_shows_three_steps_to_a_first_status(open_app):
    app = open_app(Role.STEWARD)
    assert [step.value[:2] for step in app.subheader] == ["1.", "2.", "3."]
    assert len(app.get("page_link")) == 3


def test_the_steps_stay_until_a_status_is_there_and_lead_on(open_app):
    app = fill_target(open_app(Role.STEWARD, "steward/targets", **WHICH), due="31.12.2030")
    assert app.title[0].value == "Målinger"
    assert "er gemt" in app.success[0].value
    assert 'class="pj-done"' in html_text(app)
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    field(app, "text_input", "observation_HOV-T2-C9_ref").set_value("31.12.2025")
    field(app, "text_input", "observation_HOV-T2-C9_value").set_value("40")
    app = press(app, "Gem måling")
    assert "På sporet" in app.success[0].value
    assert "scoreboard" in app.get("page_link")[0].proto.page
    assert 'class="pj-steps"' not in html_text(app)


def test_a_planned_survey_has_its_next_step_of_four(open_app, own_database):
    engine = connect(own_database)
    with unit_of_work(engine) as db:
        waves.add(db, a_wave())
    engine.dispose()
    app = open_app(Role.STEWARD)
    assert any("Trin 2 af 4" in text.value for text in app.markdown)


def test_a_respondent_is_shown_the_way_to_the_survey(open_app):
    app = open_app(Role.RESPONDENT)
    assert app.get("link_button")[0].proto.url == "/svar"


def test_local_mode_says_so_above_every_page(open_app):
    assert "Lokal tilstand" in html_text(open_app(Role.COMMITTEE))


def test_invented_figures_are_called_invented_above_every_page(open_app, own_database):
    engine = connect(own_database)
    with unit_of_work(engine) as db:
        marks.put(db, "invented", "demo S")
    engine.dispose()
    assert "Opdigtede data" in html_text(open_app(Role.COMMITTEE))


def test_figures_of_a_real_region_are_not_called_invented(open_app):
    assert "Opdigtede data" not in html_text(open_app(Role.COMMITTEE))


def test_the_language_chosen_in_the_sidebar_is_kept_on_the_next_page(open_app):
    app = open_app(Role.RESPONDENT)
    app.selectbox(key="language").select("sv").run()
    app.switch_page("leadership/culture.py").run()
    assert app.selectbox(key="language").value == "sv"


def test_the_role_chosen_in_the_sidebar_changes_the_menu(open_app):
    app = open_app(Role.STEWARD)
    app.selectbox(key="role").select("committee").run()
    app.switch_page("steward/targets.py").run()
    assert refused(app)
    assert "Politisk udvalg. Den er åben for: Tovholder, Administrator" in app.warning[0].value
    assert "annual_status" in app.get("page_link")[0].proto.page


def test_the_front_page_speaks_the_language_of_the_installation():
    assert '<html lang="da">' in ours(index())


def test_without_scripts_the_front_page_leads_to_the_survey():
    assert '<a href="/svar">' in ours(index()).split("<noscript>")[1].split("</noscript>")[0]


def test_the_front_page_brings_no_script_of_its_own_inline():
    assert ours(index()).count("<script>") == index().count("<script>")


def test_no_script_runs_that_is_written_into_a_page_or_comes_from_elsewhere():
    scripts = next(rule for rule in policy().split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "http" not in scripts


@pytest.mark.parametrize(
    ("role", "page", "ways"),
    [
        (Role.STEWARD, "leadership/idea_portfolio", ["tab=one", "tab=file"]),
        (Role.LEADERSHIP, "leadership/idea_portfolio", [""]),
        (Role.STEWARD, "leadership/culture", ["tab=waves"]),
        (Role.LEADERSHIP, "leadership/culture", []),
    ],
)
def test_an_empty_page_leads_to_what_comes_first(open_app, role, page, ways):
    app = open_app(role, page)
    assert [link.proto.query_string for link in app.get("page_link")] == ways


@pytest.mark.parametrize(("page", "tab"), [("waves", "units"), ("idea_clinic", "one")])
def test_an_empty_page_opens_where_its_first_thing_is_done(open_app, page, tab):
    assert open_app(Role.STEWARD, f"steward/{page}").query_params["tab"] == tab
