import random
import re
from datetime import date
from enum import StrEnum
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import Workbook

from models.errors import InputError
from models.services.files.row import FileRow
from models.services.files.sheets import read
from models.wording import reading

REQUIRED, OPTIONAL = ("id", "ref", "value"), ("note", "points")


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@pytest.fixture
def csv(tmp_path):
    def write(text, *, encoding="utf-8"):
        path = tmp_path / "values.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def xlsx(tmp_path):
    def write(*rows):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "values.xlsx")
        return tmp_path / "values.xlsx"

    return write


def sheet(path):
    return read(path, REQUIRED, OPTIONAL, numbers=("value", "points"))


def values(path):
    return sheet(path).each(lambda row: row.number("value"))


def only(path):
    return sheet(path).rows[0]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_every_separator_is_read_with_and_without_a_byte_order_mark(csv, separator, encoding):
    text = separator.join(("id", "ref", "value")) + "\n" + separator.join(("å", "2015-12-31", "4"))
    row = only(csv(text, encoding=encoding))
    assert (row.text("id"), row.day("ref"), row.number("value")) == ("å", date(2015, 12, 31), 4)


def test_a_decimal_comma_is_read_and_reported(csv):
    table = sheet(csv("id;ref;value\na;2015-12-31;12,5\n"))
    assert table.rows[0].number("value") == 12.5
    assert [str(note) for note in table.notes] == [
        "Kolonnerne er skilt med ;",
        "Tallene er læst med decimalkomma",
    ]


def test_a_tab_is_named_in_the_note(csv):
    assert str(sheet(csv("id\tref\tvalue\na\tb\t1")).notes[0]) == "Kolonnerne er skilt med tab"


def test_a_plain_file_has_nothing_to_note(csv):
    assert sheet(csv("id,ref,value\na,2015-12-31,12.5\n")).notes == ()


@given(
    numbers=some.lists(
        some.decimals(-9999, 9999, places=2, allow_nan=False), min_size=1, max_size=5
    ),
    sign=some.sampled_from(",."),
)
@settings(max_examples=50)
def test_numbers_come_back_whatever_the_sign(tmp_path_factory, numbers, sign):
    path = tmp_path_factory.mktemp("numbers") / "values.csv"
    rows = [f'a;2015-12-31;"{str(number).replace(".", sign)}"' for number in numbers]
    path.write_text("\n".join(("id;ref;value", *rows)), encoding="utf-8")
    assert values(path) == tuple(float(number) for number in numbers)


def test_column_names_may_have_capitals_and_spaces(csv):
    assert only(csv("ID , Ref,VALUE\na,2015-12-31,1")).text("id") == "a"


def test_blank_rows_are_left_out_but_counted(csv):
    assert [row.place for row in sheet(csv("id,ref,value\n\na,b,1\n,,\nc,d,2\n")).rows] == [3, 5]


def test_a_cell_may_hold_a_line_break(csv):
    table = sheet(csv('id,ref,value\n"a\nb",x,1\nc,d,2\n')).rows
    assert [(row.text("id"), row.place) for row in table] == [("a\nb", 2), ("c", 3)]


def test_blank_cells_after_the_last_column_are_no_fault(csv):
    assert only(csv("id,ref,value,,\na,b,1,,\n")).text("id") == "a"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "række 1: filen er tom"),
        (" \n", "række 1: filen er tom"),
        ("id,ref\na,b", "række 1: kolonnen value mangler"),
        ("id,ref,value,value\na,b,1,2", "kolonnen value står der to gange"),
        ("id,ref,value,nota\na,b,1,2", "kolonnen ”nota” kendes ikke. Mente du note"),
        ("id,ref,value,zzz\na,b,1,2", "kolonnen ”zzz” kendes ikke. Mente du id"),
        (
            "id,ref,value\na,b,1,5",
            "række 2, kolonne value: rækken har ikke lige så mange felter (4)",
        ),
        ("id,ref,value\na,b", "række 2, kolonne ref: rækken har ikke lige så mange felter (2)"),
        ('id,ref,value\n"a,b,1', "et anførselstegn er ikke afsluttet"),
        ("id,ref,value\n,b,1", "række 2, kolonne id: feltet er tomt"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(csv, text, message):
    with pytest.raises(InputError, match=r"values.csv") as fault:
        sheet(csv(text)).each(lambda row: row.text("id"))
    assert message in str(fault.value)


@pytest.mark.parametrize("text", ["- punkt", "-4", "+ mere", "a=b", "=1+1", "@x", "+x", "-x"])
def test_a_text_that_begins_like_a_formula_is_a_text(csv, text):
    assert only(csv(f"id,ref,value\n{text},b,1")).text("id") == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,ref,value\nå,b,1".encode("latin-1"), "række 2: tegnene er ikke UTF-8"),
        ("id,ref,value".encode("utf-16"), "UTF-16"),
        ("id,ref,value".encode("utf-16-le"), "UTF-16"),
        (b"\xd0\xcf\x11\xe0old", "gammelt eller låst regneark"),
        (b"PK no zip", "kan ikke læses som XLSX"),
    ],
)
def test_a_file_of_another_kind_says_how_to_save_it(csv, content, message):
    with pytest.raises(InputError, match=message):
        sheet(csv(content))


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(InputError, match="findes ikke"):
        sheet(tmp_path / "none.csv")
    with pytest.raises(InputError, match="kan ikke læses"):
        sheet(tmp_path)


