"""What people write and decide on the page of a promise."""

from datetime import timedelta

import pytest

from models.access import Role, Viewer
from models.services.promises import observations, targets
from models.services.updates import overrides
from models.strategy.observation import Observation
from models.strategy.rule.assessment import Status
from models.strategy.target import Direction, IndicatorKind, Target
from pages.shell.database import database
from pages.shell.viewer import today
from tests.pages.test_leadership import AGENTS, STEWARD, screen

BOSS = Viewer("vicedirektør", Role.LEADERSHIP)
WHICH = {"strategy": "hovedstaden", "criterion": AGENTS}


@pytest.fixture
def promise(own_database):
    """A promise at risk, judged worse, and proposed to be judged better, by somebody else."""
    on = today()
    start, due = on - timedelta(days=730), on + timedelta(days=730)
    target = Target(
        AGENTS, IndicatorKind.PERCENTAGE, Direction.INCREASE, 5, start, 50, due,
        set_on=start, owner="Ida Holm",
    )  # fmt: skip
    value = Observation(AGENTS, on - timedelta(days=9), 20, on)
    worse = {"reason": "To hospitaler har ikke uddannet nogen.", "expires": on + timedelta(9)}
    with database() as db:
        targets.set_target(db, target, by=STEWARD, on=start)
        observations.record(db, value, by=STEWARD)
        overrides.propose(db, AGENTS, Status.OFF_TRACK, **worse, by=BOSS, on=on)
        better = worse | {"evidence": "Sag 4"}
        overrides.propose(db, AGENTS, Status.ON_TRACK, **better, by=BOSS, on=on)


def test_a_steward_explains_and_approves_what_another_proposed(open_app, promise):
    app = open_app(Role.STEWARD, "leadership/criterion", **WHICH)
    text = screen(app)
    assert "Vurderet af mennesker:</b>" in text
    assert "To hospitaler har ikke uddannet nogen." in text
    assert "Tæller først, når en anden har godkendt den." in text
    app.text_area(key=f"explanation_{AGENTS}_why").set_value("<b>For få hold</b>").run()
    app.button(key=f"explanation_{AGENTS}_send").click().run()
    assert "<dd>&lt;b&gt;For få hold&lt;/b&gt;</dd>" in screen(app)
    (approve,) = [button for button in app.button if button.label == "Godkend"]
    approve.click().run()
    text = screen(app)
    assert "Godkendt af lokal." in text
    for line in (
        "Mål sat: 50 % af afdelinger (skal stige) senest",
        "skrevet af test<",
        "Forklaring skrevet: hvorfor &lt;b&gt;For få hold&lt;/b&gt;",
        "lokal (Tovholder)<",
        "Anden status foreslået: reglens status i risiko; ",
        "vicedirektør (Ledelse)<",
        "Anden status godkendt: trin foreslået → i kraft",
    ):
        assert line in text


def test_a_committee_reads_the_words_and_is_asked_for_none(open_app, promise):
    app = open_app(Role.COMMITTEE, "leadership/criterion", **WHICH)
    assert "Vurderet af mennesker:</b>" in screen(app)
    assert not app.text_area
    assert not [button for button in app.button if button.label in {"Godkend", "Træk tilbage"}]
