"""Exports have the form of the files that bring: corrected and brought back."""

from datetime import date

import pytest

from models.access import Role, Viewer
from models.errors import InputError
from models.services import exports, ideas, installation, units
from models.services.files.changes import Action, Change
from models.services.files.upload import Upload
from models.services.files.writing import FileForm, ending
from models.services.promises import observations, scoreboard, targets

STEWARD = Viewer("tovholder", Role.STEWARD)
TODAY, LATER = date(2016, 6, 1), date(2016, 9, 1)
CRITERION = "HOV-T2-C9"
FILES = {
    "units": "unit_id,parent_id,name,kind,staff\n01,,=Region,region,40\n0101,01,N,unit,\n",
    "targets": "criterion_id,target,due,baseline,baseline_on,strict,tolerance,points,owner\n"
    f"{CRITERION},50,2017-12-31,5,2013-12-31,ja,1.125,2015-12-31=20.5,-HR\n",
    "observations": "criterion_id,ref,value,recorded,evidence\n"
    f"{CRITERION},2015-12-31,24.125,2016-03-10,@p. 4\n{CRITERION},2014-12-31,12,2015-03-10,\n",
    "ideas": 'idea_id,title,text,unit_id,innovation_type\ni1,+Fælles,"a\nb",0101,everyday\n',
}


def bring(db, subject, content, **options):
    file = Upload(f"{subject}.csv", content.encode() if isinstance(content, str) else content)
    more = {} if subject == "units" else {"on": TODAY}
    service = {
        "units": units.import_units,
        "targets": targets.import_targets,
        "observations": observations.import_observations,
        "ideas": ideas.import_ideas,
    }[subject]
    return service(db, file, by=STEWARD, **(more | options))


def export(db, subject, form=FileForm.INTERNATIONAL):
    return getattr(exports, f"export_{subject}")(db, file_form=form, by=STEWARD)


@pytest.fixture
def filled(any_db):
    for subject, content in FILES.items():
        bring(any_db, subject, content)
    return any_db


@pytest.mark.parametrize("form", FileForm)
@pytest.mark.parametrize("subject", FILES)
def test_an_export_brought_back_changes_nothing(filled, subject, form):
    report = bring(filled, subject, export(filled, subject, form))
    assert report.unchanged == report.rows > 0
    assert report.changes == ()
    assert any("er ikke læst" in str(note) for note in report.notes)


@pytest.mark.measured
@pytest.mark.parametrize(
    ("subject", "old", "new", "change"),
    [
        ("units", "40", "41", Change(Action.CHANGED, "01", "staff", 40, 41)),
        ("targets", ",50,", ",60,", Change(Action.CHANGED, CRITERION, "target", 50.0, 60.0)),
        ("ideas", "everyday", "", None),
        ("ideas", "'+Fælles", "Nyt", Change(Action.CHANGED, "i1", "title", "+Fælles", "Nyt")),
    ],
)
def test_a_corrected_export_shows_its_changes_first_and_then_makes_them(
    filled, subject, old, new, change
):
    content = export(filled, subject).decode().replace(old, new, 1)
    expected = (change,) if change else ()
    assert bring(filled, subject, content, dry_run=True).changes == expected
    assert bring(filled, subject, content).changes == expected
    assert bring(filled, subject, content).changes == ()


@pytest.mark.measured
def test_a_corrected_measurement_is_entered_today_and_the_past_stays_as_it_was(filled):
    content = export(filled, "observations").decode().replace("24.1250", "30", 1)
    report = bring(filled, "observations", content)
    assert [(c.column, c.before, c.after) for c in report.changes] == [
        ("value", 24.125, 30.0),
        ("recorded", "2016-03-10", "2016-06-01"),
    ]
    assert bring(filled, "observations", content, on=LATER).changes == ()
    assert value_on(filled, date(2016, 4, 1)) == 24.125
    assert value_on(filled, LATER) == 30


def value_on(db, knowledge_date):
    board = scoreboard.scoreboard(
        db, "hovedstaden", as_of=date(2016, 1, 1), knowledge_date=knowledge_date, by=STEWARD
    )
    (standing,) = (s for s in board.standings if s.criterion.id == CRITERION)
    return standing.assessment.value


@pytest.mark.measured
def test_an_id_that_lost_its_noughts_in_a_spreadsheet_is_refused(filled):
    content = export(filled, "units").decode().replace("0101,", "101,")
    with pytest.raises(InputError, match="101 hedder 0101 i Pejling"):
        bring(filled, "units", content)


@pytest.mark.measured
def test_an_export_of_invented_data_says_so_in_every_row(filled):
    administrator = Viewer("a", Role.ADMINISTRATOR)
    installation.mark_invented(filled, "demo S", by=administrator)
    header, *rows = export(filled, "units").decode().splitlines()
    assert header.endswith(",invented")
    assert all(row.endswith(",demo S") for row in rows)


@pytest.mark.parametrize(("form", "end"), [(FileForm.XLSX, "xlsx"), (FileForm.EXCEL, "csv")])
def test_a_file_ends_as_its_form_is(form, end):
    assert ending(form) == end