@pytest.mark.parametrize(
    "text", ["1.23,5", "1 00", "12 kr", "abc", "1e3", "nan", "1,2,3", "٣", "12,", ".5", "%"]
)
def test_a_number_that_cannot_be_read_safely_is_refused(csv, text):
    with pytest.raises(InputError, match=r"række 2, kolonne value: .* er ikke et tal"):
        values(csv(f"id;ref;value\na;b;{text}"))


def test_two_decimal_signs_in_one_file_are_refused(csv):
    with pytest.raises(InputError, match="række 3, kolonne value"):
        values(csv("id;ref;value\na;b;1,5\na;b;1.5"))


def test_a_thousand_or_a_decimal_nobody_can_tell_is_refused(csv):
    with pytest.raises(InputError, match=r"række 2, kolonne value: 1\.234 kan være både"):
        values(csv("id;ref;value\na;b;1.234\na;b;2.345"))


def test_another_number_settles_what_the_sign_means(csv):
    assert values(csv("id;ref;value\na;b;1.234\na;b;2.5")) == (1.234, 2.5)


def test_a_point_between_commas_is_a_decimal_point(csv):
    assert values(csv("id,ref,value\na,b,53.333")) == (53.333,)


def test_a_comma_in_quotes_between_commas_is_unclear(csv):
    with pytest.raises(InputError, match="kan være både"):
        values(csv('id,ref,value\na,b,"53,333"'))


def test_a_true_minus_is_a_minus(csv):
    assert values(csv("id,ref,value\na,b,−4")) == (-4,)


@pytest.mark.parametrize("text", ["2015-02-30", "2015-13-01", "31-11-2015", "0215-12-31"])
def test_a_day_the_calendar_lacks_is_refused(csv, text):
    with pytest.raises(InputError, match=f"række 2, kolonne ref: .*{text} (findes|ligger) "):
        only(csv(f"id,ref,value\na,{text},1")).day("ref")


@pytest.mark.parametrize("text", ["12/31-2015", "20151231", "i går", "2015-12"])
def test_what_is_no_day_is_refused_with_an_example(csv, text):
    with pytest.raises(InputError, match="eller 2015-12-31"):
        only(csv(f"id,ref,value\na,{text},1")).day("ref")


# Texts of figures and days, some of which nobody can read.
FIGURES = (
    *("12", "12,5", "12.5", "0,125", "1.234", "1,234", "1.234,5", "1 234,5", "1.234.567", "45 %"),
    *("−4", "007", "1.000", "1 000", "3,0", "4,5", "1e3", "fem", "12,", "--5", "9999999999", "½"),
)
DAYS = (
    *("2015-12-31", "31-12-2015", "31.12.2015", "31/12/2015", "31122015", "31. december 2015"),
    *("31.2.2015", "2015-13-01", "0215-12-31", "31.12.15", "i går", "12/31/2015", "20151231"),
)


def outcome(read, *text):
    """The value of a text; None where it is refused."""
    try:
        return read(*text)
    except InputError:
        return None


def test_a_file_and_a_field_read_the_same_of_every_text():
    for sign in (",", ".", None):
        for text in FIGURES:
            row = FileRow("x.csv", 2, {"value": text}, sign)
            # A file besides has only one decimal sign.
            signs = {sign, reading.decimal_sign(text)} - {None}
            figure = outcome(reading.number, text, sign) if len(signs) < 2 else None
            assert outcome(row.number, "value") == figure, (text, sign)
            whole = outcome(reading.count, text, sign)
            assert outcome(row.whole_or_none, "value") == whole, (text, sign)
    for text in DAYS:
        row = FileRow("x.csv", 2, {"ref": text}, None)
        assert outcome(row.day, "ref") == outcome(reading.day, text), text


def test_blank_cells_are_missing_and_not_zero(csv):
    row = only(csv("id,ref,value\na,,"))
    assert row.number_or_none("value") is None
    assert row.whole_or_none("value") is None
    assert row.day_or_none("ref") is None
    assert row.raw("note") == ""


@pytest.mark.parametrize("ask", ["number", "day"])
def test_a_blank_that_must_be_there_is_told(csv, ask):
    row = only(csv("id,ref,value\na,,"))
    with pytest.raises(InputError, match="feltet er tomt"):
        getattr(row, ask)("value" if ask == "number" else "ref")


