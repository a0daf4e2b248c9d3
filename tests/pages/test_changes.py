from datetime import date

from models.access import Role
from models.services.promises import observations, targets
from models.strategy.observation import Observation
from pages.shell.database import database
from pages.shell.viewer import today
from tests.builders import a_target
from tests.pages.test_leadership import AGENTS, STEWARD, screen

DAYS = {"strategy": "hovedstaden", "since": "2024-06-30", "until": "2025-03-01"}


def fallen():
    with database() as db:
        target = a_target(baseline_on=date(2020, 12, 31), due=date(2030, 12, 31))
        targets.set_target(db, target, by=STEWARD, on=date(2021, 1, 1))
        for year, value in ((2023, 19), (2024, 8)):
            row = Observation(AGENTS, date(year, 12, 31), value, date(year + 1, 2, 1))
            observations.record(db, row, by=STEWARD)


def test_what_fell_stands_with_both_figures_its_cause_and_the_way_to_the_promise(open_app):
    fallen()
    app = open_app(Role.COMMITTEE, "leadership/changes", **DAYS)
    assert [header.value for header in app.header] == ["Faldet (1)"]
    text = screen(app)
    assert "Siden 30. jun. 2024 er 1 faldet og 0 steget. Årsager: nye tal: 1." in text
    for part in ("19 %, 31. dec. 2023", "8 %, 31. dec. 2024", "Bagud", "Nye tal"):
        assert part in text
    assert f"criterion={AGENTS}" in text


def test_what_was_known_then_decides_what_changed(open_app):
    fallen()
    app = open_app(Role.LEADERSHIP, "leadership/changes", **DAYS, known="2025-01-31")
    assert not app.header
    assert "Ingen løfter har skiftet status siden 30. jun. 2024" in screen(app)
    assert any("Vælg en tidligere dag" in element.value for element in app.info)


def test_a_wrong_day_in_the_address_is_the_usual_one(open_app):
    app = open_app(Role.STEWARD, "leadership/changes", since="<b>", until="2016-13-01")
    assert f"siden 31. dec. {today().year - 1}" in screen(app)
