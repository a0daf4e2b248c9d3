"""Files that would take the memory, or that nobody could write down again, are refused."""

import json
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from models.errors import InputError
from models.services.files import columns, json_file, limits, sheets, upload
from models.services.files.xlsx import part_limits, workbook

HEADER = "id,ref,value\n"
NAMES = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'


def read(path):
    return sheets.read(path, ("id",), ("ref", "value"), numbers=("value",))


def read_columns(path):
    return columns.read(path, ("id",), ("ref", "value"))


def numbers(path):
    return read(path).each(lambda row: (row.number_or_none("value"), row.whole_or_none("value")))


@pytest.fixture
def csv(tmp_path):
    def write(text):
        (tmp_path / "values.csv").write_text(text, encoding="utf-8")
        return tmp_path / "values.csv"

    return write


@pytest.fixture
def xlsx(tmp_path):
    """xlsx(rows, extra={part: text}) -> a workbook whose first sheet is written by hand."""

    def write(rows, extra=None):
        plain, path = tmp_path / "plain.xlsx", tmp_path / "values.xlsx"
        Workbook().save(plain)
        with ZipFile(plain) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
            for name in old.namelist():
                if name != "xl/worksheets/sheet1.xml":
                    new.writestr(name, old.read(name))
            space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
            new.writestr("xl/worksheets/sheet1.xml", sheet)
            for name, text in (extra or {}).items():
                new.writestr(name, text)
        return path

    return write


@pytest.mark.parametrize("reader", [read, read_columns])
@pytest.mark.parametrize(
    ("name", "most", "row"),
    [("MOST_ROWS", 3, 4), ("MOST_COLUMNS", 2, 1), ("MOST_CELLS", 8, 3)],
)
def test_a_table_has_only_so_many_rows_columns_and_cells(csv, monkeypatch, reader, name, most, row):
    monkeypatch.setattr(limits, name, most)
    with pytest.raises(InputError, match=f"values.csv, række {row}: filen er for stor"):
        reader(csv(HEADER + "a,b,1\n" * 9))


@pytest.mark.parametrize("reader", [read, read_columns])
def test_a_cell_over_a_megabyte_is_refused_by_row_and_column(csv, reader):
    with pytest.raises(InputError, match="række 3, kolonne ref: cellen har 1000001 tegn"):
        reader(csv(HEADER + f"a,b,1\nc,{'x' * 1_000_001},2\n"))


def test_a_long_row_of_cells_that_are_not_too_long_is_read(csv):
    assert len(read(csv(HEADER + f"{'a' * 600_000},{'b' * 600_000},1\n")).rows) == 1


def test_a_column_without_a_name_or_with_a_long_one_goes_by_its_number(csv):
    with pytest.raises(InputError, match="række 1, kolonne 2: cellen har"):
        read(csv(f"id,{'x' * 1_000_001}\n"))


def test_an_unknown_column_of_a_long_name_is_quoted_shortly(csv):
    with pytest.raises(InputError, match="kendes ikke") as refusal:
        read(csv(f"id,{'x' * 900_000}\n"))
    assert len(str(refusal.value)) < 1_000


def test_a_long_value_is_quoted_shortly(csv):
    with pytest.raises(InputError, match="ikke et tal") as refusal:
        numbers(csv(HEADER + f"a,b,{'x' * 900_000}\n"))
    assert len(str(refusal.value)) < 1_000


@pytest.mark.parametrize(
    "value", ["9" * 400, "-" + "9" * 5_000, "9" * 400 + ".5", "99999999999", "1" + "0" * 300]
)
def test_a_huge_number_is_refused_by_row_and_column(csv, value):
    with pytest.raises(
        InputError, match=r"række 2, kolonne value: .*(for stort|ikke et antal|end der kan gemmes)"
    ):
        numbers(csv(HEADER + f'a,b,"{value}"\n'))


def test_a_file_is_only_so_large(csv, monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_FILE", 100)
    monkeypatch.setattr(limits, "LARGEST_FILE", 100)
    with pytest.raises(InputError, match="er for stor"):
        read(csv(HEADER + "a,b,1\n" * 99))


def test_a_workbook_is_not_unpacked_when_it_unpacks_to_too_much(xlsx, monkeypatch):
    bomb = xlsx(NAMES, {"xl/media/image1.png": b"\0" * 101_000_000})
    monkeypatch.setattr(workbook, "load_workbook", None)
    assert bomb.stat().st_size < 200_000
    with pytest.raises(InputError, match=r"values.xlsx er for stor: .* 100 MB"):
        read(bomb)


def test_what_is_read_as_a_tree_is_small(xlsx):
    with pytest.raises(InputError, match="kan ikke læses som XLSX"):
        read(xlsx(NAMES, {"xl/theme/theme2.xml": "<a/>" * 3_000_000}))


def test_a_far_cell_does_not_fill_the_memory_with_blank_ones(xlsx):
    far = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 20_000))
    bomb = xlsx(far)
    with pytest.raises(InputError, match="række 1: filen er for stor"):
        read(bomb)


def test_a_far_row_does_not_fill_the_memory_with_blank_ones(xlsx, monkeypatch):
    monkeypatch.setattr(limits, "MOST_ROWS", 1_000)
    with pytest.raises(InputError, match="række 1001: filen er for stor"):
        read(xlsx(NAMES + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))


