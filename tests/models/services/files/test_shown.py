"""A value is stored as the spreadsheet shows it, or refused."""

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers

from models.errors import InputError
from models.services.files import columns, sheets
from models.services.files.upload import Upload

NAMES = ("id", "value")


@pytest.fixture
def book(tmp_path):
    """book() -> a workbook with the names in row 1; book.saved() -> its path."""

    def write(*rows, **formats):
        work = Workbook()
        for row in (NAMES, *rows):
            work.active.append(row)
        for cell, number_format in formats.items():
            work.active[cell].number_format = number_format
        return work

    def saved(work):
        work.save(tmp_path / "values.xlsx")
        return tmp_path / "values.xlsx"

    write.saved = saved
    return write


def read(path, **options):
    return sheets.read(path, ("id",), ("value",), numbers=("value",), **options)


def csv(text):
    return Upload("values.csv", text.encode())


def notes(sheet):
    return [str(note) for note in sheet.notes]


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.45, "0%", 45),
        (0.455, "0.0 %", 45.5),
        (0.07, numbers.FORMAT_PERCENTAGE_00, 7),
        (1.2, "0%;[Red]-0%", 120),
        (-0.05, "0%", -5),
        (45, '0" %"', 45),
        (45, "0\\%", 45),
        (45, "0.00", 45),
        (1234, "#,##0", 1234),
        (-5, "0;(0)", -5),
        (-5, '_-* #,##0 "kr"_-;-* #,##0 "kr"_-', -5),
        (0, '0;-0;"-"', 0),
        (5, "General;-General", 5),
        (5, "@", 5),
        (1e12, "0.00E+00", 1e12),
    ],
)
def test_a_number_is_stored_as_its_cell_shows_it(book, value, number_format, expected):
    path = book.saved(book(("a", value), B2=number_format))
    assert read(path).rows[0].number("value") == expected


@pytest.mark.parametrize(
    ("value", "number_format"),
    [(45000, "0,"), (45e6, '0.0,,"M"'), (5, ";;;"), (5, '"ja"'), (-5, "0;0"), (5, "[>4]0,;0")],
)
def test_a_cell_that_shows_another_number_is_refused(book, value, number_format):
    path = book.saved(book(("a", value), B2=number_format))
    with pytest.raises(InputError, match="række 2, kolonne value: cellen viser ikke det tal"):
        read(path).rows[0].number("value")


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (101, "0000", "0101"),
        (101, "00-00", "01-01"),
        (101, "00\\.00", "01.01"),
        (12, '"A"000', "A012"),
        (0, "000", "000"),
        (12345, "0000", "12345"),
        (1071000016005, "General", "1071000016005"),
        (999999999999999, "0", "999999999999999"),
        (101, "[$-406]0000", "0101"),
        (7, "0###", "07"),
    ],
)
def test_an_id_is_stored_as_its_cell_shows_it(book, value, number_format, expected):
    path = book.saved(book((value, 1), A2=number_format))
    assert read(path).rows[0].text("id") == expected


@pytest.mark.parametrize(
    ("value", "number_format", "message"),
    [
        (30618100001600870, "General", "afrundet"),
        (1e15, "0", "vises på en anden måde"),
        (306181000016008, "0.00E+00", "vises på en anden måde"),
        (1234, "#,##0", "vises på en anden måde"),
        (7, "0.00", "vises på en anden måde"),
        (date(2015, 2, 1), "dd-mmm", "gjort cellen til en dato"),
    ],
)
def test_an_id_that_the_spreadsheet_changed_is_refused(book, value, number_format, message):
    path = book.saved(book((value, 1), A2=number_format))
    with pytest.raises(InputError, match=f"række 2, kolonne id: .*{message}"):
        read(path).rows[0].text("id")


