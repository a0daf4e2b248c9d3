from models.wording import measures, words
from survey.asking.instruments import load

DA = words("da")
RIK = load("rik-30")


def test_the_index_and_each_dimension_have_a_name():
    assert measures.measure_name("index", RIK, DA) == "Indeks"
    assert measures.measure_name("TRU", RIK, DA) == "Tillid og tryghed"


def test_a_short_name_ends_at_the_colon():
    named = RIK.dimension("TRU").model_copy(update={"name": {"da": "Tillid: at turde"}})
    assert measures.dimension_name(named, DA) == "Tillid: at turde"
    assert measures.short_name(named, DA) == "Tillid"
    assert measures.without_explanation(": uden navn") == ": uden navn"
    assert measures.without_explanation("08:30-mødet") == "08:30-mødet"


def test_only_a_questionnaire_without_a_study_says_so():
    assert "valideringsundersøgelse" in measures.not_validated(DA)
    assert measures.not_validated(DA, validated_by="doi") == ""