def test_a_blank_row_is_counted_as_wide_as_the_header(xlsx, monkeypatch):
    monkeypatch.setattr(limits, "MOST_CELLS", 100)
    header = "".join(f'<c r="{letter}1"><v>1</v></c>' for letter in "ABCDEFGHIJ")
    with pytest.raises(InputError, match="række 11: filen er for stor"):
        read(xlsx(f'<row r="1">{header}</row><row r="99"><c r="A99"><v>1</v></c></row>'))


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (f"<v>{'9' * 400}</v>", "kolonne id: tallet er for stort"),
        (f"<v>{'9' * 5_000}</v>", "rækken kan ikke læses"),
        ("<v>x</v>", "rækken kan ikke læses"),
    ],
)
def test_a_huge_number_in_a_workbook_is_refused_by_its_row(xlsx, cell, fault):
    with pytest.raises(InputError, match=f"values.xlsx, række 2.*{fault}"):
        read(xlsx(f'{NAMES}<row r="2"><c r="A2">{cell}</c></row>'))


@pytest.mark.parametrize("sign", ["\ud800", "\0"])
@pytest.mark.parametrize("before", ["", "æ"])
def test_a_sign_that_is_no_letter_is_refused_by_row_and_column(before, sign):
    rows = [("id", "ref"), ("a", 1.0), ("b", before + sign)]
    with pytest.raises(InputError, match="række 3, kolonne ref: cellen har et ugyldigt tegn"):
        list(limits.bounded("values.xlsx", rows))


@pytest.mark.parametrize("content", [b"PK", b"PK\3\4" + b"\0" * 40, b"PK\5\6" + b"\0" * 18])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    (tmp_path / "values.xlsx").write_bytes(content)
    with pytest.raises(InputError, match="kan ikke læses som XLSX"):
        read(tmp_path / "values.xlsx")


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000])
def test_json_of_many_levels_is_refused(content):
    with pytest.raises(InputError, match="ligger for dybt"):
        json_file.document(content.encode(), "file.json")


@pytest.mark.parametrize("content", [b'{"a": "\xed\xa0\x80"}', b"\xff\xfe", b"{", b""])
def test_what_is_no_json_in_utf8_is_refused(content):
    with pytest.raises(InputError, match="række 1: filen er ikke JSON"):
        json_file.document(content, "file.json")


def test_a_whole_number_of_json_stays_whole_unless_it_is_huge():
    document = json_file.document(json.dumps([7, 10**15 - 1, 10**400]).encode(), "file.json")
    assert document == [7, 10**15 - 1, float("inf")]


FILL = '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c></row>'


@pytest.mark.parametrize(
    "rows",
    [
        NAMES + FILL + "</sheetData><mergeCells>" + '<mergeCell ref="G9:H9"/>' * 50_000
        + "</mergeCells><sheetData>",
        NAMES + FILL.replace("<row ", f'<row x="{"a" * 60_000}" '),
        NAMES + FILL + "<a>" * 2_000,
        NAMES + FILL + "<a>/>" * 2_000,
    ],
    ids=["merges", "a long tag", "deep", "deep, with signs of an end"],
)  # fmt: skip
def test_what_is_no_row_of_cells_is_limited_before_a_parser_takes_it(xlsx, rows, monkeypatch):
    monkeypatch.setattr(workbook, "load_workbook", None)
    with pytest.raises(InputError, match="kan ikke læses som XLSX"):
        read(xlsx(rows))


def test_so_are_texts(xlsx, monkeypatch):
    monkeypatch.setattr(part_limits, "MOST_TEXTS", 2)
    with pytest.raises(InputError, match="kan ikke læses som XLSX"):
        read(xlsx(NAMES, {"xl/sharedStrings.xml": "<sst><si/><si/><si/></sst>"}))


NUMBER = '<c r="B1" t="inlineStr"><is><t>value</t></is></c></row>'
FORMATTED = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="0"><v>2</v></c></row>'


@pytest.fixture
def changed(tmp_path, xlsx):
    """changed(old, new) -> a workbook with these bytes of every part replaced."""

    def write(old, new):
        whole, path = xlsx(NAMES.replace("</row>", NUMBER) + FORMATTED), tmp_path / "changed.xlsx"
        with ZipFile(whole) as archive, ZipFile(path, "w") as copy:
            for name in archive.namelist():
                copy.writestr(name, archive.read(name).replace(old, new))
        return path

    return write


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<sheetData>", b'<!--<col min="x" hidden="1"/>--><sheetData>'),
        (b's="0"', b's="999"'),
        (b"worksheets/sheet1.xml", b"worksheets/sheet9.xml"),
    ],
    ids=["a place that is no number", "a format there is not", "no sheet"],
)
def test_a_workbook_that_contradicts_itself_is_refused(changed, old, new):
    with pytest.raises(InputError, match="kan ikke læses som XLSX"):
        read(changed(old, new))


def test_a_part_that_cannot_be_unpacked_is_refused(changed):
    path = changed(b"\0", b"\0")
    path.write_bytes(path.read_bytes().replace(b"<sheetData>", b"<sheetDAta>"))
    with pytest.raises(InputError, match="kan ikke læses som XLSX"):
        read(path)