@pytest.mark.parametrize("text", ["1E+15", "3,06181E+14", "3.06181e+14"])
def test_an_id_in_the_form_of_a_large_number_is_refused(text):
    with pytest.raises(InputError, match=r"række 2, kolonne id: .* afrundet"):
        read(csv(f"id;value\n{text};1")).rows[0].text("id")


def test_an_id_of_many_digits_that_is_a_text_is_an_id(book):
    path = book.saved(book(("30618100001600875", 1)))
    assert read(path).rows[0].text("id") == "30618100001600875"
    assert read(csv("id;value\n30618100001600875;1")).rows[0].text("id") == "30618100001600875"


def test_a_count_is_no_percentage(book):
    row = read(book.saved(book(("a", 0.4), B2="0%"))).rows[0]
    with pytest.raises(InputError, match="cellen viser 40 %"):
        row.whole_or_none("value")


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;", "\ufeffsep=;"])
def test_a_line_that_names_the_separator_is_no_row(line):
    sheet = read(csv(f"{line}\r\nid;value\r\na;1\r\n"))
    assert [(row.place, row.text("id")) for row in sheet.rows] == [(2, "a")]


def test_the_named_separator_holds_also_where_others_stand_in_the_names():
    assert read(csv("sep=|\nid|value\na,b|1")).rows[0].text("id") == "a,b"


def test_rows_over_the_column_names_are_left_out_and_listed():
    sheet = read(csv("Region Nordhav, 2015\n;\nid;value\na;1\n"))
    assert [(row.place, row.text("id")) for row in sheet.rows] == [(4, "a")]
    assert "Rækker over kolonnenavnene er ikke læst: 1" in notes(sheet)


def test_a_title_in_a_workbook_may_be_merged(book):
    work = book(("a", 1))
    work.active.insert_rows(1, 2)
    work.active["A1"] = "Region Nordhav"
    work.active.merge_cells("A1:B1")
    sheet = read(book.saved(work))
    assert [(row.place, row.text("id")) for row in sheet.rows] == [(4, "a")]


def test_a_faulty_name_is_refused_by_the_row_it_stands_in():
    with pytest.raises(InputError, match="række 2: kolonnen ”valu” kendes ikke"):
        read(csv("Region Nordhav\nid;valu\na;1\n"))


def test_a_column_before_the_table_may_be_blank():
    assert read(csv(";id;value\n;a;1\n")).rows[0].text("id") == "a"


def test_a_column_without_a_name_that_is_filled_is_refused():
    with pytest.raises(InputError, match="række 2, kolonne 1: kolonnen har intet navn"):
        read(csv(";id;value\nx;a;1\n"))


@pytest.mark.parametrize("cells", ["A2:A3", "A3:B3", "A1:A2"])
def test_merged_cells_in_the_table_are_refused(book, cells):
    work = book(("a", 1), ("b", 2), ("c", 3))
    work.active.merge_cells(cells)
    with pytest.raises(InputError, match=f"cellerne {cells} er flettet"):
        read(book.saved(work))


def test_merged_cells_under_the_table_are_nothing(book):
    work = book(("a", 1))
    work.active.merge_cells("A9:B12")
    assert len(read(book.saved(work)).rows) == 1


def test_hidden_rows_are_left_out_and_listed(book):
    work = book(("a", 1), ("b", 2), ("c", 3))
    work.active.row_dimensions[3].hidden = True
    work.active.row_dimensions[9].hidden = True
    sheet = read(book.saved(work))
    assert [(row.place, row.text("id")) for row in sheet.rows] == [(2, "a"), (4, "c")]
    assert notes(sheet) == [
        "Læst fra arket ”Sheet”, antal rækker: 2",
        "Skjulte rækker er ikke læst: 3",
    ]


def test_a_hidden_column_with_a_name_is_refused(book):
    work = book(("a", 1))
    work.active.column_dimensions["B"].hidden = True
    with pytest.raises(InputError, match="række 1: kolonnen value er skjult"):
        read(book.saved(work))


