"""Every form reads what people write, shows the value as read, and stores none that is unclear."""

from datetime import date

import pytest

from models.access import Role, Viewer
from models.services import ideas
from models.services.opening import opened
from models.services.promises import observations, strategies, targets
from pages.parts.promises.criterion_picker import LONGEST, short_name
from pages.parts.targets.fields import proposed_due
from tests.builders import a_target
from tests.pages.pressing import press
from tests.pages.test_steward import WHICH, field, fill_target

STEWARD = Viewer("A steward", Role.STEWARD)
OBSERVATION = "observation_HOV-T2-C9"


def lines(app):
    """The line under each field, by the field's key."""
    bodies = [element.proto.body for element in app.get("html")]
    notes = [body for body in bodies if "data-pejling-field" in body]
    return {note.split('data-pejling-field="')[1].split('"')[0]: note for note in notes}


def observed(app, **texts):
    for name, text in texts.items():
        field(app, "text_input", f"{OBSERVATION}_{name}").set_value(text)
    return app.run()


@pytest.mark.parametrize(
    ("language", "text", "understood"),
    [
        ("da", "5,4", "Du skriver 5,4 % af afdelinger"),
        ("da", "40.5", "Du skriver 40,5 % af afdelinger"),
        ("sv", "40,5", "Du skriver 40,5 % af afdelinger"),
        ("en", "40.5", "You are writing 40.5 % af afdelinger"),
        ("en", "40,5", "You are writing 40.5 % af afdelinger"),
    ],
)
def test_a_figure_is_said_back_before_it_is_saved(open_app, language, text, understood):
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    app.session_state["language"] = language
    note = lines(observed(app, value=text))[f"{OBSERVATION}_value"]
    assert understood in note
    assert "data-pejling-decimal" in note


