"""What the pages say about how many promises wait, and since when."""

from datetime import date

import pytest

from models.access import Role
from models.services.due import late_measurements, missing_targets
from models.services.promises import strategies
from models.services.promises.scoreboard import assess_strategy
from pages.parts.due.tasks import ago
from pages.parts.promises.shares import lacking_words, measured_words
from pages.parts.targets.history import without_history
from pages.shell.database import database
from tests.models.services.result_builders import a_released_wave
from tests.pages.texts import html_text

DAY = date(2026, 6, 10)
TODAY = date.today()  # noqa: DTZ011 - the pages under test read the clock of the day
PICKER = "criterion_of_hovedstaden"


@pytest.mark.parametrize(
    ("targets", "starts", "text"),
    [
        (1, 0, "1 løfte mangler et mål"),
        (43, 5, "43 løfter mangler et mål, 5 et udgangspunkt"),
        (0, 1, "1 løfte mangler et udgangspunkt"),
    ],
)
def test_a_missing_target_and_a_missing_start_are_said_apart(targets, starts, text):
    assert lacking_words(targets, starts) == text


@pytest.mark.parametrize(
    ("done", "of", "text"),
    [
        (0, 0, "Ingen løfter kan måles endnu: sæt først et mål."),
        (17, 17, "Alle løfter, der måles, er ajour med deres tal."),
        (1, 17, "1 af 17 løfter er ajour med deres tal. 16 målinger mangler."),
    ],
)
def test_what_is_not_due_yet_is_never_called_measured(done, of, text):
    assert measured_words(done, of) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (DAY, "i dag"),
        (date(2026, 6, 9), "for 1 dag siden"),
        (date(2026, 6, 1), "for 9 dage siden"),
        (date(2026, 1, 1), "for 5 måneder siden"),
    ],
)
def test_today_is_never_no_days_ago(day, text):
    assert ago(day, DAY) == text


@pytest.mark.parametrize(
    ("criterion", "text"),
    [
        ("HOV-T1-C3", "Strategien giver tallet; ansvar og udgangspunkt mangler."),
        ("HOV-T7-C1", "Strategien giver målet; ansvar og udgangspunkt mangler."),
        ("HOV-T1-C1", "Dette løfte har ikke noget mål endnu."),
    ],
)
def test_a_target_that_the_strategy_gives_is_not_said_to_be_missing(criterion, text):
    assert without_history(strategies.criterion(criterion)).startswith(text)


def test_a_page_opens_at_the_first_promise_that_waits_for_it_until_one_is_chosen(open_app):
    with database() as db:
        board = assess_strategy(db, "hovedstaden", as_of=TODAY, knowledge_date=None)
    unset, late = missing_targets(board), late_measurements(board)
    app = open_app(Role.STEWARD, "steward/targets", strategy="hovedstaden")
    assert app.selectbox(key=PICKER).value == unset[0].criterion.id
    # What the page opened at by itself is no choice: the next one opens at its own.
    assert elsewhere(app, "observations") == late[0].criterion.id
    app.selectbox(key=PICKER).set_value("HOV-T5-C2").run()
    assert elsewhere(app, "targets") == "HOV-T5-C2"


def elsewhere(app, page):
    """Go to a page by the menu, which empties the address, and return the promise it opens at."""
    app.query_params.clear()
    app.switch_page(f"steward/{page}.py").run()
    return app.selectbox(key=PICKER).value


def test_only_a_unit_with_no_unit_under_it_is_said_to_have_agreed_nothing(open_app):
    with database() as db:
        a_released_wave(db, R=58, A=58, A1=70, B=58)
    app = open_app(Role.STEWARD, "department/unit_home")
    sentences = {}
    for unit in ("R", "A", "A1"):
        app.query_params["unit"] = unit
        app.run()
        sentences[unit] = any("ikke aftalt noget" in text.value for text in app.markdown)
    assert sentences == {"R": False, "A": False, "A1": True}
    app.query_params["unit"] = "R"
    assert "enheder har aftalt, hvad de vil gøre" in html_text(app.run())