def test_a_hidden_column_without_a_name_is_nothing(book):
    work = book(("a", 1, None, "x"))
    work.active.column_dimensions["D"].hidden = True
    assert len(read(book.saved(work)).rows) == 1


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read(book, state):
    work = book(("old", 1))
    work.active.sheet_state = state
    for row in (NAMES, ("new", 2)):
        work["2014" if "2014" in work.sheetnames else work.create_sheet("2014").title].append(row)
    work.active = 1
    sheet = read(book.saved(work))
    assert sheet.rows[0].text("id") == "new"
    assert "Skjulte ark er ikke læst: Sheet" in notes(sheet)


def test_a_sheet_of_instructions_is_passed_over_and_listed(book):
    work = book(("a", 1))
    work.create_sheet("Vejledning", 0).append(("Sådan udfyldes skemaet",))
    work.create_sheet("Tom")
    sheet = read(book.saved(work))
    assert sheet.rows[0].text("id") == "a"
    assert "Ikke læst: Vejledning, Tom" in notes(sheet)


def test_two_filled_sheets_are_refused_and_a_blank_form_beside_is_not(book):
    work = book(("a", 1))
    other = work.create_sheet("Nr. 2")
    other.append(NAMES)
    assert len(read(book.saved(work)).rows) == 1
    other.append(("b", 2))
    with pytest.raises(InputError, match=r"flere ark .*: Sheet, Nr\. 2"):
        read(book.saved(work))


def test_columns_in_a_hidden_sheet_alone_are_refused(book):
    work = book(("a", 1))
    work.active.sheet_state = "hidden"
    work.create_sheet("Forside").append(("Region Nordhav",))
    work.active = 1
    with pytest.raises(InputError, match="kun i et skjult ark: Sheet"):
        read(book.saved(work))


def test_letters_are_composed_and_invisible_signs_go_in_names_and_cells():
    sheet = read(csv("\u200bid,va\xadlue\nA\u030a\xa01\u200b,1\n"))
    assert sheet.rows[0].text("id") == "Å 1"
    columns_read = columns.read(csv("id\nA\u030a\nÅ\n"), ("id",))
    assert columns_read.columns["id"].cells == ("Å", "Å")


@pytest.mark.parametrize("ids", [("A1", "a1"), ("A1", "\u04101"), ("A 1", "A1")])
def test_ids_that_look_alike_are_refused(ids):
    sheet = read(csv("id\n" + "\n".join(ids)))
    with pytest.raises(InputError, match=r"række 3, kolonne id: .* ligner"):
        sheet.refuse_alike(ids, "id")
    with pytest.raises(InputError, match=r"række 2, kolonne id: .* ligner"):
        read(csv(f"id\n{ids[0]}")).refuse_alike(ids[:1], "id", [ids[1]])


def test_a_long_name_of_an_upload_never_becomes_a_path():
    with pytest.raises(InputError, match="xxx…") as refusal:
        read(Upload("x" * 5_000 + "/../\0.csv", b"\xff\xfe"))
    assert len(str(refusal.value)) < 500


def test_a_path_too_long_is_refused(tmp_path):
    with pytest.raises(InputError, match="kan ikke læses"):
        read(tmp_path / ("x" * 5_000))


@pytest.mark.parametrize(
    ("value", "number_format", "rounded"),
    [
        (0.4567, "0%", True),
        (0.4567, "0.00%", False),
        (45.67, "0.0", True),
        (45.5, "0.0", False),
        (1.1 + 2.2, "0.0", False),
        (0.5, "# ?/?", False),
        (123456.7, "0.0E+00", False),
    ],
)
def test_a_number_with_more_decimals_than_its_cell_shows_is_kept_and_noted(
    book, value, number_format, rounded
):
    sheet = read(book.saved(book(("a", value), B2=number_format)))
    assert ("Vist afrundet, men gemmes med alle decimaler: række 2" in notes(sheet)) == rounded