def test_a_day_is_said_back_before_it_is_saved(open_app):
    app = observed(open_app(Role.STEWARD, "steward/observations", **WHICH), ref="1/2/2017")
    assert "Du skriver 1. feb. 2017" in lines(app)[f"{OBSERVATION}_ref"]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("value", "1.234", "Skriv 1234 eller 1,234."),
        ("value", "mange", "er ikke et tal"),
        ("ref", "31.02.2017", "findes ikke i kalenderen"),
        ("n", "4,5", "er ikke et antal"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field_and_listed(
    open_app, own_database, name, text, problem
):
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    app = observed(app, **({"ref": "31.12.2017", "value": "50"} | {name: text}))
    assert problem in lines(app)[f"{OBSERVATION}_{name}"]
    app = press(app, "Gem måling")
    assert f"](#field-{OBSERVATION}_{name})" in app.error[0].value
    with opened(own_database) as db:
        assert observations.of(db, "HOV-T2-C9", by=STEWARD) == ()


def test_half_of_a_pair_is_refused_at_the_field_that_is_empty(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    app = fill_target(app, day_0="31.12.2015", value_1="20")
    notes = lines(app)
    assert "ingen dato" in notes["target_HOV-T2-C9_day_1"]
    assert "intet tal" in notes["target_HOV-T2-C9_value_0"]
    assert "#field-target_HOV-T2-C9_day_1" in app.error[0].value
    with opened(own_database) as db:
        assert targets.history(db, "HOV-T2-C9", by=STEWARD) == ()
    fill_target(app, day_0="31.12.2015", value_0="15", day_1="31.12.2016", value_1="20")
    with opened(own_database) as db:
        (target,) = targets.history(db, "HOV-T2-C9", by=STEWARD)
    assert target.points == ((date(2015, 12, 31), 15.0), (date(2016, 12, 31), 20.0))


def test_half_of_an_approval_is_refused_at_the_field_that_is_empty(open_app):
    app = open_app(Role.STEWARD, "steward/waves", tab="new")
    field(app, "text_input", "wave_name").set_value("Kultur")
    field(app, "text_input", "wave_approved_on").set_value("1.3.2026")
    app = press(app, "Opret undersøgelse")
    assert "hvilket referat" in lines(app)["wave_minutes"]
    field(app, "text_input", "wave_minutes").set_value("MED 4")
    field(app, "text_input", "wave_approved_on").set_value("")
    app = press(app, "Opret undersøgelse")
    assert "også dens dato" in lines(app)["wave_approved_on"]


def test_a_count_may_have_a_thousands_point(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/observations", **WHICH)
    app = observed(app, ref="31.12.2017", value="50", k="1.000", n="2.000")
    assert "Du skriver 2.000" in lines(app)[f"{OBSERVATION}_n"]
    press(app, "Gem måling")
    with opened(own_database) as db:
        (row,) = observations.of(db, "HOV-T2-C9", by=STEWARD)
    assert (row.k, row.n) == (1000, 2000)


def test_a_rule_that_fields_break_together_is_said_at_the_field_it_names(open_app):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    app = fill_target(app, due="31.12.2012")
    assert "fristen ligger efter udgangspunktet" in lines(app)["target_HOV-T2-C9_due"]
    assert "](#field-target_HOV-T2-C9_due)" in app.error[0].value


def test_a_required_field_says_so_only_once_the_button_was_pressed(open_app):
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    assert "data-pejling-problem" not in "".join(lines(app).values())
    app = press(app, "Gem mål")
    assert "skal udfyldes" in lines(app)["target_HOV-T2-C9_owner"]


def test_what_was_saved_is_said(open_app):
    app = fill_target(open_app(Role.STEWARD, "steward/targets", **WHICH), goal="50,5")
    saved = app.success[0].value.replace("\\", "")
    assert saved == (
        "Målet for ”Der er innovationsagenter på de fleste afdelinger” er gemt: 50,5 % af "
        "afdelinger senest 31. dec. 2017. Skriv nu, hvor langt I er."
    )


def test_figures_are_filled_in_as_they_can_be_read(open_app, own_database):
    with opened(own_database) as db:
        targets.set_target(db, a_target(target=40.125), by=STEWARD, on=date(2013, 12, 31))
    app = open_app(Role.STEWARD, "steward/targets", **WHICH)
    assert field(app, "text_input", "target_HOV-T2-C9_goal").value == "40,125"
    assert field(app, "text_input", "target_HOV-T2-C9_due").value == "31.12.2017"


def test_what_is_half_written_survives_a_visit_to_another_page(open_app):
    app = open_app(Role.STEWARD, "steward/idea_clinic")
    field(app, "text_input", "clinic_idea_title").set_value("Video").run()
    field(app, "text_area", "clinic_idea_text").set_value("Kontrol på video").run()
    app.switch_page("steward/targets.py").run()
    app.switch_page("steward/idea_clinic.py").run()
    assert field(app, "text_input", "clinic_idea_title").value == "Video"
    assert field(app, "text_area", "clinic_idea_text").value == "Kontrol på video"


def test_a_sent_idea_leaves_the_form_empty(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/idea_clinic")
    field(app, "text_input", "clinic_idea_title").set_value("Video")
    app = press(app, "Send idéen")
    assert [entry.value for entry in app.text_input if entry.label == "Idéen i få ord"] == [""]
    with opened(own_database) as db:
        assert len(ideas.portfolio(db, by=STEWARD).waiting) == 1


def test_a_wave_below_the_smallest_group_is_refused_at_its_field(open_app):
    app = open_app(Role.STEWARD, "steward/waves")
    field(app, "text_input", "wave_name").set_value("Kultur")
    field(app, "text_input", "wave_smallest_group").set_value("4")
    app = press(app, "Opret undersøgelse")
    assert "må ikke være under 5" in lines(app)["wave_smallest_group"]


def test_no_page_asks_for_a_figure_or_a_day_in_a_field_of_the_browsers_own(open_app):
    for page in ("targets", "observations", "waves", "idea_clinic"):
        app = open_app(Role.STEWARD, f"steward/{page}")
        assert not app.number_input
        assert not app.date_input
    app = open_app(Role.COMMITTEE, "committee/annual_status")
    assert "Vidensdato" in [field.label for field in app.text_input]
    assert not app.date_input


def test_a_share_of_a_questionnaire_says_at_once_that_the_number_of_answers_is_missing(open_app):
    where = WHICH | {"criterion": "HOV-T1-C4"}
    app = open_app(Role.STEWARD, "steward/observations", **where)
    field(app, "text_input", "observation_HOV-T1-C4_value").set_value("85")
    assert "Uden antallet af svar" in app.run().warning[0].value


@pytest.mark.parametrize(
    ("promised", "proposed"),
    [
        (None, None),
        (date(2014, 12, 31), date(2027, 12, 31)),
        (date(2026, 11, 27), date(2027, 12, 31)),
        (date(2030, 1, 1), date(2030, 1, 1)),
    ],
)
def test_a_due_date_that_has_passed_is_not_proposed_again(promised, proposed):
    assert proposed_due(promised, date(2026, 11, 27)) == proposed


def test_the_names_of_promises_fit_a_phone_and_tell_them_apart():
    for strategy in strategies.catalogue():
        names = [short_name(criterion.id, criterion.text) for criterion in strategy.criteria]
        assert len(set(names)) == len(names)
        assert max(map(len, names)) <= LONGEST
