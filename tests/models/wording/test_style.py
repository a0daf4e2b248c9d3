"""The style of the sentences: numbers in both forms, one kind of quotation marks, plain words."""

import re

import pytest

from models.wording import LANGUAGES
from models.wording.collect import ROOT, catalogue, sentences, sources

# A gap with a noun of many behind it, such as "{n} løfter" or "{n} åbne løfter". Not the total of a
# fraction ("1 af 9 løfter"), a limit ("højst 200 tegn") or a number that is many ("de 9 emner").
NOUNS = (
    "ansatte besvarelser celler dage emner enheder felter filer fund idéer initiativer kolonner "
    "kommentarer kriterier link løfter måneder personer punkter rækker røde sider spørgsmål steder "
    "succeskriterier svar sætninger tegn temaer udsagn ændringer"
)
NOT_BEFORE = ("af", "mindst", "højst", "[Uu]nder", "[Dd]e", "blandt")
BEFORE = "".join(rf"(?<!\b{word} )" for word in NOT_BEFORE)
COUNTED = re.compile(rf"{BEFORE}\{{(\w+)\}}(?: \w+)? (?:{'|'.join(NOUNS.split())})\b")
# Gaps that are never 1: limits of the program, the smallest group, the length of a questionnaire.
LIMITS = {
    "k",
    "faults",
    "most",
    "length",
    "longest",
    "rows",
    "title",
    "columns",
    "cells",
    "files",
    "asked",
}
# Sentences whose number is never 1: of answers behind a published figure, which is never below the
# smallest group; of days where "i morgen" and "i går" say 1; of reds of whom three are named.
NEVER_ONE = {
    "Frist {due}: for {n} dage siden.",
    "Frist {due}: om {n} dage.",
    "Andel af den forklarede forskel mellem mennesker. Streg: her ligger andelen "
    "med 95 % sikkerhed. {n} svar.",
    "I gennemsnit {mean} af 10, {n} svar",
    "af {n} svar har mindst {limit} point",
    "{n} svar",
    "Svarene er vægtet og tæller her som {n} lige svar.",
    "{n} løfter står rødt, blandt andre {names}; alle nævnes nedenfor.",
    "{share}, {n} svar",
    "{unit} · {n} svar",
}


@pytest.fixture(scope="module")
def danish():
    """The Danish sentences that have one form only."""
    return sorted({text for text, _ in sentences() if isinstance(text, str)})


def test_a_noun_behind_a_number_has_a_form_for_one(danish):
    single = [
        text
        for text in danish
        if (gap := COUNTED.search(text)) and gap[1] not in LIMITS and text not in NEVER_ONE
    ]
    assert single == []


# The names of methods, in Danish, Swedish and English, as a word begins.
METHODS = re.compile(
    r"\b(?:benjamini|hochberg|wilson|teorem|theorem|varians|variance|sha-?\d|cronbach|p-v|konfidens|"
    r"alfa|alpha\b|omega\b|icc\b|r_?wg|strati|korrelation|correlation|regression|bootstrap|"
    r"signifikan|significan|standardafvig|standardavvik|standard dev|hedges|r = )",
    re.IGNORECASE,
)
# What stands behind "Sådan er det regnet", on page and paper.
CALCULATION = "models/wording/calculation.py"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_names_of_methods_stand_where_it_is_said_how_it_is_calculated(language):
    elsewhere = [
        message.id
        for message in catalogue(language)
        if {place for place, _line in message.locations} != {CALCULATION}
        and METHODS.search(f"{message.id} {message.string}")
    ]
    assert elsewhere == []


# An undersøgelse asks a spørgeskema: two things, and in each language a word for each.
TERMS = {"sv": ("undersökning", "enkät"), "en": ("survey", "questionnaire")}
WAVE, INSTRUMENT = re.compile(r"(?<!skema)(?<!validerings)undersøgelse"), re.compile("skema")


@pytest.mark.parametrize("language", TERMS)
def test_a_survey_and_its_questionnaire_have_a_word_each(language):
    wave, instrument = TERMS[language]
    pairs = {
        str(message.id).lower(): str(message.string).lower() for message in catalogue(language)
    }
    mixed = [
        danish
        for danish, text in pairs.items()
        if (WAVE.search(danish) and wave not in text)
        or bool(INSTRUMENT.search(danish)) != (instrument in text)
    ]
    assert mixed == []


# Marks that a language does not use: Danish and Swedish write ”…”, English “…” and ’.
FOREIGN = {"da": '"„“»«‟', "sv": '"„“»«‟', "en": '"„»«‟'}
STRAIGHT = re.compile(r"\w'\w")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_one_kind_of_quotation_marks(language):
    messages = list(catalogue("sv" if language == "da" else language))
    texts = [str(message.id if language == "da" else message.string) for message in messages]
    assert [text for text in texts if set(FOREIGN[language]) & set(text)] == []
    assert [text for text in texts if STRAIGHT.search(text)] == []


def test_no_quotation_mark_is_written_beside_the_sentences():
    files = [path for kind in ("*.py", "*.j2", "*.yaml") for path in sources(ROOT, kind)]
    assert [path for path in files if set("„“»«") & set(path.read_text(encoding="utf-8"))] == []
