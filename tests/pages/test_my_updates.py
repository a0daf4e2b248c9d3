"""Owners enter what is due, others approve it, a steward sees who is late."""

from datetime import UTC, date, datetime

import pytest

from models.access import Role, Viewer
from models.services import period_locks
from models.services.opening import opened
from models.services.promises import targets
from models.services.updates import owners, submissions
from models.services.updates.due_updates import own_updates
from models.steering.owner import Owner
from models.steering.submission import ValueStage
from models.storage.steering import explanations, observations
from models.strategy.target import IndicatorKind
from tests.builders import a_target, an_observation
from tests.pages.pressing import press
from tests.pages.test_steward import field
from tests.pages.texts import html_text

STEWARD, OTHER = Viewer("lokal", Role.STEWARD), Viewer("Ida Holm", Role.STEWARD)
BOSS = Viewer("vicedirektør", Role.LEADERSHIP)
CODE, SURVEY, MILESTONE = "HOV-T2-C9", "HOV-T2-C5", "HOV-T3-C2"
DUE, TODAY = date(2017, 12, 31), datetime.now(UTC).date()
PAGE, SEND = "leadership/my_updates", "Send det, jeg har skrevet"


@pytest.fixture
def owned(own_database):
    """Three promises of the person at the screen, and one of Ida Holm."""
    kinds = {SURVEY: IndicatorKind.SURVEY, MILESTONE: IndicatorKind.MILESTONE}
    with opened(own_database) as db:
        targets.set_target(db, a_target(owner="lokal"), by=STEWARD, on=DUE)
        survey = a_target(criterion_id=SURVEY, kind=kinds[SURVEY], owner="lokal")
        targets.set_target(db, survey, by=STEWARD, on=DUE)
        done = {"baseline": 0.0, "target": 1.0, "strict": False, "owner": "lokal"}
        milestone = a_target(criterion_id=MILESTONE, kind=kinds[MILESTONE], **done)
        targets.set_target(db, milestone, by=STEWARD, on=DUE)
        observations.add_all(db, [an_observation()])
    return own_database


def text_field(app, name, text):
    next(f for f in app.text_input if f.key == f"my_updates__{name}").set_value(text)


def text_of(app):
    elements = (*app.success, *app.error, *app.warning, *app.info, *app.markdown, *app.caption)
    text = " ".join([*(element.value for element in elements), html_text(app)])
    return text.replace("\u00a0", " ").split("<style")[0]


def waiting(url):
    with opened(url) as db:
        return own_updates(db, by=STEWARD, on=TODAY).waiting


def test_an_owner_sends_all_due_values_with_one_press_and_others_unchanged_with_one(
    open_app, owned
):
    app = open_app(Role.LEADERSHIP, PAGE)
    assert "3 værdier venter på dig" in text_of(app)
    text_field(app, f"value_{SURVEY}", "40")
    text_field(app, f"n_value_{SURVEY}", "120")
    next(f for f in app.radio if "sket" in f.label).set_value("yes")
    text_field(app, f"why_{SURVEY}", "For få svar")
    press(app, SEND)
    assert "2 opdateringer er sendt." in text_of(app)
    press(app, "Uændret")
    assert "HOV-T2-C9 er meldt uændret og venter på godkendelse." in text_of(app)
    values = {
        update.standing.criterion.id: update.submission.observation for update in waiting(owned)
    }
    assert {code: value.value for code, value in values.items()} == {
        CODE: 24.0, SURVEY: 40.0, MILESTONE: 1.0,
    }  # fmt: skip
    assert values[SURVEY].n == 120
    with opened(owned) as db:
        assert explanations.of_criteria(db, [SURVEY])[SURVEY][0].why == "For få svar"


def test_a_refused_value_stays_in_its_field_and_the_others_are_sent(open_app, owned):
    app = open_app(Role.LEADERSHIP, PAGE)
    press(app, SEND)
    assert "Skriv mindst ét tal, eller tryk Uændret." in text_of(app)
    text_field(app, f"value_{CODE}", "250")
    text_field(app, f"value_{SURVEY}", "40")
    press(app, SEND)
    assert "1 opdatering er sendt." in text_of(app)
    assert "250 ligger uden for skalaen" in text_of(app)
    assert field(app, "text_input", f"my_updates__value_{CODE}").value == "250"
    app.switch_page("leadership/scoreboard.py").run()
    app.switch_page(f"{PAGE}.py").run()
    assert field(app, "text_input", f"my_updates__value_{CODE}").value == "250"


