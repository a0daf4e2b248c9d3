import pytest

from models.wording import LANGUAGES, participation, words
from survey.asking.participation import Band, Coverage

DA = words("da")


@pytest.mark.parametrize(
    ("answered", "staff", "text"),
    [(23, 32, "72\u00a0%"), (40, 32, "100\u00a0%"), (7, 9, "tre fjerdedele eller flere"),
     (None, 32, "skjult"), (7, None, "antal ansatte er ikke oplyst"),
     (7, 0, "antal ansatte er ikke oplyst"), (4, 4, "vises ikke, når der er under 5 ansatte")],
)  # fmt: skip
def test_a_rate_is_exact_from_ten_staff_on(answered, staff, text):
    assert participation.rate(answered, staff, DA) == text


@pytest.mark.parametrize(
    ("answered", "staff", "sentence"),
    [(23, 32, "23 af 32 har svaret (72\u00a0%)."),
     (5, 9, "Mellem halvdelen og tre fjerdedele har svaret."),
     (7, 9, "Tre fjerdedele eller flere har svaret."), (4, 9, "Under halvdelen har svaret."),
     (7, None, "Antallet af ansatte i enheden er ikke oplyst."),
     (0, 2, "Enheden har under 5 ansatte. Derfor vises det ikke, hvor mange der har svaret.")],
)  # fmt: skip
def test_how_many_have_answered_is_a_sentence(answered, staff, sentence):
    assert participation.answered_sentence(answered, staff, DA) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_band_has_its_words(language):
    texts = {participation.band(rate, words(language)) for rate in Band}
    assert len(texts) == len(Band)


@pytest.mark.parametrize(
    ("coverage", "sign"), [(Coverage.THIN, "forbehold"), (Coverage.TOO_FEW, "for få")]
)
def test_few_answers_are_a_caution_with_a_sign(coverage, sign):
    assert "har svaret" in participation.caution(coverage, DA)
    assert participation.caution_sign(coverage, DA) == sign


def test_enough_answers_are_no_caution():
    assert participation.caution(Coverage.FULL, DA) == ""
    assert participation.caution_sign(Coverage.FULL, DA) == ""


def test_few_answers_have_a_sign_and_a_sentence():
    assert participation.few_answered(DA)[0] == "Få har svaret"


@pytest.mark.parametrize(
    ("answered", "staff", "text"), [(23, 32, "23"), (7, 9, "mindst 5"), (None, 9, "skjult"),
                                    (7, None, "7")]
)  # fmt: skip
def test_beside_few_staff_the_number_of_answers_is_not_told(answered, staff, text):
    assert participation.answers(answered, staff, DA, smallest_group=5) == text


def test_the_units_where_few_have_answered_are_counted():
    assert participation.thin_units(2, 9, DA).startswith("I 2 af 9 viste enheder")
    assert participation.thin_units(0, 9, DA).startswith("Ingen enhed, der vises, har så få svar")
