from io import BytesIO

from openpyxl import load_workbook

from models.access import Role
from models.services import gaps
from models.services.files.writing import FileForm
from pages.parts.files import table_files
from pages.parts.gaps.gap_list import file_rows
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from tests.pages.test_leadership import screen


def titles(app):
    return [fold.label for fold in app.expander if ":" in fold.label]


def test_the_gaps_are_as_many_as_on_the_scoreboard_and_each_leads_to_its_promise(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/gaps", strategy="hovedstaden")
    assert "Mangler et mål eller en frist: 43" in titles(app)
    assert "65 af 65 løfter mangler noget: 65 uden ejer" in screen(app)
    assert 'href="criterion?strategy=hovedstaden' in screen(app)
    assert not app.get("page_link")


def test_a_steward_finds_where_to_mend_it_and_the_address_keeps_the_choice(open_app):
    choice = {"strategy": "hovedstaden", "gap": "target", "owner": "nobody"}
    app = open_app(Role.STEWARD, "leadership/gaps", **choice)
    assert titles(app) == ["Mangler et mål eller en frist: 43"]
    assert "targets" in app.get("page_link")[0].proto.page


def test_a_choice_that_nothing_fits_says_so(open_app):
    choice = {"strategy": "hovedstaden", "gap": "stale"}
    app = open_app(Role.COMMITTEE, "leadership/gaps", **choice)
    assert "Ingen mangler passer til valget" in screen(app)


def test_a_file_of_gaps_has_a_row_for_each_with_its_source(own_database):
    with database() as db:
        gap_list = gaps.gaps(db, "hovedstaden", as_of=today(), by=viewer())
    rows = file_rows(gap_list)
    content = table_files.content(rows, "Kilden", FileForm.XLSX)
    sheet = load_workbook(BytesIO(content)).active
    assert sheet.max_row == len(rows) + 1
    assert [cell.value for cell in sheet[1]][-1] == "Kilde"
    assert {sheet.cell(row, sheet.max_column).value for row in range(2, 9)} == {"Kilden"}
