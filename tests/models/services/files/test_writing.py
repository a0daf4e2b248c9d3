from datetime import date

import pytest

from models.services.files import sheets
from models.services.files.changes import Action, Change, changes
from models.services.files.upload import Upload
from models.services.files.writing import (
    FileForm,
    as_meant,
    ending,
    file_content,
    harmless,
    number_text,
)

COLUMNS = ("id", "value", "day", "yes", "points")
DANGEROUS = ["=1+1", "-x", "+45", "@x", "'=x", "''@x", "'x", "x'=", "plain", "a;b", 'a"b', "a\nb"]


def read_back(form, *rows):
    file = Upload(f"values.{ending(form)}", file_content(COLUMNS, rows, form))
    return sheets.read(file, COLUMNS, numbers=("value", "points")).rows


@pytest.mark.parametrize("form", FileForm)
def test_every_kind_of_cell_comes_back_as_it_was(form):
    row = {
        "id": "0101",
        "value": 53.333,
        "day": date(2015, 12, 31),
        "yes": True,
        "points": ((date(2015, 1, 1), 2.5), (date(2016, 1, 1), 1.125)),
    }
    (back, blank) = read_back(form, row, {"id": "1", "yes": False})
    assert back.text("id") == "0101"
    assert back.number("value") == 53.333
    assert back.day("day") == date(2015, 12, 31)
    assert (back.yes("yes"), blank.yes("yes")) == (True, False)
    texts = [part.partition("=") for part in back.raw("points").split(";")]
    points = [(day, back.parsed_number("points", value)) for day, _, value in texts]
    assert points == [("2015-01-01", 2.5), ("2016-01-01", 1.125)]
    assert blank.number_or_none("value") is None


@pytest.mark.parametrize("form", FileForm)
@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_comes_back_as_it_was(form, text):
    assert read_back(form, {"id": text})[0].text("id") == text


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_computed_and_none_is_lost(text):
    assert harmless(text)[0] not in "=+-@"
    assert as_meant(harmless(text)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.234, "1,2340"),
        (-0.125, "-0,1250"),
        (45.0, "45"),
        (4.5, "4,5"),
        (1e-7, "0,0000001"),
        (0.1 + 0.2, "0,30000000000000004"),
    ],
)
def test_a_number_is_never_written_so_that_it_may_be_thousands(value, text):
    assert number_text(value, ",") == text


def test_the_danish_and_swedish_form_is_what_their_excel_writes():
    content = file_content(("id", "value"), [{"id": "æ", "value": 4.5}], FileForm.EXCEL)
    assert content.decode() == "\ufeffid;value\r\næ;4,5\r\n"
    content = file_content(("id", "value"), [{"id": "æ", "value": 4.5}], FileForm.INTERNATIONAL)
    assert content.decode() == "id,value\næ,4.5\n"


def test_changes_are_listed_by_record_and_column():
    day, points = date(2015, 1, 1), ((date(2016, 1, 1), 2.0),)
    before = {
        "a": {"name": "A", "strict": False, "due": None, "points": None},
        "b": {"name": "B"},
    }
    after = {"a": {"name": "", "strict": True, "due": day, "points": points}, "c": {"name": "C"}}
    assert changes(before, after) == (
        Change(Action.CHANGED, "a", "name", "A", None),
        Change(Action.CHANGED, "a", "strict", "false", "true"),
        Change(Action.CHANGED, "a", "due", None, "2015-01-01"),
        Change(Action.CHANGED, "a", "points", None, "2016-01-01 = 2"),
        Change(Action.ADDED, "c"),
        Change(Action.REMOVED, "b"),
    )