@pytest.mark.parametrize("text", ["-1", "1.5", "1.000"])
def test_a_count_is_whole_and_not_below_zero(csv, text):
    with pytest.raises(InputError, match="er ikke et antal"):
        only(csv(f"id,ref,value\na,b,{text}")).whole_or_none("value")


def test_a_count_comes_as_a_whole_number(csv):
    assert only(csv("id,ref,value\na,b,40")).whole_or_none("value") == 40


def test_a_count_in_a_workbook_is_whole_or_refused(xlsx):
    head, values = ("id", "ref", "value"), (40, 1.5, 2**31)
    first, second, third = sheet(xlsx(head, *(("a", "b", value) for value in values))).rows
    assert first.whole_or_none("value") == 40
    with pytest.raises(InputError, match=r"1\.5 er ikke et antal"):
        second.whole_or_none("value")
    with pytest.raises(InputError, match="for stort"):
        third.whole_or_none("value")


def test_a_choice_is_one_of_its_codes_or_the_default(csv):
    row = only(csv("id,ref,value\nRed,,1"))
    assert row.choice("id", Colour) is Colour.RED
    assert row.choice("ref", Colour, Colour.GREEN) is Colour.GREEN
    with pytest.raises(InputError, match="Skriv en af disse: red, green"):
        row.choice("value", Colour)


@pytest.mark.parametrize(("text", "yes"), [("ja", True), ("TRUE", True), ("", False), ("0", False)])
def test_yes_and_no_are_understood_in_three_languages(csv, text, yes):
    assert only(csv(f"id,ref,value\n{text},b,1")).yes("id") is yes


def test_what_is_neither_yes_nor_no_is_refused(csv):
    with pytest.raises(InputError, match="hverken ja eller nej"):
        only(csv("id,ref,value\nmåske,b,1")).yes("id")


def test_several_bad_rows_are_one_message_with_their_number(csv):
    with pytest.raises(InputError, match=r"række 3, .* Rækker med fejl: 2\.$"):
        values(csv("id,ref,value\na,b,1\na,b,x\na,b,2\na,b,y\n"))


def test_one_bad_row_of_fifty_thousand_is_named(csv):
    rows = ["a,2015-12-31,12.5"] * 50_000
    bad = random.Random(1).randrange(len(rows))
    rows[bad] = "a,2015-02-30,12.5"
    with pytest.raises(InputError, match=rf"række {bad + 2}, kolonne ref"):
        sheet(csv("\n".join(("id,ref,value", *rows)))).each(lambda row: row.day("ref"))


def test_a_row_that_says_the_same_again_is_refused(csv):
    table = sheet(csv("id,ref,value\na,b,1\na,b,2"))
    with pytest.raises(InputError, match=r"række 3, kolonne id: .* som række 2"):
        table.refuse_repeated([row.text("id") for row in table.rows], "id")


def test_a_workbook_reads_as_its_cells(xlsx):
    path = xlsx(
        ("id", "ref", "value", "note"), (7, date(2015, 12, 31), 12.25), (7.5, None, 2, True)
    )
    first, second = sheet(path).rows
    assert (first.text("id"), first.day("ref"), first.number("value")) == (
        "7",
        date(2015, 12, 31),
        12.25,
    )
    assert (second.text("id"), second.raw("note"), second.raw("ref")) == ("7.5", "true", "")


def test_an_empty_workbook_is_told(xlsx):
    with pytest.raises(InputError, match="filen er tom"):
        sheet(xlsx())


def test_text_in_a_workbook_may_be_a_number_or_a_day(xlsx):
    row = only(xlsx(("id", "ref", "value"), ("a", "31-12-2015", "12,5")))
    assert (row.day("ref"), row.number("value")) == (date(2015, 12, 31), 12.5)


def test_a_formula_nobody_computed_is_refused_with_its_place(xlsx):
    with pytest.raises(InputError, match="række 3, kolonne value: formlen har ingen værdi"):
        sheet(xlsx(("id", "ref", "value"), ("a", "b", 1), ("a", "b", "=1+1")))


def test_a_formula_below_no_header_is_named_by_its_letter(xlsx):
    with pytest.raises(InputError, match="række 2, kolonne D"):
        sheet(xlsx(("id", "ref", "value"), ("a", "b", 1, "=1+1")))


def test_a_formula_error_is_refused_with_its_place(xlsx):
    with pytest.raises(InputError, match="række 2, kolonne value: cellen viser fejlen #DIV/0!"):
        sheet(xlsx(("id", "ref", "value"), ("a", "b", "#DIV/0!")))


def test_a_formula_counts_by_its_last_value(xlsx, tmp_path):
    path = xlsx(("id", "ref", "value"), ("a", "b", "=1+1"))
    with ZipFile(path) as old, ZipFile(tmp_path / "computed.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"</f><v ?/?>(</v>)?", b"</f><v>2</v>", old.read(name)))
    assert values(tmp_path / "computed.xlsx") == (2,)
