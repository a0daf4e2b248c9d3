import pytest

from models.access import Role, Viewer
from models.report.year.record import fingerprint
from models.report.year.sentences import resume
from models.services.promises import strategies
from models.services.year import annual_status
from models.wording import words
from pages.shell.database import database
from pages.shell.viewer import today
from tests.pages.pressing import press
from tests.pages.test_leadership import screen

COMMITTEE = Viewer("A committee", Role.COMMITTEE)


def open_status(open_app, strategy="hovedstaden", year="2015", role=Role.COMMITTEE):
    return open_app(role, "committee/annual_status", strategy=strategy, year=year)


def test_the_page_says_what_the_annual_status_says(open_app):
    text = screen(open_status(open_app)).replace("\\", "")
    with database() as db:
        status = annual_status.annual_status(
            db, "hovedstaden", 2015, knowledge_date=today(), by=COMMITTEE
        )
    assert all(sentence in text for sentence in resume(status, words("da"), named=0))
    assert fingerprint(status) in text


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.COMMITTEE, "scoreboard"),
        (Role.LEADERSHIP, "culture"),
        (Role.STEWARD, "due_now"),
        (Role.DEPARTMENT, "unit_home"),
    ],
)
def test_each_role_has_its_way_on(open_app, role, place):
    app = open_app(role, "committee/annual_status", unit="A1" if role is Role.DEPARTMENT else None)
    assert place in {link.proto.page for link in app.get("page_link")}
    assert ("Og i jeres enhed" in screen(app)) is (role is Role.DEPARTMENT)


def test_the_paper_can_be_fetched(open_app):
    labels = [button.proto.label for button in open_status(open_app).get("download_button")]
    assert "Hent til udskrift" in labels


def test_what_fell_due_in_the_year_is_listed(open_app):
    text = screen(open_status(open_app))
    assert "Løfter, der forfaldt i 2015" in text
    assert "16 løfter forfaldt i 2015" in text


@pytest.mark.parametrize("strategy", strategies.catalogue(), ids=lambda strategy: strategy.id)
def test_every_strategy_has_a_status(open_app, strategy):
    text = screen(open_status(open_app, strategy.id, "2025"))
    dated = any(criterion.due for criterion in strategy.criteria)
    assert ("ingen daterede succeskriterier" in text) != dated


def test_the_usual_year_is_the_latest_that_has_ended(open_app):
    app = open_status(open_app, year="1066")
    assert app.header[0].value == f"{today().year - 1} · Region Hovedstaden"


def test_an_earlier_knowledge_date_is_said(open_app):
    app = open_status(open_app)
    app.text_input[0].set_value("1.3.2016").run()
    assert "vidensdato 1. mar. 2016" in screen(app)
    assert not app.exception


def test_a_department_may_read_the_status(open_app):
    assert "Region" in open_status(open_app, role=Role.DEPARTMENT).header[0].value


def test_a_steward_writes_what_the_committee_is_asked_for(open_app):
    app = open_status(open_app, role=Role.STEWARD)
    field = next(field for field in app.text_input if field.label == "Forslag 1")
    field.set_value("Flyt <fristen>")
    press(app, "Gem forslagene")
    assert "Forslagene er gemt." in [message.value for message in app.success]
    assert "<li>Flyt &lt;fristen&gt;</li>" in screen(app)


def test_the_committee_reads_the_proposals_and_writes_none(open_app):
    app = open_status(open_app)
    assert "Det beder vi udvalget om" not in screen(app)
    assert not [field for field in app.text_input if field.label == "Forslag 1"]
