import unicodedata

import pytest

from survey.plain_text import look, plain

NURSE = "\U0001f469\u200d\u2695\ufe0f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\u030alborg", "Ålborg"),
        ("A\xa01", "A 1"),
        ("A\u20071", "A 1"),
        ("A\u200b1\ufeff", "A1"),
        ("am\xadbu\u2060lans", "ambulans"),
        ("A\u202e1\u202c", "A1"),
        ("a\0b\x7f", "ab"),
        ("a\r\nb\u2028c\rd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        (f"Tak {NURSE}\u200b!", f"Tak {NURSE}!"),
        ("\ufe0f1", "1"),
        ("plain text", "plain text"),
    ],
)
def test_a_text_is_stored_composed_and_without_invisible_signs(text, expected):
    assert plain(text) == expected
    assert plain(expected) == expected
    assert unicodedata.is_normalized("NFC", plain(text))


@pytest.mark.parametrize("other", ["a1", "A 1", "Ａ１", "\u04101", "\u0391\u200b1", "A\xa01"])
def test_ids_that_a_reader_cannot_tell_apart_look_the_same(other):
    assert look(other) == look("A1")


@pytest.mark.parametrize("other", ["A2", "Å1", "B1", "A11"])
def test_ids_that_differ_look_different(other):
    assert look(other) != look("A1")
