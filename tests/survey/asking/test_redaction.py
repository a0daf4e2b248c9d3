"""Words that point at a person are removed before a comment is kept; days and wards stay."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.dk import cpr
from stdnum.se import personnummer

from survey.asking.redaction import redacted
from tests.examples import examples

WORDS = st.text("abcæøåABC,!?\n ", max_size=12)
DAYS = st.dates(date(1905, 1, 1), date(2025, 12, 31))
FOUR = st.integers(0, 9999).map("{:04}".format)
GAPS = st.sampled_from(["", " ", "-", " - ", "–", "−", ".", " / ", "_", "   ", "\n", "\u00ad"])
# Three alike, or any that cannot turn four pairs into a day or two hours.
THREE_GAPS = GAPS.map(lambda gap: [gap] * 3) | st.lists(
    GAPS.filter(lambda gap: gap not in {"-", "–", "."}), min_size=3, max_size=3
)
SIGNS = "0123456789 -–./+()\n\u200bab"


def digits(text):
    return [sign for sign in text if unicodedata.digit(sign, None) is not None]


def grouped(number, gaps):
    """The figures in groups of two, with something between them."""
    pairs = [number[place : place + 2] for place in range(0, len(number), 2)]
    return "".join(pair + gap for pair, gap in zip(pairs, [*gaps, ""], strict=False))


@given(DAYS, FOUR, GAPS, WORDS, WORDS)
def test_a_danish_number_is_taken_out_in_every_spelling(day, four, gap, before, after):
    text = f"{before}{day:%d%m%y}{gap}{four}{after}"
    assert digits(redacted(text)) == []


@given(DAYS, FOUR, GAPS, st.sampled_from(["%y%m%d", "%Y%m%d", "%d%m%Y"]), WORDS)
def test_a_swedish_number_is_taken_out_in_every_spelling(day, four, gap, spelling, before):
    assert digits(redacted(f"{before}{day:{spelling}}{gap}{four}")) == []


@given(DAYS, FOUR, st.lists(GAPS, min_size=4, max_size=4))
def test_a_number_is_taken_out_however_it_is_spaced(day, four, gaps):
    assert digits(redacted(grouped(f"{day:%d%m%y}{four}", gaps))) == []


@given(DAYS, FOUR, st.sampled_from([", ", "; ", ": ", " , "]))
def test_a_day_of_birth_and_its_four_figures_go_together(day, four, gap):
    assert digits(redacted(f"født {day:%d.%m.%y}{gap}{four}")) == []


@settings(max_examples=examples(30, thorough=1000))
@given(st.text(SIGNS, max_size=40))
def test_nothing_that_a_register_would_accept_is_left(text):
    left = redacted(text)
    pieces = [
        left[start:end] for start in range(len(left)) for end in range(start + 10, len(left) + 1)
    ]
    figures = {"".join(digits(piece)) for piece in pieces if not any(map(str.isalpha, piece))}
    assert not [piece for piece in figures if cpr.is_valid(piece) or personnummer.is_valid(piece)]


@given(
    st.integers(20_00_00_00, 99_99_99_99).map(str),
    st.sampled_from(["", "+45", "+45 ", "0045 ", "(+45) ", "tlf. "]),
    THREE_GAPS,
    WORDS,
)
def test_a_danish_telephone_is_taken_out(number, prefix, gaps, after):
    assert digits(redacted(f"{prefix}{grouped(number, gaps)}{after}")) == []


@pytest.mark.parametrize(
    "number",
    ["070-123 45 67", "0701234567", "+46 70 123 45 67", "021-17 30 00", "08-123 456 78", "1234567"],
)
def test_a_swedish_telephone_is_taken_out(number):
    assert redacted(f"Sms {number} tack") in {"Sms [telefonnummer] tack", "Sms [nummer] tack"} | (
        {"Sms [personnummer] tack"} if number == "0701234567" or number[:3] == "08-" else set()
    )


@settings(max_examples=examples(30, thorough=1000))
@given(st.emails(), st.sampled_from(["@", " @ ", "(at)", " [at] ", "(snabel-a)"]))
def test_a_mail_address_is_taken_out(address, at):
    name, _, domain = address.rpartition("@")
    left = redacted(f"skriv {name}{at}{domain}, tak")
    assert domain not in left
    assert left.endswith(", tak")


@pytest.mark.parametrize(
    "link",
    ["https://a.dk/ole?x=1", "www.ole.se", "regionh.dk/ole-hansen", "ole-hansen.com", "ftp://x/y"],
)
def test_a_link_is_taken_out(link):
    assert redacted(f"Se {link} her") == "Se [link] her"


@pytest.mark.parametrize("number", ["010190-TGB5", "19900101-TF12", "010190 - 1A22"])
def test_a_replacement_number_with_letters_is_taken_out(number):
    assert redacted(f"Patient {number}.") == "Patient [personnummer]."


@pytest.mark.parametrize(
    "text",
    ["Ring til mig på 4012", "lokal 34567", "Mobil: 40 12", "de sidste fire i cpr er 1234"],
)
def test_a_short_number_goes_when_a_word_says_what_it_is(text):
    assert "[nummer]" in redacted(text)


@given(DAYS, st.sampled_from(["%d.%m.%Y", "%d/%m-%Y", "%d/%m %Y", "%Y-%m-%d", "%d-%m-%y"]))
def test_a_day_stays(day, spelling):
    text = f"Siden {day:{spelling}} er det blevet bedre"
    assert redacted(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Afsnit 4012 og 4013, 4014 og 4015",
        "Vagten 07.00-15.30 er hård",
        "Ring 24.12.2025 eller i telefontiden 08:00-15:00",
        "Det koster 250.000 kr. eller 300 000 eller 350000",
        "12 af 40 på 3. sal, 2. og 3. kvartal 2025",
        "[telefonnummer] fra afsnit 4012",
        "Vi holder møde kl. 7.30.\nDet er godt.",
    ],
)
def test_figures_that_name_nobody_stay(text):
    assert redacted(text) == text


@pytest.mark.parametrize("text", ["45.13.2025", "00.01.2025", "25.71-30.20", "123456", "5.000.000"])
def test_figures_that_only_look_harmless_go(text):
    assert digits(redacted(text)) == []


@given(st.text("abcæøåäöÆØÅé ,!?()-\n"))
def test_words_alone_are_left_as_they_are(text):
    assert redacted(text) == text.strip()


def test_signs_that_cannot_be_seen_are_left_out():
    assert redacted("a\x00b\u200bc\ud800d\u00a0e\r\nf\rg\u00adh") == "abcd e\nf\ngh"