def test_a_value_sent_back_says_who_and_why_and_a_locked_one_has_no_field(open_app, owned):
    with opened(owned) as db:
        value = an_observation(ref=DUE, value=30.0, recorded=TODAY)
        entry = submissions.enter(db, value, by=STEWARD, on=TODAY).entry
        submissions.send_back(db, entry, reason="Tallet er <b>gammelt</b>", by=BOSS, on=TODAY)
    app = open_app(Role.LEADERSHIP, PAGE)
    assert "vicedirektør sendte 30 % af afdelinger tilbage" in text_of(app)
    with opened(owned) as db:
        period_locks.lock_period(db, DUE, DUE, by=STEWARD, on=TODAY)
    app = open_app(Role.LEADERSHIP, PAGE)
    assert "er låst af lokal" in text_of(app)
    assert not app.get("text_input") or SEND not in [button.label for button in app.button]


def test_pasted_rows_are_shown_before_they_are_sent(open_app, owned):
    app = open_app(Role.LEADERSHIP, PAGE, tab="paste")
    area = next(f for f in app.text_area if f.key == "my_updates_paste_text")
    area.set_value("HOV-T2-C9\t31.12.2016\tx").run()
    assert "Det indsatte, række 1, kolonne value" in text_of(app)
    area = next(f for f in app.text_area if f.key == "my_updates_paste_text")
    area.set_value("HOV-T2-C9\t31.12.2016\t33").run()
    assert waiting(owned) == ()
    press(app, "Send rækkerne til godkendelse")
    with opened(owned) as db:
        ((update, value),) = own_updates(db, by=STEWARD, on=TODAY).submissions(ValueStage.ENTERED)
    assert (update.day, value.observation.value) == (DUE, 33.0)
    assert "HOV-T2-C9 · gælder 31. dec. 2016 · ny værdi" in text_of(app)


def test_others_approve_or_send_back_and_nobody_their_own(open_app, owned):
    with opened(owned) as db:
        for code, by in ((CODE, OTHER), (SURVEY, OTHER), (MILESTONE, STEWARD)):
            value = an_observation(criterion_id=code, ref=DUE, value=1.0, recorded=TODAY)
            submissions.enter(db, value, as_written=True, by=by, on=TODAY)
    app = open_app(Role.LEADERSHIP, PAGE, tab="approve")
    assert "Du har selv indtastet værdien" in text_of(app)
    approve = [button.label for button in app.button if button.label.startswith("Godkend")]
    assert len(approve) == 2
    press(app, next(label for label in approve if CODE in label))
    assert "er godkendt og tæller nu" in text_of(app)
    with opened(owned) as db:
        assert observations.records_of(db, [CODE])[CODE][-1].approved_by == "lokal"
    back = next(b.label for b in app.button if b.label.startswith(f"Send {SURVEY}"))
    press(app, back)
    assert "Feltet skal udfyldes" in html_text(app)
    reason = next(f for f in app.text_input if "_reason" in f.key)
    reason.set_value("Forkert år")
    press(app, back)
    assert "er sendt tilbage" in text_of(app)


def test_a_steward_sees_who_is_late_keeps_the_owners_and_locks_a_period(open_app, owned):
    with opened(owned) as db:
        owners.set_owner(db, Owner("lokal", left_on=DUE), by=STEWARD, on=TODAY)
    app = open_app(Role.STEWARD, PAGE, tab="owners")
    assert "lokal er stoppet" in html_text(app)
    field(app, "selectbox", "my_updates_owner_choice").set_value("lokal").run()
    field(app, "text_input", "owner_lokal_left_on").set_value("")
    field(app, "text_input", "owner_lokal_email").set_value("lokal@region.example")
    press(app, "Gem ejeren")
    assert "lokal er gemt." in text_of(app)
    for key, text in (("first_day", "1.1.2016"), ("last_day", "31.12.2017")):
        field(app, "text_input", f"period_lock_{key}").set_value(text)
    field(app, "radio", "period_lock_choice").set_value("lock")
    press(app, "Gem perioden")
    assert "er låst." in text_of(app)
    app = open_app(Role.STEWARD, PAGE, owner="lokal")
    assert "3 værdier venter på lokal" in text_of(app)
    assert "er låst af lokal" in text_of(app)


def test_with_nothing_to_do_the_page_says_why(open_app):
    assert "Ingen løfter har dig som ejer" in text_of(open_app(Role.DEPARTMENT, PAGE))
    steward = text_of(open_app(Role.STEWARD, PAGE))
    for sentence in ("Ingen ejere er sene.", "Der er ingen ejere endnu.", "Ingen periode er låst"):
        assert sentence in steward
    assert "Ingen værdier venter på godkendelse." in steward
