"""Swedish and English have every sentence of the Danish."""

import re

import pytest

from models.wording import LANGUAGES, words
from models.wording.collect import catalogue, sentences

OTHERS = LANGUAGES[1:]
GAP = re.compile(r"\{(\w+)[^}]*\}")


@pytest.fixture(scope="module")
def danish():
    """Every sentence of the program; that of a number by its form for one."""
    return {forms(text)[0] for text, _ in sentences()}


def forms(text):
    """The sentence, or its two forms where it holds a number."""
    return (text,) if isinstance(text, str) else tuple(text)


def gaps(text):
    return [set(GAP.findall(form)) for form in forms(text)]


def test_the_program_says_something(danish):
    assert len(danish) > 100


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_missing(language, danish):
    entries = catalogue(language)
    assert [t for t in danish if not (entries.get(t) and all(forms(entries.get(t).string)))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_a_guess(language):
    assert [message.id for message in catalogue(language) if message.fuzzy and message.id] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_gaps(language):
    entries = catalogue(language)
    assert [m.id for m in entries if m.id and m.string and gaps(m.id) != gaps(m.string)] == []


@pytest.mark.parametrize(
    ("language", "n", "sentence"),
    [
        ("da", 1, "1 enhed"),
        ("da", 0, "0 enheder"),
        ("da", 1200, "1.200 enheder"),
        ("sv", 1, "1 enhet"),
        ("en", 2, "2 units"),
    ],
)
def test_a_sentence_with_a_number_has_a_form_for_one(language, n, sentence):
    assert words(language).ngettext("{n} enhed", "{n} enheder", n) == sentence


def test_a_language_nobody_speaks_is_answered_in_danish():
    assert words("tlh").say("Vælg år") == "Vælg år"


def test_a_missing_figure_is_a_dash_and_not_zero():
    assert words("da").number(None) == "–"
    assert words("da").number(float("nan")) == "–"


def test_figures_and_days_follow_the_language():
    assert words("da").number(1234.56) == "1.234,6"
    assert words("sv").number(1234.56) == "1\u00a0234,6"
    assert words("en").number(1234.56) == "1,234.6"


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_zero_stands_a_true_minus_and_nought_has_none(language):
    number = words(language).number
    assert [number(-53), number(-0.04), number(-0.0)] == ["−53", "0", "0"]
    assert number(-0.001, 2, fixed=True).endswith("00")
    assert not {"-", "−"} & set(number(-0.001, 2, fixed=True))


def test_a_percentage_and_a_unit_stand_on_the_line_of_their_number():
    signs = [words(language).with_unit("72", "%") for language in LANGUAGES]
    assert signs == ["72\u00a0%", "72\u00a0%", "72%"]
    assert words("da").with_unit("350", "dage") == "350\u00a0dage"
    assert words("da").with_unit("3", "") == "3"


def test_a_number_in_a_sentence_is_written_as_anywhere_else():
    sentences = [words(code).say("{n} af {share}", n=6500, share=-0.25) for code in LANGUAGES]
    assert sentences == ["6.500 af −0,25", "6\u00a0500 af −0,25", "6,500 af −0.25"]
    counted = words("da").ngettext("{n} af {all} enhed", "{n} af {all} enheder", 1200, all=6500)
    assert counted == "1.200 af 6.500 enheder"


def test_what_is_named_by_a_number_is_no_count():
    assert words("da").say("{year}, {row}", year=2015, row=1234) == "2015, 1234"
    assert words("da").say("{n}", n=True) == "True"
