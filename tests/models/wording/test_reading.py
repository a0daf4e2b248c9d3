"""Figures and days read as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InputError
from models.wording import LANGUAGES, reading, words

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("  ", None),
        ("4,5", 4.5),
        ("40.5", 40.5),
        ("5,4", 5.4),
        ("4,5 %", 4.5),
        ("45%", 45),
        ("1234", 1234),
        ("0.125", 0.125),
        ("1,234", 1.234),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234),
        (f"12{NARROW}345", 12345),
        ("1.234.567", 1234567),
        ("−3,5", -3.5),
        ("–3", -3),
        ("-0", 0),
        ("007", 7),
        ("0.30000000000000004", 0.1 + 0.2),
    ],
)
def test_a_figure_is_read_the_danish_way(text, value):
    assert reading.number(text) == value


@pytest.mark.parametrize(
    ("text", "sign", "offered"),
    [("1.234", ",", "Skriv 1234 eller 1,234."), ("1,234", None, "Skriv 1234 eller 1.2340.")],
)
def test_a_figure_that_can_be_read_both_ways_is_refused_with_both(text, sign, offered):
    with pytest.raises(InputError) as problem:
        reading.number(text, sign)
    assert offered in str(problem.value)


@pytest.mark.parametrize(
    "text",
    [
        "fem",
        "1e5",
        "5,",
        ",5",
        "1,2,3",
        "1.2.3",
        "12.34,5",
        "1.234.5",
        "1 2",
        "1.234 567",
        "5-6",
        "٥",
        "½",
        "--5",
        "nan",
        "1'000",
        "12345678901234567",
        "0.12345678901234567",
        "9" * 400,
        "%",
    ],
)
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(InputError):
        reading.number(text)


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("", ",", None),
        ("12", ",", 12),
        ("1.234", ",", 1234),
        ("1 234", ",", 1234),
        ("1.234.567", ",", 1234567),
        ("1,234", None, 1234),
    ],
)
def test_a_count_may_have_thousands(text, sign, value):
    assert reading.count(text, sign) == value


@pytest.mark.parametrize(
    "text", ["4,5", "1,234", "12.5", "-3", "3,0", "mange", "3000000000", "9" * 40, "1.23", "45 %"]
)
def test_what_is_no_count_is_refused(text):
    with pytest.raises(InputError):
        reading.count(text)


@pytest.mark.parametrize(
    "text",
    [
        "31.12.2015",
        "31. 12. 2015",
        "31-12-2015",
        "31/12/2015",
        "31122015",
        "2015-12-31",
        " 31. december 2015 ",
        "31. dec. 2015",
        "31 Dec 2015",
    ],
)
def test_a_day_is_read_as_it_is_written(text):
    assert reading.day(text) == date(2015, 12, 31)


def test_a_blank_day_is_none():
    assert reading.day(" ") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31.02.2015", "findes ikke"),
        ("29.2.2015", "findes ikke"),
        ("31.13.2015", "findes ikke"),
        ("31. brumaire 2015", "findes ikke"),
        ("31.12.15", "fire cifre"),
        ("01.01.1066", "uden for"),
        ("i morgen", "ikke en dato"),
        ("31.12-2015", "ikke en dato"),
        ("42004", "ikke en dato"),
    ],
)
def test_a_day_that_is_not_is_refused(text, reason):
    with pytest.raises(InputError, match=reason):
        reading.day(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [0.0, 1.0, 4.5, 1.234, -1.234, 1234.5, 12345.5, 0.001, 99.99])
def test_what_a_field_or_a_page_writes_is_read_back(language, value):
    sign = reading.SIGNS[language]
    assert reading.number(reading.written_number(value, sign), sign) == value
    decimals = f"{value:.10f}".rstrip("0").partition(".")[2]
    if abs(value) != 1.234:
        assert reading.number(words(language).number(value, len(decimals)), sign) == value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_read_back(language, month):
    day = date(2015, month, 28)
    assert reading.day(reading.written_day(day, language)) == day
    assert reading.day(words(language).day(day)) == day


@given(st.text(alphabet="0123456789.,- %/ januardecmb", max_size=14))
def test_whatever_is_written_is_read_or_refused(text):
    for read in (reading.number, reading.count, reading.day):
        try:
            read(text)
        except InputError:
            continue


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("12,5", ","),
        ("12.50 %", "."),
        ("0.125", "."),
        ("1.234,5", ","),
        ("1.234.567", ","),
        ("1,234,567", "."),
        ("1.234", None),
        ("1 234", None),
        ("12", None),
        ("12,", None),
        ("", None),
    ],
)
def test_a_figure_tells_its_decimal_sign_where_it_can_be_only_one(text, sign):
    assert reading.decimal_sign(text) == sign
    assert reading.is_unclear(text) == (text == "1.234")
